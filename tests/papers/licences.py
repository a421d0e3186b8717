# SPDX-License-Identifier: EUPL-1.2
"""Every file says who may do what with it (REUSE), and a file of code without its line is seen."""

import json
import pathlib
import shutil
import subprocess
import tempfile

from told import ROOT, command, hold

# A file of each kind of code, as it would be without its licence.
CODE = {"a.rs": "fn a() {}\n", "a.js": "1;\n", "a.mjs": "1;\n", "a.css": "a {}\n", "a.py": "a = 1\n", "a.sh": "true\n", "Dockerfile": "FROM a\n"}


def lint(folder):
    done = subprocess.run([command("reuse"), "--root", folder, "lint", "--json"], capture_output=True, text=True)
    return json.loads(done.stdout)


def check():
    report = lint(ROOT)
    found = {kind: what for kind, what in report["non_compliant"].items() if what}
    hold(report["summary"]["compliant"] and not found, f"REUSE: every file has a licence and a copyright {found or ''}")
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        shutil.copytree(ROOT / "LICENSES", folder / "LICENSES")
        shutil.copy(ROOT / "REUSE.toml", folder)
        for name, text in CODE.items():
            (folder / name).write_text(text)
        seen = {pathlib.Path(path).name for path in lint(folder)["non_compliant"]["missing_licensing_info"]}
        hold(set(CODE) <= seen, f"REUSE: code without its line is seen {set(CODE) - seen or ''}")
    for text, copy in [("LICENSE", "EUPL-1.2.txt"), ("glossary/LICENSE", "CC-BY-4.0.txt")]:
        same = (ROOT / text).read_bytes() == (ROOT / "LICENSES" / copy).read_bytes()
        hold(same, f"{text} is LICENSES/{copy}")
