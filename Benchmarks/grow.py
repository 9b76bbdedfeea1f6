"""Lists, search and report of one ward while the database around them grows.

The smallest size is the demo office as `roviec demo` plays it. Larger ones are bulk-loaded from it: its
read tables are multiplied in SQL, once for every further place (other offices, units, people, codes) and
once for every earlier half-year of every place (the same dossiers, ended, received earlier). So the ward
that is measured grows as well: in 10 million dossiers it has 20 half-years of its own. Copies carry what
lists, search and reports read, no entries of the ledger; the list of finished work is copied for the place
measured only. Then `roviec serve` is asked over HTTP, as JSON, by people of one ward and by the head of
its district.

ROVIEC=… python Benchmarks/grow.py 10000 100000 1000000 10000000 --draw docs/scale.svg
prints one JSON line a figure. Run by `script/bench --grow SIZE…` too. `--played PLACE` measures an office
as it stands instead, one that `roviec bench played` made: a folder or postgres://….
"""

import argparse
import http.client
import json
import os
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

from grow_curve import draw

# Weeks that the played office covers, so that a copy joins the one after it.
SPAN_DAYS = 31 * 7
MINUTES_A_DAY = 1440
# Places and half-years by which the played office is multiplied.
SHAPES = {10_000: (1, 1), 100_000: (3, 4), 1_000_000: (12, 10), 10_000_000: (60, 20)}
CLERK, LEADER, HEAD = "mc.ngocthuy", "ct.ngocthuy", "ct.quan"
WARD = "p.ngocthuy"

LOADING = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -1000000;
PRAGMA temp_store = FILE;
"""


def columns(rows, table):
    return [row[1] for row in rows.execute(f"PRAGMA table_info({table})")]


def copied(rows, table, change, source="", order=""):
    """Inserts copies of the rows of a table; `change` says how columns differ in a copy."""
    names = columns(rows, table)
    rows.execute(
        f"""INSERT INTO {table} ({", ".join(names)})
        SELECT {", ".join(change.get(name, "t." + name) for name in names)}
        FROM base_{table} t CROSS JOIN copy c {source} {order}""")


def without_indexes(rows, tables):
    """Drops the indexes of the tables and returns the statements that make them again."""
    marks = ", ".join("?" for _ in tables)
    found = rows.execute(
        f"""SELECT name, sql FROM sqlite_master
        WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({marks})""", tables).fetchall()
    for name, _ in found:
        rows.execute(f"DROP INDEX {name}")
    return [sql for _, sql in found]


def grow(path, places, halves):
    rows = sqlite3.connect(path, isolation_level=None)
    rows.executescript(LOADING)
    rows.execute("BEGIN")
    rows.execute("CREATE TEMP TABLE copy (place TEXT, code TEXT, half INTEGER)")
    rows.executemany(
        "INSERT INTO copy VALUES (?, ?, ?)",
        [("" if place == 0 else f"~{place}", "" if place == 0 else f"X{place}.", half)
         for place in range(places) for half in range(halves) if place or half])
    tables = ["dossier", "dossierUnit", "dossierWord", "dossierCount", "workItem", "workDone"]
    for table in tables:
        rows.execute(f"CREATE TEMP TABLE base_{table} AS SELECT * FROM {table}")
    indexes = without_indexes(rows, tables)
    code = "c.code || t.{} || CASE WHEN c.half = 0 THEN '' ELSE '.' || c.half END"
    minutes, days = f"c.half * {SPAN_DAYS * MINUTES_A_DAY}", f"c.half * {SPAN_DAYS}"
    past = "CASE WHEN c.half = 0 THEN {} ELSE {} END"
    # What is open today ended in the earlier half-years a day after it came.
    copied(rows, "dossier", {
        "code": code.format("code"), "office": "t.office || c.place",
        "focalPoint": "t.focalPoint || c.place", "holder": past.format("t.holder || c.place", "''"),
        "receivedAt": f"t.receivedAt - {minutes}", "receivedDay": f"t.receivedDay - {days}",
        "due": f"t.due - {minutes}", "paused": past.format("t.paused", "0"),
        "endedAt": past.format(
            "t.endedAt", f"coalesce(t.endedAt, t.receivedAt + {MINUTES_A_DAY}) - {minutes}"),
        "endedDay": past.format("t.endedDay", f"coalesce(t.endedDay, t.receivedDay + 1) - {days}"),
        "class": past.format("t.class", "coalesce(t.class, 'early')"),
        "status": past.format("t.status", "'returned'"),
        "step": past.format("t.step", "''"),
    }, order="ORDER BY 1")
    copied(rows, "dossierUnit", {
        "unit": "t.unit || c.place", "dossier": code.format("dossier"),
        "receivedAt": f"t.receivedAt - {minutes}", "isOpen": past.format("t.isOpen", "0"),
    }, order="ORDER BY 1, 2")
    copied(rows, "dossierWord", {
        "office": "t.office || c.place", "dossier": code.format("dossier"),
    }, order="ORDER BY 1, 2, 3")
    copied(rows, "dossierCount", {
        "office": "t.office || c.place", "day": f"t.day - {days}",
    }, order="ORDER BY 1, 2")
    copied(rows, "workItem", {
        "dossier": code.format("dossier"), "person": "t.person || c.place",
        "unit": "t.unit || c.place", "holder": "t.holder || c.place",
        "sender": "t.sender || c.place",
    }, source="WHERE c.half = 0", order="ORDER BY 1, 2")
    copied(rows, "workDone", {
        "dossier": code.format("dossier"), "endedAt": f"t.endedAt - {minutes}",
    }, source="WHERE c.place = ''", order="ORDER BY 1, 2")
    for sql in indexes:
        rows.execute(sql)
    rows.execute("COMMIT")
    rows.execute("PRAGMA journal_mode = WAL")
    rows.close()


class Office:
    """A served office and callers with tokens."""

    def __init__(self, data):
        roviec = os.environ["ROVIEC"]
        self.tokens = {
            person: subprocess.run(
                [roviec, "token", "create", "--data", str(data), "--person", person, "--scope",
                 "read"], check=True, capture_output=True, text=True).stdout.strip()
            for person in (CLERK, LEADER, HEAD)}
        self.process = subprocess.Popen(
            [roviec, "serve", "--data", str(data), "--port", "0"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        self.port = int(self.process.stdout.readline().rsplit(":", 1)[1])
        self.line = http.client.HTTPConnection("127.0.0.1", self.port)

    def get(self, person, path):
        start = time.perf_counter()
        self.line.request("GET", path, headers={"Authorization": f"Bearer {self.tokens[person]}"})
        answer = self.line.getresponse()
        body = answer.read()
        milliseconds = (time.perf_counter() - start) * 1000
        assert answer.status == 200, f"{person} {path}: {answer.status} {body[:200]}"
        return milliseconds, json.loads(body)

    def track(self, form):
        """Asks as a citizen does, without a token."""
        start = time.perf_counter()
        self.line.request("POST", "/track", body=form, headers={
            "Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"})
        answer = self.line.getresponse()
        body = answer.read()
        milliseconds = (time.perf_counter() - start) * 1000
        assert answer.status == 200, f"/track: {answer.status} {body[:200]}"
        return milliseconds, json.loads(body)

    def resident_megabytes(self):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0

    def stop(self):
        self.process.terminate()
        self.process.wait()


def quoted(text):
    return "".join(chr(b) if chr(b).isalnum() and b < 128 else f"%{b:02X}" for b in text.encode())


def selected(place, statement):
    """First row of a statement, from a folder's database or from a server."""
    if place.startswith("postgres"):
        answer = subprocess.run(["psql", place, "-qtA", "-F", "\t", "-c", statement], check=True,
                                capture_output=True, text=True).stdout
        return answer.splitlines()[0].split("\t")
    with sqlite3.connect(f"file:{place}/office.sqlite?mode=ro", uri=True) as rows:
        return rows.execute(statement).fetchone()


def questions(place, month):
    """What is asked: name of the figure, person, address; of a citizen, who is no person here, the form."""
    code, applicant = selected(place, f"""
        SELECT code, applicant FROM dossier WHERE office = '{WARD}' AND endedDay IS NOT NULL
        AND code NOT LIKE '%.%.%' AND receivedDay = (SELECT max(receivedDay) FROM dossier
            WHERE office = '{WARD}' AND endedDay IS NOT NULL)
        ORDER BY code LIMIT 1""")
    values = selected(
        place, f"SELECT value FROM personalValue WHERE id = 'applicant/{code}'")
    digits = json.loads(values[0])["phone"].replace(" ", "")[-4:]
    family = applicant.split()[0]
    return [
        ("work list", CLERK, "/work"),
        ("unit queue", CLERK, "/work?list=unit"),
        ("finished work", CLERK, "/work?list=done"),
        ("register", LEADER, "/dossiers"),
        ("overdue", LEADER, "/dossiers?state=overdue"),
        ("search name", LEADER, "/dossiers?q=" + quoted(applicant)),
        ("search family name", LEADER, "/dossiers?q=" + quoted(family)),
        ("search code", LEADER, "/dossiers?q=" + quoted(code)),
        ("search nobody", LEADER, "/dossiers?q=xyzt"),
        ("dossier page", LEADER, f"/dossiers/{code}"),
        ("month report", LEADER, f"/reports?period={month}"),
        ("register, district", HEAD, "/dossiers"),
        ("overdue, district", HEAD, "/dossiers?state=overdue"),
        ("search name, district", HEAD, "/dossiers?q=" + quoted(applicant)),
        ("month report, district", HEAD, f"/reports?period={month}"),
        ("tracking, state", None, f"code={code}"),
        ("tracking, whole answer", None, f"code={code}&digits={digits}"),
    ]


def measure(data, count, rounds, print_line, month="2017-07"):
    asked = questions(str(data), month)
    office = Office(data)
    try:
        for name, person, path in asked:
            found = []
            for _ in range(rounds + 5):
                milliseconds, body = office.get(person, path) if person else office.track(path)
                found.append(milliseconds)
                if sum(found) > 20_000:
                    break
            found = sorted(found[min(5, len(found) - 1):])
            line = {
                "figure": name, "dossiers": count, "p50": round(found[len(found) // 2], 3),
                "p95": round(found[int(len(found) * 0.95)], 3), "unit": "ms",
                "rounds": len(found)}
            if "rows" in body and "count" in body:
                line["found"] = body["count"]
            print_line(line)
        print_line({
            "figure": "memory of the server", "dossiers": count,
            "value": round(office.resident_megabytes()), "unit": "MB"})
    finally:
        office.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", choices=[[], *sorted(SHAPES)])
    parser.add_argument("--played", help="an office to be measured as it stands")
    parser.add_argument("--month", default="2017-07", help="the last month of that office")
    parser.add_argument("--base", type=Path, help="a played office; else one is played")
    parser.add_argument("--folder", type=Path, help="where the databases lie meanwhile")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--draw", type=Path, help="SVG file of the curve")
    arguments = parser.parse_args()
    lines = []

    def print_line(line):
        lines.append(line)
        print(json.dumps(line, ensure_ascii=False), flush=True)

    if arguments.played:
        place = arguments.played
        count = int(selected(place, "SELECT count(*) FROM dossier")[0])
        own = int(selected(
            place, f"SELECT count(*) FROM dossierUnit WHERE unit = '{WARD}'")[0])
        print_line({"figure": "database", "dossiers": count, "own": own, "way": "played"})
        measure(place, count, arguments.rounds, print_line, arguments.month)
        return

    with tempfile.TemporaryDirectory(prefix="roviec-grow-", dir=arguments.folder) as name:
        folder = Path(name)
        base = folder / "base"
        if arguments.base:
            base.mkdir()
            (base / "office.sqlite").write_bytes(arguments.base.read_bytes())
            # Opening brings an office of an earlier release up to date.
            subprocess.run([os.environ["ROVIEC"], "token", "list", "--data", str(base)],
                           check=True, capture_output=True)
        else:
            subprocess.run([os.environ["ROVIEC"], "demo", "--data", str(base)], check=True,
                           capture_output=True)
        with sqlite3.connect(base / "office.sqlite") as rows:
            rows.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for size in arguments.sizes:
            data = folder / str(size)
            data.mkdir()
            path = data / "office.sqlite"
            path.write_bytes((base / "office.sqlite").read_bytes())
            start = time.monotonic()
            places, halves = SHAPES[size]
            if (places, halves) != (1, 1):
                grow(path, places, halves)
            with sqlite3.connect(path) as rows:
                count = rows.execute("SELECT count(*) FROM dossier").fetchone()[0]
                own = rows.execute(
                    "SELECT count(*) FROM dossierUnit WHERE unit = ?", (WARD,)).fetchone()[0]
            print_line({
                "figure": "database", "dossiers": count, "own": own, "places": places,
                "halves": halves, "way": "played" if places * halves == 1 else "bulk-loaded",
                "bytes": path.stat().st_size, "seconds": round(time.monotonic() - start)})
            measure(data, count, arguments.rounds, print_line)
            for file in data.iterdir():
                file.unlink()
    if arguments.draw:
        arguments.draw.write_text(draw(lines))


if __name__ == "__main__":
    main()
