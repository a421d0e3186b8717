# SPDX-License-Identifier: EUPL-1.2
"""What the program gives to other systems is what their standards ask.

Usage: check.py TAALBRUG [FOLDER], with the Python of an environment that holds pyshacl and jsonschema.

- Turtle and JSON-LD are the same statements, also of one word, and keep to the application profile of NL-SBB where FOLDER holds it
  (skos-ap-nl.ttl of Geonovum/NL-SBB, which has no licence that lets us keep it). Nothing is fetched. Warnings are told.
- The JSON of the whole is valid against the JSON Schema that the service gives.
- The table has a mark of its alphabet, semicolons, as many cells in each row, and no cell that a spreadsheet program runs.
- TBX is XML with an entry for each meaning.

Ends with 1 when something is not as it should be, and with 3 when all is well but the profile was not there.
"""

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.request
import xml.etree.ElementTree as xml

from jsonschema import Draft202012Validator
from pyshacl import validate
from rdflib import Graph, Namespace
from rdflib.compare import to_isomorphic

SH = Namespace("http://www.w3.org/ns/shacl#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
faults = []


def graph(text, form):
    return Graph().parse(data=text, format=form)


def same(turtle, jsonld, name):
    """Both forms as graphs; a fault where they differ."""
    first, second = graph(turtle, "turtle"), graph(jsonld, "json-ld")
    if to_isomorphic(first) != to_isomorphic(second):
        faults.append(f"{name}: Turtle and JSON-LD are not the same statements")
    return first


def keeps(data, profile, name):
    """Holds a graph against the profile; only violations are faults."""
    _, report, _ = validate(data, shacl_graph=profile, advanced=True, do_owl_imports=False)
    told = {}
    for result in report.subjects(SH.resultSeverity, None):
        severity = str(report.value(result, SH.resultSeverity)).rsplit("#", 1)[-1]
        message = str(report.value(result, SH.resultMessage))
        told.setdefault((severity, message), []).append(str(report.value(result, SH.focusNode)))
    for (severity, message), nodes in sorted(told.items()):
        if severity == "Violation":
            faults.append(f"{name}: {message}: {', '.join(nodes[:5])}")
        else:
            print(f"{severity.lower()}: {name}: {message} ({len(nodes)} times, such as {nodes[0]})")


def table(text):
    if not text.startswith("\ufeff"):
        faults.append("the table has no mark of its alphabet")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    if len({len(row) for row in rows}) != 1 or len(rows) < 2:
        faults.append("the rows of the table do not have as many cells")
    bad = [cell for row in rows for cell in row if re.match(r"\s*[=+\-@\t\r]", cell)]
    if bad:
        faults.append(f"a spreadsheet program may run {bad[0]!r}")
    return len(rows)


class Server:
    """The service on a free port."""

    def __init__(self, program, glossary):
        self.folder = tempfile.TemporaryDirectory()
        arguments = [program, "serve", "--listen", "127.0.0.1:0", "--glossary", glossary, "--index", self.folder.name]
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if found := re.search(r"http://[^/\s]+", line):
                self.base = found[0]
                return
        sys.exit("the service does not start")

    def get(self, path, accept="*/*"):
        request = urllib.request.Request(self.base + path, headers={"Accept": accept})
        return urllib.request.urlopen(request).read().decode()

    def stop(self):
        self.process.terminate()
        self.process.wait()


def withdrawn_copy(folder):
    """The glossary in which one word is withdrawn and another came in its place."""
    import shutil

    glossary = pathlib.Path(folder) / "glossary"
    shutil.copytree("glossary", glossary)
    file = glossary / "terms/keukentafelgesprek.toml"
    text = re.sub(r'status = "\w+"', 'status = "retired"', file.read_text())
    file.write_text(text.replace("\n[[concepts]]", '\nreplaced_by = ["signaal"]\n\n[[concepts]]', 1))
    return str(glossary)


def main(program, data):
    profile = pathlib.Path(data) / "skos-ap-nl.ttl" if data else None
    profile = Graph().parse(profile) if profile and profile.exists() else None
    with tempfile.TemporaryDirectory() as folder:
        server = Server(program, withdrawn_copy(folder))
        try:
            forms = {form: server.get(f"/export/{form}") for form in ["turtle", "jsonld", "csv", "json", "tbx"]}
            whole = same(forms["turtle"], forms["jsonld"], "the whole")
            words = ["keukentafelgesprek", "signaal", "melding", "toezicht"]
            graphs = {
                word: same(server.get(f"/doc/{word}", "text/turtle"), server.get(f"/doc/{word}", "application/ld+json"), word)
                for word in words
            }
            for name, data_of in [("the whole", whole), *graphs.items()]:
                if profile is not None:
                    keeps(data_of, profile, name)
            schema = json.loads(server.get("/export/json/schema"))
            Draft202012Validator.check_schema(schema)
            for error in Draft202012Validator(schema).iter_errors(json.loads(forms["json"])):
                faults.append(f"JSON: {error.json_path}: {error.message[:200]}")
            for form in forms:
                if not json.loads(server.get(f"/export/{form}/losses"))["losses"]:
                    faults.append(f"{form} says nothing of what it lacks")
        finally:
            server.stop()
    rows = table(forms["csv"])
    entries = xml.fromstring(forms["tbx"]).iter("{urn:iso:std:iso:30042:ed-2}conceptEntry")
    entries, concepts = sum(1 for _ in entries), len(set(whole.subjects(predicate=SKOS.inScheme)))
    if entries != concepts:
        faults.append(f"TBX has {entries} entries for {concepts} meanings")
    for fault in faults:
        print(f"FAULT: {fault}")
    print(f"{len(whole)} statements, {concepts} meanings, {rows} rows, {len(faults)} faults")
    return 1 if faults else 0 if profile is not None else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""))
