# SPDX-License-Identifier: EUPL-1.2
"""The receiver of docs/webhook.md, as it stands there, beside the real program: over http, over https with a certificate that is trusted,
and refusing what is not genuine."""

import base64
import os
import pathlib
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
PATIENCE = 60
SERVING = 'http.server.HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "9000"))), Receiver).serve_forever()'
OVER_TLS = """server = http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Receiver)
import ssl
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(os.environ["CHAIN"])
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(what, is_there):
    end = time.monotonic() + PATIENCE
    while not is_there():
        assert time.monotonic() < end, f"{what} did not come"
        time.sleep(0.1)


def is_open(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def certificate(folder, name):
    """A certificate for this machine that signs itself, with its key in one file."""
    key, chain = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", chain, "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE"],
        check=True, capture_output=True)
    both = folder / f"{name}-both.pem"
    both.write_text(chain.read_text() + key.read_text())
    return chain, both


def main(folder, started):
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs/webhook.md").read_text(), re.DOTALL)
    assert len(blocks) == 1 and blocks[0].count(SERVING) == 1, "docs/webhook.md has one receiver"
    plain, safe = folder / "plain.py", folder / "safe.py"
    plain.write_text(blocks[0])
    safe.write_text(blocks[0].replace(SERVING, OVER_TLS))
    secret = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    (trusted, chain), (_, other) = certificate(folder, "own"), certificate(folder, "other")
    ports, outputs = [free_port() for _ in range(3)], []
    for port, script, chain in zip(ports, [plain, safe, safe], [chain, chain, other]):
        output = folder / f"{port}.txt"
        environment = {**os.environ, "WEBHOOK_SECRET": secret, "PORT": str(port), "CHAIN": str(chain)}
        started.append(subprocess.Popen([sys.executable, script], env=environment, stdout=output.open("w"), stderr=subprocess.DEVNULL))
        outputs.append(output)
    for port in ports:
        wait_for("a receiver", lambda: is_open(port))

    shutil.copytree(ROOT / "glossary", folder / "glossary")
    listen, log = free_port(), folder / "log.txt"
    addresses = f"http://127.0.0.1:{ports[0]}/ https://localhost:{ports[1]}/ https://localhost:{ports[2]}/"
    environment = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
    started.append(subprocess.Popen(
        [PROGRAM, "serve", "--glossary", folder / "glossary", "--index", folder / "index", "--listen", f"127.0.0.1:{listen}",
         "--base-url", f"http://127.0.0.1:{listen}", "--webhook-urls", addresses],
        env={**environment, "TAALBRUG_WEBHOOK_SECRET": secret, "SSL_CERT_FILE": str(trusted)},
        stdout=log.open("w"), stderr=subprocess.STDOUT))
    wait_for("the service", lambda: is_open(listen))

    term = folder / "glossary/terms/signaal.toml"
    term.write_text(re.sub(r'^english = ".*"$', 'english = "sign"', term.read_text(), count=1, flags=re.MULTILINE))
    for output in outputs[:2]:
        wait_for("a genuine message", lambda: output.read_text().startswith("new revision "))
    wait_for("a line about the one who is not trusted", lambda: "certificate is not trusted" in log.read_text())
    assert outputs[2].read_text() == "", "nothing is told where the certificate is not trusted"
    assert secret not in log.read_text() and "whsec_" not in log.read_text(), "the secret is in the log"

    forged = urllib.request.Request(f"http://127.0.0.1:{ports[0]}/", b"{}", {
        "webhook-id": "msg_1", "webhook-timestamp": str(int(time.time())), "webhook-signature": "v1,AAAA"})
    try:
        urllib.request.urlopen(forged)
        raise AssertionError("what is not genuine was taken")
    except urllib.error.HTTPError as refused:
        assert refused.code == 401, refused.code
    print("the receiver of docs/webhook.md took genuine messages over http and https, and refused the rest")


with tempfile.TemporaryDirectory() as scratch:
    children = []
    try:
        main(pathlib.Path(scratch), children)
    finally:
        for child in children:
            child.kill()
            child.wait()
