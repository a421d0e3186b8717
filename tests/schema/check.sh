#!/usr/bin/env bash
# Tombi, a linter that knows only the schemas, agrees with `taalbrug check` on structure: the glossary is sound to both, and each
# broken file is refused by both, on a line that both name. Usage: tests/schema/check.sh TOMBI TAALBRUG
set -euo pipefail
tombi=$1 taalbrug=$2 root=$(cd "$(dirname "$0")/../.." && pwd)
"$tombi" lint --offline --quiet --error-on-warnings
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/glossary" "$root/schema" "$root/tombi.toml" "$work"
cd "$work"
faults=0
for broken in "$root"/tests/schema/broken/*.toml; do
  name=$(basename "$broken" .toml)
  cp "$broken" glossary/terms/woord.toml
  ours=$("$taalbrug" check --format json || true)
  ours=$(sed -n '/"file": "glossary\/terms\/woord.toml"/{n;s/.*"line": \([0-9]*\).*/\1/p}' <<<"$ours" | sort -u)
  "$tombi" lint --offline --quiet --diagnostics-format json-lines --diagnostics-file found.jsonl glossary/terms/woord.toml >/dev/null 2>&1 || true
  theirs=$(sed -n 's/.*"start":{"line":\([0-9]*\).*/\1/p' found.jsonl | sort -u)
  rm -f found.jsonl
  shared=$(comm -12 <(echo "$ours") <(echo "$theirs") | tr -d '[:space:]')
  case $name in
    sound) [[ -z $ours$theirs ]] || { echo "sound: ours $ours, theirs $theirs"; faults=1; } ;;
    *) [[ -n $shared ]] || { echo "$name: taalbrug check names line(s) $(echo $ours), tombi $(echo $theirs)"; faults=1; } ;;
  esac
done
exit $faults
