# SPDX-License-Identifier: EUPL-1.2
"""publiccode.yml is what the standard asks (0.7), fits the project, and would be refused with each of the faults below."""

import copy
import json
import pathlib
import tomllib

import jsonschema
from license_expression import get_spdx_licensing
from ruamel.yaml import YAML

from told import ROOT, hold

SCHEMA = json.loads((pathlib.Path(__file__).parent / "publiccode.schema.json").read_text())

# What must be refused: where, and what stands there instead (None: nothing).
FAULTS = [
    (["platforms"], None),
    (["url"], "forge.example/org/taalbrug"),
    (["publiccodeYmlVersion"], "0.1"),
    (["categories"], ["glossaries"]),
    (["softwareVersion"], "9.9.9"),
    (["releaseDate"], "22-11-2026"),
    (["supports"], [{"id": "alias:unknown"}]),
    (["softwareType"], "web"),
    (["legal", "license"], "EUPL-9.9"),
    (["maintenance", "type"], "community"),
    (["maintenance", "contractors"], [{"name": "x", "until": "2030-01-01"}]),
    (["localisation", "localisationReady"], "yes"),
    (["intendedAudience", "countries"], ["Netherlands"]),
    (["description", "nl", "shortDescription"], "x" * 151),
    (["description", "en", "screenshots"], ["docs/absent.png"]),
    (["name_of_nothing"], "x"),
]


def faults_of(paper):
    checker = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    found = [f"{'/'.join(map(str, fault.path))}: {fault.message}" for fault in checker.iter_errors(paper)]
    found += get_spdx_licensing().validate(paper["legal"]["license"]).errors
    texts = paper["description"].values()
    found += [f"no language has {key}" for key in ("longDescription", "features") if not any(key in text for text in texts)]
    pictures = [path for text in texts for path in text.get("screenshots", [])]
    found += [f"{path} is not there" for path in pictures if not (ROOT / path).is_file()]
    version = tomllib.loads((ROOT / "Cargo.toml").read_text())["package"]["version"]
    if paper.get("softwareVersion", "dev") not in ("dev", version):
        found.append(f"softwareVersion is neither dev nor {version}")
    return found


def broken(paper, place, value):
    """The paper with this in that place."""
    paper = copy.deepcopy(paper)
    inner = paper
    for step in place[:-1]:
        inner = inner[step]
    inner.pop(place[-1], None)
    if value is not None:
        inner[place[-1]] = value
    return paper


def check():
    paper = YAML(typ="safe").load((ROOT / "publiccode.yml").read_text())
    found = faults_of(paper)
    hold(not found, f"publiccode.yml is valid {found or ''}")
    for place, value in FAULTS:
        hold(faults_of(broken(paper, place, value)), f"publiccode.yml is refused with another {'/'.join(place)}")
