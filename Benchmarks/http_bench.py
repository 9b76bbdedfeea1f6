"""Requests over HTTP with wrk on loopback, as programs send them: intake and completion by POST, each
durable before its answer, and the pages people open most, as HTML and as JSON.

wrk runs on the processors of the server itself, so that a machine of its own for the callers would give
higher figures. Run by bench.py, or alone: ROVIEC=… python Benchmarks/http_bench.py --dossiers 500.
"""

import argparse
import http.client
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from pathlib import Path

import baselines
from office_server import ROVIEC, Server

SCRIPT = Path(__file__).with_name("http_bench.lua")
CLERK = "mc.bode"
CONNECTIONS = 32
PAGE, VALUE = "text/html", "application/json"


def token(data, account, *scopes):
    command = [ROVIEC, "token", "create", "--data", str(data), "--person", account]
    for scope in scopes:
        command += ["--scope", scope]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


class Caller:
    """Calls one server with one token."""

    def __init__(self, server, folder, secret):
        self.server, self.folder, self.secret = server, folder, secret

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port)
        connection.request("GET", path, headers={"Authorization": f"Bearer {self.secret}"})
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == 200, f"{path}: {answer.status} {body[:300]}"
        return json.loads(body)

    def wrk(self, method, lines, seconds, accept=VALUE, connections=CONNECTIONS):
        """Sends the lines (path, body), once each by POST, in turn by GET. Returns the figures, with
        the processor time the server spent on one request in milliseconds."""
        requests = self.folder / "requests.tsv"
        requests.write_text("".join(f"{path}\t{body}\n" for path, body in lines))
        threads = min(2, os.cpu_count() or 1, connections)
        ways = "repeat" if method == "GET" else "once"
        before = self.server.processor_seconds()
        out = subprocess.run(
            ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s",
             "-s", str(SCRIPT), f"http://127.0.0.1:{self.server.port}", "--", str(requests),
             self.secret, str(threads), accept, method, ways],
            check=True, capture_output=True, text=True).stdout
        figures = json.loads(out.strip().splitlines()[-1])
        spent = self.server.processor_seconds() - before
        figures["processor"] = spent / max(1, figures["requests"]) * 1000
        return figures


def procedure(caller):
    """The first procedure at the counter whose intake a plain body passes, and that body."""
    for choice in caller.get("/counter")["procedures"]:
        intake = caller.get(f"/counter/{choice['code']}")
        names = intake["version"].get("components", [])
        body = {
            "name": "Nguyễn Văn Thử", "identity": "001099000001", "phone": "0900000000",
            "address": "Phường Bồ Đề", "sets": 1,
            "paper": {str(i): 1 for i in range(len(names))},
            "copies": {str(i): 1 for i in range(len(names))},
        }
        line = (f"/counter/{choice['code']}", json.dumps(body, ensure_ascii=False))
        if caller.wrk("POST", [line], 1, connections=1)["refused"] == 0:
            return line
    raise SystemExit("no procedure takes a plain intake")


def report(figure, name, found, target=None, target_p99=None, baseline=None):
    rate = found["requests"] / found["seconds"]
    figure(name, rate, "1/s", baseline, target)
    figure(f"{name}, p50", found["p50"], "ms")
    figure(f"{name}, p99", found["p99"], "ms", None, target_p99)
    figure(f"{name}, processor time of one", found["processor"], "ms")
    figure(f"{name}, errors", found["refused"] + found["broken"], "")


def writing(caller, database, seconds, figure, folder):
    commits = baselines.one_row_commits_per_second(folder)
    figure("one-row durable commits, same minutes (baseline)", commits, "1/s")
    line = procedure(caller)
    # More bodies than can be sent in the time.
    found = caller.wrk("POST", [line] * (seconds * 20_000), seconds)
    report(figure, f"POST intake, {CONNECTIONS} connections, JSON", found, baseline=commits)
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as rows:
        open_items = rows.execute(
            """SELECT w.dossier, w.item FROM workItem w JOIN account a ON a.person = w.person
            WHERE a.name = ? AND w.list = 'open' AND w.item = 1 ORDER BY w.dossier DESC""",
            (CLERK,)).fetchall()
    lines = [
        (f"/dossiers/{dossier}/acts",
         json.dumps({"act": "complete", "item": item, "product": "Phiếu đã ký"}))
        for dossier, item in open_items]
    # Every POST completes another item, so the time is bounded by the items there are.
    seconds = max(1, min(seconds, len(lines) // 8_000))
    found = caller.wrk("POST", lines, seconds)
    assert found["requests"] < len(lines), "more items are needed than were taken in"
    report(figure, f"POST complete, {CONNECTIONS} connections, JSON", found, "5000/s", "20 ms",
           commits)


def reading(caller, seconds, figure):
    dossier = caller.get("/dossiers")["rows"][0]["code"]
    for name, path in [
        ("work list", "/work"), ("dossier page", f"/dossiers/{dossier}"),
        ("report", "/reports"),
    ]:
        for kind, accept in [("HTML", PAGE), ("JSON", VALUE)]:
            found = caller.wrk("GET", [(path, "")], max(1, seconds // 3), accept)
            report(figure, f"GET {name}, {CONNECTIONS} connections, {kind}", found)


def measure(data, folder, seconds, figure):
    """Works on a copy of an office, so that others measure what they expect."""
    copy = folder / "http"
    shutil.copytree(data, copy)
    secret = token(copy, CLERK, "read", "work")
    server = Server(copy)
    try:
        caller = Caller(server, folder, secret)
        reading(caller, seconds, figure)
        writing(caller, copy / "office.sqlite", seconds, figure, folder)
        figure("memory after the requests", server.resident_megabytes(), "MB")
    finally:
        server.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=500, help="dossiers of the demo office")
    parser.add_argument("--seconds", type=int, default=10, help="seconds a figure")
    arguments = parser.parse_args()

    def figure(name, value, unit, baseline=None, target=None):
        row = {"figure": name, "value": round(value, 4), "unit": unit}
        if baseline:
            row |= {"baseline": round(baseline, 4), "ratio": round(value / baseline, 3)}
        if target:
            row["target"] = target
        print(json.dumps(row, ensure_ascii=False), flush=True)

    with tempfile.TemporaryDirectory(prefix="roviec-http-") as name:
        folder = Path(name)
        subprocess.run(
            [ROVIEC, "demo", "--data", str(folder / "office"), "--dossiers",
             str(arguments.dossiers)], check=True, capture_output=True)
        measure(folder / "office", folder, arguments.seconds, figure)


if __name__ == "__main__":
    main()
