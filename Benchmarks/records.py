"""One JSON line a measure, in one shape for this program and for its peers: medians of the runs,
the one-row baseline of the same minutes, the ratio to it, and how busy the machine was."""

import json
import os
import statistics
import time


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(percent / 100 * (len(ordered) - 1)))]


def processor_speed():
    """Million turns a second of an empty loop: how much of a core this minute gives."""
    start, total = time.perf_counter(), 0
    for number in range(1_000_000):
        total += number & 3
    return 1 / (time.perf_counter() - start)


def record(name, runs, baselines, **more):
    """`runs`: one dictionary a run; its fields become medians. `tasks_per_s` gets the ratio."""
    row = {"name": name}
    for field in runs[0]:
        row[field] = round(statistics.median(run[field] for run in runs), 4)
    ratios = [run["tasks_per_s"] / base for run, base in zip(runs, baselines)
              if "tasks_per_s" in run]
    row["baseline_one_row_tps"] = round(statistics.median(baselines), 1)
    if ratios:
        row["ratio_tasks_to_baseline"] = round(statistics.median(ratios), 3)
        row["runs"] = [round(run["tasks_per_s"], 1) for run in runs]
    starts = [run["instances_started_per_s"] / base for run, base in zip(runs, baselines)]
    row["ratio_starts_to_baseline"] = round(statistics.median(starts), 3)
    row |= more
    row |= {
        "processor_Mloops_s": round(processor_speed(), 1), "load1": os.getloadavg()[0],
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }
    print(json.dumps(row), flush=True)
    return row


def table(rows):
    """The rows side by side, for people."""
    head = ("engine", "starts/s", "tasks/s", "p50 ms", "p99 ms", "cpu ms", "baseline", "ratio")
    fields = ("name", "instances_started_per_s", "tasks_per_s", "p50_ms", "p99_ms",
              "cpu_ms_per_task", "baseline_one_row_tps", "ratio_tasks_to_baseline")
    lines = [head] + [tuple(str(row.get(field, "")) for field in fields) for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
