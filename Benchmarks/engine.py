"""One process of six pieces of work, from start to end: this program, and its peers beside it.

Every completion is a call of its own that returns when it is on the disk; instances advance breadth
first, so that every call meets another one. See script/bench.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import baselines
from records import record, table

ROVIEC = os.environ["ROVIEC"]
PEERS = Path(__file__).parent / "peers"
# Versions with which the peers were measured.
PEER_PACKAGES = {
    "spiff": ["SpiffWorkflow==3.2.0", "lxml"],
    "viewflow": ["django-viewflow==2.4.0", "django-fsm"],
    "dbos": ["dbos==3.4.0"],
}


def ours(data, instances, callers, *flags):
    """One run in a new office; returns the fields of a record."""
    out = subprocess.run(
        [ROVIEC, "bench", "engine", "--data", str(data), "--instances", str(instances),
         "--callers", str(callers), *flags],
        check=True, capture_output=True, text=True).stdout
    found = json.loads(out)
    names = {
        "startsPerSecond": "instances_started_per_s", "completionsPerSecond": "tasks_per_s",
        "p50": "p50_ms", "p99": "p99_ms", "processor": "cpu_ms_per_task",
        "startP50": "start_p50_ms", "startP99": "start_p99_ms",
        "startProcessor": "start_cpu_ms", "bytesPerInstance": "bytes_per_instance",
        "memoryMegabytes": "rss_MiB", "acceptancesPerSecond": "acceptances_per_s",
        "acceptanceProcessor": "acceptance_cpu_ms",
    }
    return {names[key]: value for key, value in found.items() if key in names}


def measured(name, folder, rounds, instances, callers, *flags):
    runs, bases = [], []
    for _ in range(rounds):
        bases.append(baselines.one_row_commits_per_second(folder, 1.0))
        runs.append(ours(folder / "office", instances, callers, *flags))
        shutil.rmtree(folder / "office")
    return record(name, runs, bases, n=instances, callers=callers)


def measured_on_postgres(name, rounds, instances, callers):
    """The same on the private server of script/postgres, a database a run."""
    runs, bases = [], []
    for _ in range(rounds):
        with baselines.postgres_database() as place:
            bases.append(baselines.postgres_one_row_commits_per_second(place, 2))
        with baselines.postgres_database() as place:
            runs.append(ours(place, instances, callers))
    return record(name, runs, bases, n=instances, callers=callers)


def peer(name, folder, rounds):
    """Runs a peer from PyPI in an environment of its own; nothing when it cannot be installed."""
    place = Path(".venv-peers") / name
    python = place / "bin" / "python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
            subprocess.run(
                [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                 *PEER_PACKAGES[name]], check=True)
    except subprocess.CalledProcessError:
        shutil.rmtree(place, ignore_errors=True)
        print(f"{name}: cannot be installed here, left out", file=sys.stderr)
        return []
    out = subprocess.run(
        [str(python), str(PEERS / f"{name}_peer.py"), str(folder), str(rounds)],
        env=os.environ | {"PYTHONPATH": str(PEERS.parent), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True)
    if out.returncode != 0:
        print(f"{name}: {out.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
    print(out.stdout, end="")
    return [json.loads(line) for line in out.stdout.splitlines() if line.startswith("{")]


def on_postgres(arguments):
    wanted = [int(number) for number in arguments.only.split(",") if number]
    print()
    table([
        measured_on_postgres(f"roviec.postgres.c{callers}", arguments.rounds, instances, callers)
        for callers, instances in ((1, 200), (8, 400), (64, 1000))
        if not wanted or callers in wanted
    ])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", action="store_true", help="also SpiffWorkflow, viewflow, DBOS")
    parser.add_argument("--live", type=int, default=0, help="also with so many live instances")
    parser.add_argument("--only", default="", help="only these numbers of callers, as 1,8")
    parser.add_argument("--postgres", action="store_true", help="PostgreSQL alone, not SQLite")
    arguments = parser.parse_args()
    if arguments.postgres:
        return on_postgres(arguments)
    wanted = [int(number) for number in arguments.only.split(",") if number]
    rows = []
    with tempfile.TemporaryDirectory(prefix="roviec-engine-") as name:
        folder = Path(name)
        for callers, instances in ((1, 300), (8, 600), (32, 1000), (512, 2000)):
            if wanted and callers not in wanted:
                continue
            rows.append(measured(
                f"roviec.sqlite.c{callers}", folder, arguments.rounds, instances, callers))
        if not wanted:
            rows.append(measured(
                "roviec.sqlite.units.c1", folder, arguments.rounds, 300, 1, "--apart"))
            rows.append(measured(
                "roviec.sqlite.live", folder, 1, arguments.live or 5000, 32, "--live"))
        if arguments.peers:
            for name in PEER_PACKAGES:
                rows += peer(name, folder, arguments.rounds)
    print()
    table(rows)


if __name__ == "__main__":
    main()
