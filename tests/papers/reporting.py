# SPDX-License-Identifier: EUPL-1.2
"""security.txt of a running service, read by the parser that internet.nl uses (RFC 9116)."""

import datetime
import subprocess
import tempfile
import urllib.error
import urllib.request

import sectxt

from told import ROOT, hold

# Recommendations that are not for a program to follow: whoever runs it may sign the file or name a key in a file of their own.
NOT_OURS = {"no_encryption", "not_signed"}


class Service:
    """`taalbrug serve` on a free port, with these options."""

    def __init__(self, program, *options):
        self.index = tempfile.TemporaryDirectory()
        serve = [program, "serve", "--glossary", "glossary", "--index", self.index.name, "--listen", "127.0.0.1:0", "--log", "warn", *options]
        self.process = subprocess.Popen(serve, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        line = next(line for line in self.process.stdout if "http://" in line)
        self.address = line.split()[-1].rstrip("/")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate()
        self.index.cleanup()

    def get(self, path):
        try:
            with urllib.request.urlopen(self.address + path, timeout=20) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers["Content-Type"], error.read()


def check(program):
    place = "/.well-known/security.txt"
    until = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=300)
    site = "https://taalbrug.example"
    options = ["--security-contact", "mailto:lek@taalbrug.example", "--security-expires", until.strftime("%Y-%m-%dT%H:%M:%SZ"), "--base-url", site]
    with Service(program, *options) as service:
        status, kind, text = service.get(place)
    hold((status, kind) == (200, "text/plain; charset=utf-8"), f"security.txt is there {status} {kind}")
    told = sectxt.Parser(text, urls=site + place)
    hold(not told.errors, f"security.txt has no faults {told.errors or ''}")
    rest = [item for item in told.recommendations + told.notifications if item["code"] not in NOT_OURS]
    hold(not rest, f"and nothing to recommend {rest or ''}")
    with Service(program) as service:
        hold(service.get(place)[0] == 404, "without a contact there is none")
