"""Figures of the built program beside baselines of the same minutes. See script/bench."""

import argparse
import json
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import baselines
import http_bench
from office_server import ROVIEC, Server

FIGURES = []


def figure(name, value, unit, baseline=None, target=None):
    row = {"figure": name, "value": round(value, 4), "unit": unit}
    if baseline:
        row |= {"baseline": round(baseline, 4), "ratio": round(value / baseline, 3)}
    if target:
        row["target"] = target
    FIGURES.append(row)
    print(json.dumps(row), flush=True)


def deadlines():
    out = subprocess.run([ROVIEC, "bench"], check=True, capture_output=True, text=True).stdout
    ours = json.loads(out)
    numpy_day = baselines.busday_offset_nanoseconds(ours["count"], ours["weekdaysOff"])
    figure("working-day sum", ours["workingDay"], "ns", numpy_day, "1/5 of numpy.busday_offset")
    figure("deadline in working minutes", ours["workingMinutes"], "ns", None, "100 ns")


def demo(folder):
    """Plays the demo twice; both ledgers must be the same to the byte."""
    digests, seconds = [], []
    for name in ("one", "two"):
        start = time.monotonic()
        subprocess.run(
            [ROVIEC, "demo", "--data", str(folder / name)], check=True, capture_output=True)
        seconds.append(time.monotonic() - start)
        digests.append(baselines.ledger_digest(folder / name / "office.sqlite"))
    commits = baselines.one_row_commits_per_second(folder)
    figure("one-row durable commits (baseline)", commits, "1/s")
    figure("demo office played", statistics.median(seconds), "s", None, "30 s")
    assert digests[0] == digests[1], "two plays gave two ledgers"
    figure("ledger the same in two plays", 1, "yes")
    return folder / "one"


def serving(data):
    server = Server(data)
    try:
        figure("server start", server.seconds, "s", None, "0.5 s")
        headers = server.sign_in("mc.bode")
        for path in ("/work", "/dossiers", "/reports"):
            times = server.times(path, headers, 50)
            figure(f"GET {path} p95", times[int(len(times) * 0.95)], "ms")
        figure("memory with the demo office", server.resident_megabytes(), "MB", None, "100 MB")
    finally:
        server.stop()


def full_work_list(data, folder, open_items):
    """The work list with many open items: rows as they would be, spread over the people."""
    copy = folder / "full"
    shutil.copytree(data, copy)
    baselines.fill_work(copy / "office.sqlite", open_items)
    server = Server(copy)
    try:
        for account in ("ht.bode", "ct.bode"):
            headers = server.sign_in(account)
            for path in ("/work", "/work?list=unit"):
                times = server.times(path, headers, 100)
                name = f"GET {path} of {account}, {open_items} open items, p95"
                figure(name, times[int(len(times) * 0.95)], "ms", None, "10 ms")
    finally:
        server.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=100_000, help="open items of the work list")
    parser.add_argument("--http-seconds", type=int, default=10, help="seconds a figure over HTTP")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="roviec-bench-") as name:
        folder = Path(name)
        deadlines()
        data = demo(folder)
        serving(data)
        full_work_list(data, folder, arguments.items)
        http_bench.measure(data, folder, arguments.http_seconds, figure)
    print()
    for row in FIGURES:
        ratio = f"{row['ratio']:.3f} x" if "ratio" in row else ""
        print(f"{row['figure']:<60} {row['value']:>12} {row['unit']:<4} {ratio:<9} "
              f"{row.get('target', '')}")


if __name__ == "__main__":
    main()
