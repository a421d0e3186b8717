# SPDX-License-Identifier: EUPL-1.2
"""The bill of materials is CycloneDX, names every crate of the program with its licence and purl, and no folder of this machine."""

import json
import pathlib
import subprocess

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from told import ROOT, hold

TREE = ["cargo", "tree", "--locked", "--edges", "normal", "--prefix", "none", "--target", "x86_64-unknown-linux-gnu"]


def check(path):
    text = pathlib.Path(path).read_text()
    validator = JsonStrictValidator(SchemaVersion.V1_5)
    fault = validator.validate_str(text)
    hold(fault is None, f"the bill of materials is CycloneDX 1.5 {fault or ''}")
    hold(validator.validate_str(text.replace('"bomFormat"', '"bomForm"')) is not None, "one that is none is refused")
    bill = json.loads(text)
    parts = bill["components"] + [bill["metadata"]["component"]]
    held = {(part["name"], part["version"]) for part in parts}
    lines = subprocess.run(TREE, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    built = {(name, version.lstrip("v")) for name, version, *_ in map(str.split, lines)}
    hold(len(built) > 100 and built <= held, f"it names all {len(built)} crates of the program {built - held or ''}")
    bare = [part["name"] for part in parts if not part.get("licenses") or not part.get("purl", "").startswith("pkg:cargo/")]
    hold(not bare, f"each with its licence and purl {bare or ''}")
    hold(str(ROOT) not in text, "and no folder of this machine")
