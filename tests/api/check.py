# SPDX-License-Identifier: EUPL-1.2
"""The API keeps to the API Design Rules and to its own description: lint, probe, examples, and requests made from the schema.

Usage: check.py TAALBRUG TOOLS, where TOOLS holds bin/schemathesis, and node_modules beside this file holds Spectral. Starts the program
on a free port of this machine over the glossary of the project, and stops it. Ends with 1 when something is not as it should be.
"""

import http.client
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.parse

import probe

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SEED = 20260501
MOST_EXAMPLES = 30
SETTINGS = {
    "--contact-name": "Team Voorbeeld",
    "--contact-email": "team@voorbeeld.example",
    "--contact-url": "https://voorbeeld.example",
    "--security-contact": "mailto:team@voorbeeld.example",
    "--security-expires": "2099-01-01T00:00:00Z",
}


class Answer:
    def __init__(self, service, status, headers, body):
        self.service, self.status, self.body = service, status, body
        self.headers = {}
        for name, value in headers:
            kept = self.headers.get(name.lower())
            self.headers[name.lower()] = value if kept is None else f"{kept}, {value}"

    def header(self, name):
        return self.headers.get(name, "")

    @property
    def kind(self):
        return self.header("content-type").split(";")[0]

    @property
    def text(self):
        return self.body.decode()

    def json(self):
        return json.loads(self.body)


class Service:
    """The program, running."""

    base = "/api/v1"

    def __init__(self, program, folder):
        options = [part for option in SETTINGS.items() for part in option]
        command = [program, "serve", "--glossary", ROOT / "glossary", "--index", folder, "--listen", "127.0.0.1:0", "--log", "error", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.address = ""
        for line in self.process.stdout:
            if "http://" in line:
                self.address = line.split("http://", 1)[1].split("/")[0].strip()
            if line.startswith("Index "):
                break
        while self.ask("GET", f"{self.base}/changes").json()["history"]["state"] == "reading":
            time.sleep(0.2)

    def ask(self, method, path, headers=None, body=None, blanks=0):
        connection = http.client.HTTPConnection(self.address, timeout=60)
        payload = b" " * blanks if blanks else json.dumps(body).encode() if body is not None else None
        path = urllib.parse.quote(path, safe="/?&=%+,.:-_~")
        try:
            connection.request(method, path, body=payload, headers=headers or {})
            answer = connection.getresponse()
            return Answer(self, answer.status, answer.getheaders(), answer.read())
        finally:
            connection.close()

    def stop(self):
        self.process.terminate()
        self.process.wait()


def run(*command, folder=HERE):
    sys.stdout.flush()
    return subprocess.run([str(part) for part in command], cwd=folder).returncode == 0


def sees_faults(spectral):
    """Whether the lint finds what is wrong in a document that breaks the rules which are named in it."""
    command = [spectral, "lint", "--quiet", "--format", "json", "--ruleset", "adr.spectral.yaml", "bad.json"]
    found = subprocess.run([str(part) for part in command], cwd=HERE, capture_output=True, text=True).stdout
    broken = {fault["code"] for fault in json.loads(found)}
    missed = set(json.loads((HERE / "bad.json").read_text())["x-breaks"]) - broken
    if missed:
        print(f"not seen: {sorted(missed)}")
    return not missed


def main(program, tools):
    faults, held = [], 0

    def hold(truth, what):
        nonlocal held
        held += 1
        if not truth:
            faults.append(what)
            print(f"FAIL {what}")

    with tempfile.TemporaryDirectory() as folder:
        service = Service(program, folder)
        try:
            answer = service.ask("GET", f"{Service.base}/openapi.json")
            document = answer.json()
            file = pathlib.Path(folder) / "openapi.json"
            file.write_bytes(answer.body)
            spectral = HERE / "node_modules/.bin/spectral"
            hold(run(spectral, "lint", "--quiet", "--fail-severity", "warn", "--ruleset", "adr.spectral.yaml", file), "lint")
            hold(sees_faults(spectral), "the lint sees what is wrong in bad.json, by each rule that it breaks")
            probe.probe(service, document, hold)
            probe.examples(service, document, hold)
            origin = f"http://{service.address}"
            hold(
                run(
                    pathlib.Path(tools) / "bin/schemathesis", "--config-file", HERE / "schemathesis.toml", "run",
                    f"{origin}{Service.base}/openapi.json", "--url", f"{origin}{Service.base}",
                    "--checks", "all", "--exclude-checks", "allow_header_conformance", "--phases", "examples,coverage,fuzzing,stateful",
                    "--seed", SEED, "--max-examples", MOST_EXAMPLES, "--generation-database", "none",
                    "--request-timeout", 60, "--no-color",
                    folder=folder,  # it keeps what it saw beside itself
                ),
                "schemathesis",
            )
        finally:
            service.stop()
    print(f"{held - len(faults)} held, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
