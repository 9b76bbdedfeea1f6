"""A day's mix over HTTP at a fixed rate: lists, pages, search and tracking beside intake and completion, on
the demo office as it is served, with the time of each kind of request.

Requests fall due at a fixed rate whatever the server does, and their time counts from when they were due: a
server that stands still for a second is seen in every request of that second. Run by `script/bench mixed`, or
alone: ROVIEC=… python Benchmarks/mixed.py --rate 200 --seconds 30.
"""

import argparse
import http.client
import json
import os
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import quote, urlencode

from http_bench import CLERK, PAGE, VALUE, token
from office_server import ROVIEC, Server
from records import percentile

WORDS = ["nguyen", "tran", "khai sinh", "dang ky", "chung thuc", "le thi", "bo de", "hu cau"]

# Of a hundred requests.
MIX = [
    ("work list", 25), ("dossier page", 25), ("register", 12), ("search", 10), ("tracking", 10),
    ("complete", 10), ("receive", 8),
]


class Line:
    """One connection that is kept open, as browsers and programs keep theirs."""

    def __init__(self, port, secret):
        self.port, self.secret = port, secret
        self.connection = None

    def send(self, method, path, body=None, accept=PAGE, known=True):
        headers = {"Accept": accept}
        if known:
            headers["Authorization"] = f"Bearer {self.secret}"
        if body is not None:
            is_json = body.startswith("{")
            headers["Content-Type"] = (
                "application/json" if is_json else "application/x-www-form-urlencoded")
            body = body.encode()
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.connection = None
            return 0, b""


def intake(line):
    """The first procedure at the counter whose intake a plain body passes: its address and that body."""
    _, choices = line.send("GET", "/counter", accept=VALUE)
    for choice in json.loads(choices)["procedures"]:
        path = f"/counter/{quote(choice['code'])}"
        _, page = line.send("GET", path, accept=VALUE)
        names = json.loads(page)["version"].get("components", [])
        body = json.dumps({
            "name": "Nguyễn Văn Thử", "identity": "001099000001", "phone": "0900000000",
            "address": "Phường Bồ Đề", "sets": 1,
            "paper": {str(i): 1 for i in range(len(names))},
            "copies": {str(i): 1 for i in range(len(names))},
        }, ensure_ascii=False)
        if line.send("POST", path, body, VALUE)[0] == 201:
            return path, body
    raise SystemExit("no procedure takes a plain intake")


def receive(line, path, body, count):
    """Dossiers that wait for their first step to be completed."""
    codes = []
    for _ in range(count):
        status, answer = line.send("POST", path, body, VALUE)
        assert status == 201, f"{path}: {status} {answer[:300]}"
        codes.append(json.loads(answer)["dossier"])
    return codes


def plan(chance, rate, seconds, path, body, codes, waiting):
    """What is sent and when, drawn beforehand: method, path, body, whether it shows who it is."""
    kinds = [kind for kind, share in MIX for _ in range(share)]
    for number in range(int(rate * seconds)):
        kind = chance.choice(kinds)
        code = chance.choice(codes)
        request = {
            "work list": ("GET", "/work", None, True),
            "dossier page": ("GET", f"/dossiers/{quote(code)}", None, True),
            "register": ("GET", "/dossiers", None, True),
            "search": ("GET", "/dossiers?" + urlencode({"q": chance.choice(WORDS)}), None, True),
            "tracking": ("POST", "/track", urlencode({"code": code, "digits": ""}), False),
            "receive": ("POST", path, body, True),
        }.get(kind)
        if kind == "complete":
            if not waiting:
                raise SystemExit("more steps are completed than wait")
            request = (
                "POST", f"/dossiers/{quote(waiting.pop())}/acts",
                json.dumps({"act": "complete", "item": 1, "product": "Phiếu đã ký"}), True)
        yield number / rate, kind, request


def work(port, secret, tasks, found):
    line = Line(port, secret)
    while (task := tasks.get()) is not None:
        due, kind, (method, path, body, known) = task
        accept = VALUE if method == "POST" and known else PAGE
        status, _ = line.send(method, path, body, accept, known)
        found.append((kind, (time.perf_counter() - due) * 1000, status))


def run(server, secret, requests, callers):
    """Hands each request out when it is due; what came back, and how late the last was handed out."""
    tasks, found = queue.Queue(), []
    threads = [
        threading.Thread(target=work, args=(server.port, secret, tasks, found), daemon=True)
        for _ in range(callers)]
    for thread in threads:
        thread.start()
    begun, slip = time.perf_counter(), 0
    for offset, kind, request in requests:
        due = begun + offset
        while (wait := due - time.perf_counter()) > 0:
            time.sleep(wait)
        slip = max(slip, time.perf_counter() - due)
        tasks.put((due, kind, request))
    for _ in threads:
        tasks.put(None)
    for thread in threads:
        thread.join(60)
    return found, time.perf_counter() - begun, slip * 1000


def tell(name, answers, **more):
    times = [milliseconds for _, milliseconds, _ in answers]
    row = {"figure": f"mixed, {name}", "unit": "ms", "requests": len(answers)}
    if times:
        row |= {f"p{part}": round(percentile(times, part), 2) for part in (50, 95, 99)}
        row["most"] = round(max(times), 2)
    row["errors"] = sum(status not in (200, 201, 303) for _, _, status in answers)
    print(json.dumps(row | more, ensure_ascii=False), flush=True)


def measure(data, rate, seconds, callers, seed):
    secret = token(data, CLERK, "read", "work")
    chance = random.Random(seed)
    server = Server(data)
    try:
        line = Line(server.port, secret)
        path, body = intake(line)
        _, register = line.send("GET", "/dossiers", accept=VALUE)
        codes = [row["code"] for row in json.loads(register)["rows"]]
        waiting = receive(line, path, body, int(rate * seconds * 0.14) + 20)
        requests = list(plan(chance, rate, seconds, path, body, codes, waiting))
        before = server.processor_seconds()
        found, passed, slip = run(server, secret, requests, callers)
        spent = server.processor_seconds() - before
        for kind, _ in MIX:
            tell(kind, [answer for answer in found if answer[0] == kind])
        tell(
            "all", found, rate=rate, reached=round(len(found) / passed, 1),
            handed_out_late_ms=round(slip, 2), processor=round(spent / passed, 3),
            memory_MB=round(server.resident_megabytes(), 1), load1=round(os.getloadavg()[0], 2))
        return all(status in (200, 201, 303) for _, _, status in found)
    finally:
        server.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=500, help="dossiers of the demo office")
    parser.add_argument("--rate", type=float, default=200, help="requests a second")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--callers", type=int, default=32, help="connections that are kept open")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="roviec-mixed-") as name:
        data = Path(name) / "office"
        subprocess.run(
            [ROVIEC, "demo", "--data", str(data), "--dossiers", str(arguments.dossiers)],
            check=True, capture_output=True)
        sound = measure(
            data, arguments.rate, arguments.seconds, arguments.callers, arguments.seed)
    sys.exit(0 if sound else 1)


if __name__ == "__main__":
    main()
