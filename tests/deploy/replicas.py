# SPDX-License-Identifier: EUPL-1.2
"""Three replicas behind deploy/nginx.conf, as it is but for names, ports and the certificate: while one is killed and the others are
replaced one by one, every request is answered; what has a tag is kept by the proxy; nothing that was typed is in its files or its log."""

import collections
import contextlib
import http.client
import json
import os
import pathlib
import re
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
import time

from prometheus_client.parser import text_string_to_metric_families

from told import ROOT, hold

# A word that stands nowhere else.
WORD = "xqzvbgeheim"
PATIENCE = 30


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def until(holds, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.05)
    raise SystemExit(f"in vain: {what}")


class Replica:
    """One service, on a port of its own, with its index where all have theirs."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.port, self.apart = free_port(), free_port()
        self.start()

    def start(self):
        options = ["--listen", f"127.0.0.1:{self.port}", "--operator-listen", f"127.0.0.1:{self.apart}", "--drain", "2"]
        serve = [self.program, "serve", "--glossary", str(ROOT / "glossary"), "--index", self.folder + "/index", "--log", "warn", *options]
        self.process = subprocess.Popen(serve, cwd=self.folder, stdout=subprocess.DEVNULL)
        until(self.is_ready, "a replica that serves")

    def is_ready(self):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.apart, timeout=5)
            connection.request("GET", "/health/ready")
            return connection.getresponse().status == 200
        except OSError:
            return False

    def end(self, how):
        if self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(PATIENCE)


class Proxy:
    """nginx with the project's own configuration."""

    def __init__(self, replicas, folder):
        self.port = free_port()
        text = (ROOT / "deploy" / "nginx.conf").read_text()
        servers = "".join(f"server 127.0.0.1:{replica.port} max_fails=1 fail_timeout=2s;\n" for replica in replicas)
        text, count = re.subn(r"(\s+server taalbrug-\d+:8080[^;]*;)+", "\n" + servers.replace("\\", ""), text)
        assert count == 1
        for old, new in [
            ("/tmp/", folder + "/nginx-"),
            ("listen 8080;", f"listen 127.0.0.1:{free_port()};"),
            ("listen 8443 ssl http2;", f"listen 127.0.0.1:{self.port} ssl http2;"),
            ("/etc/nginx/tls/", folder + "/"),
            ("/dev/stderr", folder + "/nginx-errors"),
        ]:
            assert old in text, old
            text = text.replace(old, new)
        # As root nginx would serve as nobody, who cannot read this folder.
        text = ("user root;\n" if os.getuid() == 0 else "") + text
        pathlib.Path(folder, "nginx.conf").write_text(text)
        key = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
        subprocess.run([*key, "-keyout", folder + "/key.pem", "-out", folder + "/fullchain.pem"], check=True, capture_output=True)
        run = ["nginx", "-p", folder, "-e", folder + "/nginx-errors", "-c", folder + "/nginx.conf"]
        tried = subprocess.run([*run, "-t"], capture_output=True, text=True)
        hold(tried.returncode == 0, f"nginx.conf is sound {tried.stderr if tried.returncode else ''}")
        self.process = subprocess.Popen([*run, "-g", "daemon off;"])

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(PATIENCE)

    def answers(self):
        try:
            return self.ask("GET", "/terms/signaal")[0] == 200
        except OSError:
            return False

    def connection(self):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=PATIENCE, context=context)

    def ask(self, method, path, body=None, headers=None):
        connection = self.connection()
        headers = dict(headers or {}) | ({"Content-Type": "application/json"} if body else {})
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


def ask_on(proxy, over, counted):
    """Asks in every way until told to stop, and counts the answers by their status."""
    asked = [
        ("GET", "/terms/signaal", None),
        ("GET", f"/api/v1/search?q={WORD}", None),
        ("POST", "/api/v1/search", json.dumps({"q": "melding"})),
    ]
    while not over.is_set():
        for method, path, body in asked:
            try:
                counted[proxy.ask(method, path, body)[0]] += 1
            except OSError as error:
                counted[repr(error)] += 1


def check(program):
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as ends:
        replicas = []
        for _ in range(3):
            replicas.append(Replica(program, folder))
            ends.callback(replicas[-1].end, signal.SIGKILL)
        proxy = Proxy(replicas, folder)
        ends.callback(proxy.end)
        until(proxy.answers, "a proxy that answers")
        counted = under_requests(proxy, replicas)
        hold(set(counted) == {200}, f"a replica was killed and two were replaced under {sum(counted.values())} requests: {dict(counted)}")
        beside(proxy)
        told(replicas[0])
        # Its log and what it keeps are closed before they are read.
        proxy.end()
        kept = [path for path in pathlib.Path(folder).rglob("*") if path.is_file() and WORD.encode() in path.read_bytes()]
        hold(not kept, f"nothing that was typed is in a file of the proxy {kept or ''}")
        cached = [path for path in pathlib.Path(folder).glob("nginx-cache/**/*") if path.is_file()]
        hold(cached, "pages are kept in its cache")


def under_requests(proxy, replicas):
    """Kills a replica and replaces the others one by one while requests come; how many answers had which status."""
    over, counted = threading.Event(), collections.Counter()
    askers = [threading.Thread(target=ask_on, args=(proxy, over, counted)) for _ in range(4)]

    def more(number):
        seen = counted[200]
        until(lambda: counted[200] > seen + number, f"{number} answers")

    try:
        for asker in askers:
            asker.start()
        more(100)
        replicas[0].end(signal.SIGKILL)
        more(200)
        replicas[0].start()
        for replica in replicas[1:]:
            replica.end(signal.SIGTERM)
            replica.start()
        more(100)
    finally:
        over.set()
        for asker in askers:
            asker.join()
    return counted


def told(replica):
    """The metrics of a replica, read as Prometheus reads them."""
    texts = []
    for port, path in [(replica.port, f"/api/v1/search?q={WORD}"), (replica.apart, "/metrics")]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", path)
        texts.append(connection.getresponse().read().decode())
    text = texts[-1]
    families = {family.name: family for family in text_string_to_metric_families(text)}
    asked = [sample for sample in families["taalbrug_requests"].samples if sample.labels["route"] == "/api/v1/search"]
    hold(len(families) >= 15 and asked and asked[0].value > 0, f"Prometheus reads its {len(families)} metrics")
    hold(WORD not in text, "and nothing that was typed is in them")


def beside(proxy):
    """What else the proxy does."""
    status, headers, _ = proxy.ask("GET", "/terms/signaal")
    hold(headers["Strict-Transport-Security"] and len(headers["X-Request-ID"]) == 32, "answers have HSTS and the id of the proxy")
    tag = {"If-None-Match": headers["ETag"].removeprefix("W/")}
    hold(proxy.ask("GET", "/terms/signaal", headers=tag)[0] == 304, "a tag that is known gives 304")
    for path in ("/metrics", "/health", "/health/ready"):
        hold(proxy.ask("GET", path)[0] == 404, f"{path} is not for outside")
    english = proxy.ask("GET", "/doc/signaal", headers={"Accept": "text/turtle"})
    dutch = proxy.ask("GET", "/doc/signaal", headers={"Accept": "text/html"})
    hold(english[1]["Content-Type"] != dutch[1]["Content-Type"], "the cache keeps each form apart")
