#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Tombi, a linter that knows only the schemas, agrees with `taalbrug check` on structure: the glossary is sound to both, and each
# broken file is refused by both, on a line that both name. Usage: tests/schema/check.sh TOMBI TAALBRUG
set -euo pipefail
tombi=$1 taalbrug=$2 root=$(cd "$(dirname "$0")/../.." && pwd)
"$tombi" lint --offline --quiet --error-on-warnings
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/glossary" "$root/schema" "$root/tombi.toml" "$work"
cd "$work"

verdict() { # verdict WHO COMMAND...: sound where it ends with 0, refused with 1; any other end is no answer
  local code=0
  "${@:2}" >"$1.out" 2>"$1.err" || code=$?
  case $code in 0) echo sound ;; 1) echo refused ;; *) echo "$1 ended with $code: $(cat "$1.err")" >&2; return 1 ;; esac
}

faults=0
for file in "$root"/tests/schema/broken/*.toml; do
  name=$(basename "$file" .toml)
  cp "$file" glossary/terms/woord.toml
  expected=refused
  [[ $name != sound ]] || expected=sound
  ours=$(verdict ours "$taalbrug" check --format json)
  theirs=$(verdict theirs "$tombi" lint --offline --quiet --error-on-warnings --diagnostics-format json-lines --diagnostics-file found.jsonl glossary/terms/woord.toml)
  [[ $ours == "$expected" && $theirs == "$expected" ]] || { echo "$name: taalbrug says $ours, tombi $theirs"; faults=1; }
  our_lines=$(sed -n '/"file": "glossary\/terms\/woord.toml"/{n;s/.*"line": \([0-9]*\).*/\1/p}' ours.out | sort -u)
  their_lines=$(sed -n 's/.*"start":{"line":\([0-9]*\).*/\1/p' found.jsonl | sort -u)
  rm -f found.jsonl
  shared=$(comm -12 <(echo "$our_lines") <(echo "$their_lines") | tr -d '[:space:]')
  [[ $expected == sound || -n $shared ]] || { echo "$name: taalbrug check names line(s) $(echo $our_lines), tombi $(echo $their_lines)"; faults=1; }
done
exit $faults
