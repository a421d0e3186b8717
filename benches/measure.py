#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Measures a release build: start to first answered search, p50 of a search against the bare liveness route, memory.

    cargo build --release && python3 benches/measure.py

Standard library only. Times hang on the machine; the ratio of two routes in one run hangs on it much less.
"""
import http.client, pathlib, re, shutil, socket, statistics, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "target/release/taalbrug"
SEARCH = "/api/v1/search?q=melding"
LIVE = "/health/live"
ROUNDS, STARTS = 4000, 7


def start(index):
    """Starts the server; gives the process, its address, and the milliseconds until a search was answered."""
    began = time.perf_counter()
    process = subprocess.Popen([PROGRAM, "serve", "--listen", "127.0.0.1:0", "--index", index],
                               cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    for line in process.stdout:
        found = re.search(r"http://([^/\s]+)/", line)
        if found:
            address = found[1]
            break
    else:
        sys.exit("the server did not start")
    while True:
        try:
            ask(http.client.HTTPConnection(address), SEARCH)
            return process, address, (time.perf_counter() - began) * 1000
        except ConnectionRefusedError:
            time.sleep(0.001)


def ask(connection, path):
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, (path, answer.status)
    return body


def stop(process):
    process.terminate()
    process.wait()


def peak_memory(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


def first_answers(warm):
    """Milliseconds from start to the first answered search, with or without an index on disk."""
    times = []
    with tempfile.TemporaryDirectory() as index:
        if warm:
            stop(start(index)[0])
        for _ in range(STARTS):
            process, _, milliseconds = start(index)
            stop(process)
            times.append(milliseconds)
            if not warm:
                shutil.rmtree(index)
                pathlib.Path(index).mkdir()
    return statistics.median(times)


def latencies(address):
    """Median microseconds of both routes over one kept connection, asked in turn; a bare socket, so that the client's
    own work hardly counts."""
    host, port = address.split(":")
    connection = socket.create_connection((host, int(port)))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    requests = {path: f"GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n".encode() for path in (SEARCH, LIVE)}
    lengths = {path: answer_length(connection, request) for path, request in requests.items()}
    times = {path: [] for path in requests}
    for _ in range(ROUNDS):
        for path, request in requests.items():
            began = time.perf_counter()
            connection.sendall(request)
            left = lengths[path]
            while left > 0:
                left -= len(connection.recv(65536))
            times[path].append((time.perf_counter() - began) * 1e6)
    return {path: statistics.median(list_) for path, list_ in times.items()}


def answer_length(connection, request):
    """The bytes of the answer to a request, header and body; the same every time."""
    connection.sendall(request)
    text = b""
    while b"\r\n\r\n" not in text:
        text += connection.recv(65536)
    head, body = text.split(b"\r\n\r\n", 1)
    assert b" 200 " in head, head
    whole = len(head) + 4 + int(re.search(rb"content-length: (\d+)", head)[1])
    while len(text) < whole:
        text += connection.recv(65536)
    return whole


if not PROGRAM.exists():
    sys.exit("build it first: cargo build --release")
print(f"start to first answered search, no index on disk: {first_answers(False):.0f} ms (median of {STARTS})")
print(f"start to first answered search, index on disk:    {first_answers(True):.0f} ms (median of {STARTS})")
with tempfile.TemporaryDirectory() as index:
    process, address, _ = start(index)
    p50 = latencies(address)
    print(f"p50 at one connection: search {p50[SEARCH]:.0f} µs, liveness {p50[LIVE]:.0f} µs, ratio {p50[SEARCH] / p50[LIVE]:.2f}")
    print(f"peak memory: {peak_memory(process):.1f} MB")
    stop(process)
