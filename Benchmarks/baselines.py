"""What the figures are compared with, and the rows a full work list needs."""

import contextlib
import hashlib
import os
import re
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

import numpy


def busday_offset_nanoseconds(count, days_off, rounds=7):
    """Median of numpy.busday_offset over an array of days of 2017 to 2025, terms of 1 to 30, with
    the same weekdays off as ours; it knows no Saturday that is worked in exchange."""
    chance = numpy.random.default_rng(2017)
    days = numpy.datetime64("2017-01-01") + chance.integers(0, 3280, count)
    terms = chance.integers(1, 31, count)
    calendar = numpy.busdaycalendar(holidays=days_off)
    times = []
    for _ in range(rounds):
        start = time.perf_counter_ns()
        numpy.busday_offset(days, terms, roll="backward", busdaycal=calendar)
        times.append((time.perf_counter_ns() - start) / count)
    return sorted(times)[rounds // 2]


def one_row_commits_per_second(folder, seconds=2.0):
    """Durable one-row inserts, one at a time, on the same disk, in a database of their own."""
    place = folder / "baseline.sqlite"
    place.unlink(missing_ok=True)
    database = sqlite3.connect(place, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, value TEXT NOT NULL)")
    count, start = 0, time.monotonic()
    while time.monotonic() - start < seconds:
        database.execute("INSERT INTO row (value) VALUES (?)", ("x" * 200,))
        count += 1
    database.close()
    return count / seconds


@contextlib.contextmanager
def postgres_database():
    """The address of a new database on the server of script/postgres; gone afterwards."""
    server = os.environ["ROVIEC_TEST_POSTGRES"]
    name = f"bench_{time.monotonic_ns()}"
    psql(server, f"CREATE DATABASE {name}")
    try:
        yield server.rsplit("/", 1)[0] + f"/{name}"
    finally:
        psql(server, f"DROP DATABASE {name} WITH (FORCE)")


def psql(place, sql):
    subprocess.run(["psql", "--quiet", place, "--command", sql], check=True, capture_output=True)


def postgres_one_row_commits_per_second(place, seconds):
    """Durable one-row inserts, one at a time, by pgbench over one connection."""
    psql(place, "CREATE TABLE row (id bigserial PRIMARY KEY, value text NOT NULL)")
    pgbench = max(Path("/usr/lib/postgresql").glob("*/bin/pgbench"))
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write(f"INSERT INTO row (value) VALUES ('{'x' * 200}');\n")
        script.flush()
        out = subprocess.run(
            [pgbench, "--no-vacuum", "--protocol=prepared", "--client=1", f"--time={seconds}",
             f"--file={script.name}", place],
            check=True, capture_output=True, text=True).stdout
    return float(re.search(r"^tps = ([0-9.]+)", out, re.MULTILINE)[1])


def ledger_digest(path):
    """One digest over all entry hashes in their order."""
    database = sqlite3.connect(path)
    digest = hashlib.sha256()
    for (value,) in database.execute("SELECT hash FROM entry ORDER BY sequence"):
        digest.update(value)
    database.close()
    return digest.hexdigest()


def fill_work(path, count):
    """Adds open dossiers with a work item each, copied from real rows, to people in turn."""
    database = sqlite3.connect(path)
    columns = [row[1] for row in database.execute("PRAGMA table_info(dossier)")]
    names = ", ".join(columns)
    rest = ", ".join(columns[1:])
    template = database.execute("SELECT code FROM dossier LIMIT 1").fetchone()[0]
    people = database.execute(
        "SELECT DISTINCT person, unit FROM workItem UNION SELECT person, 'ward' FROM account"
    ).fetchall()
    with database:
        database.execute(
            f"""WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
            INSERT INTO dossier ({names})
            SELECT 'FULL-' || printf('%07d', i), {rest} FROM n, dossier WHERE code = ?""",
            (template,))
        due = 25_021_000
        database.executemany(
            """INSERT INTO workItem (dossier, item, person, unit, list, sortDue, holder, sender,
            node, step, due, since, needsTaking)
            VALUES (?, 1, ?, ?, 'open', ?, ?, ?, 'b2', 'Thẩm định', ?, ?, 0)""",
            (
                (f"FULL-{i:07d}", *people[i % len(people)], due + i % 20_000,
                 people[i % len(people)][0], people[0][0], due + i % 20_000, due - 5_000)
                for i in range(1, count + 1)
            ))
    database.execute("ANALYZE")
    database.close()
