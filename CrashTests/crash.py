"""Kills, cuts and restarts under load, and counts. See script/crash."""

import argparse
import os
import random
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from load import Load, Notes, intake_body, repeat_open
from office import ROVIEC, Caller, Office

CONTROL = os.environ.get("ROVIEC_TEST_POSTGRES_CONTROL", "")


def procedure(office):
    """A procedure that the clerk may take in without further fields: found by taking one in."""
    caller = Caller(office.token, office.nodes[0].port)
    _, counter = caller.send("GET", "/counter")
    for entry in counter["procedures"]:
        _, one = caller.send("GET", f"/counter/{entry['code']}")
        chosen = {"code": entry["code"], "papers": len(one["version"]["components"])}
        status, _ = caller.send(
            "POST", f"/counter/{entry['code']}", intake_body(chosen, "trial"), entry["code"])
        if status == 201:
            return chosen
    raise SystemExit("crash: no procedure can be taken in without fields")


class Trouble:
    """What happens to an office in the middle of its work; each leaves `nodes` nodes running."""

    def __init__(self, office, nodes, chance):
        self.office, self.nodes, self.chance = office, nodes, chance

    def kill(self):
        self.office.nodes.pop(self.chance.randrange(len(self.office.nodes))).kill()

    def stop(self):
        self.office.nodes.pop(self.chance.randrange(len(self.office.nodes))).stop()

    def cut(self):
        subprocess.run(
            ["psql", self.office.place, "-Atqc",
             "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
             "WHERE datname = current_database() AND pid <> pg_backend_pid()"],
            check=True, capture_output=True)

    def restart(self):
        subprocess.run([CONTROL, "restart"], check=True, capture_output=True)

    def power(self):
        """The database server dies with all its processes, as in a power cut."""
        subprocess.run([CONTROL, "kill"], check=True, capture_output=True)
        time.sleep(0.2)
        subprocess.run([CONTROL, "start"], check=True, capture_output=True)


def check(office, notes, start):
    """Each acknowledged command is there once, and nothing else is."""
    if notes.refused:
        act, status, answer = notes.refused[0]
        raise SystemExit(f"crash: {act.key} was refused after {act.attempts}: {status} {answer}")
    for name, acts in (("intakes", notes.intakes), ("withdrawals", notes.withdrawals)):
        keys = {act.key for act in acts}
        places = {(act.answer["dossier"], act.answer["version"]) for act in acts}
        if not len(acts) == len(keys) == len(places):
            raise SystemExit(f"crash: {len(acts)} {name}, {len(keys)} keys, {len(places)} places")
    now = counts(office)
    told = {"withdrawn": len(notes.withdrawals)}
    counted = {name: (now[name], told.get(name, len(notes.intakes))) for name in start}
    for name, (found, acknowledged) in counted.items():
        if found != start[name] + acknowledged:
            raise SystemExit(
                f"crash: {name}: {found} found, {start[name]} before + {acknowledged} told")


def counts(office):
    return {
        "dossiers": office.number("SELECT count(*) FROM dossier"),
        "first entries": office.number(
            "SELECT count(*) FROM entry WHERE stream LIKE 'dossier/%' AND version = 1"),
        "withdrawn": office.number("SELECT count(*) FROM dossier WHERE status = 'withdrawn'"),
    }


def play(options, folder):
    place = options.data or str(folder / "office")
    office = Office(place, folder / "nodes.log")
    notes, chance = Notes(), random.Random(options.seed)
    began = time.monotonic()
    tally = {}
    try:
        office.start(options.nodes)
        trouble = Trouble(office, options.nodes, chance)
        chosen = procedure(office)
        start = counts(office)
        for round in range(options.rounds):
            load = Load(office, notes, chosen, options.callers, f"{options.seed}/{round}")
            load.start()
            time.sleep(chance.uniform(0.02, options.longest))
            kind = chance.choice(options.trouble)
            tally[kind] = tally.get(kind, 0) + 1
            getattr(trouble, kind)()
            # Those that reach another node, or a server that is back, go on for a moment.
            time.sleep(chance.uniform(0, 0.1))
            load.stop()
            office.start(options.nodes)
            repeat_open(office, notes)
            check(office, notes, start)
            if options.verify and (round + 1) % options.verify == 0:
                office.verify()
                print(f"crash: {round + 1} rounds, {len(notes.intakes)} dossiers, "
                      f"{time.monotonic() - began:.0f} s", flush=True)
        while office.nodes:
            office.nodes.pop().stop()
        office.verify()
    finally:
        for node in office.nodes:
            node.kill()
    done = len(notes.intakes) + len(notes.withdrawals)
    if done < options.rounds:
        raise SystemExit(f"crash: only {done} commands in {options.rounds} rounds prove nothing")
    answers = ", ".join(f"{status or 'none'}: {n}" for status, n in sorted(
        notes.statuses.items(), key=str))
    print(f"crash: PASSED {options.rounds} rounds {tally}, {len(notes.intakes)} dossiers and "
          f"{len(notes.withdrawals)} withdrawals each there once; answers {answers}; "
          f"{time.monotonic() - began:.0f} s")


def refuse_backup(office, folder):
    """A backup that finds no room says so and leaves nothing that looks like one."""
    done = subprocess.run(
        [ROVIEC, "backup", "--data", office.place, "--to", str(folder)],
        capture_output=True, text=True)
    left = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    if done.returncode == 0 or left or not ("đầy" in done.stderr and "full" in done.stderr):
        raise SystemExit(
            f"crash: a backup without room ended with {done.returncode} and left {left}\n"
            f"{done.stdout}{done.stderr}")


def fill_disk(folder):
    """An office on a small disk that fills up: refuses, loses nothing, goes on with space."""
    disk = folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        print("crash: SKIPPED the full disk: a small file system cannot be mounted here")
        return
    try:
        ballast = disk / "ballast"
        office = Office(str(disk / "office"), folder / "full.log")
        notes = Notes()
        office.start(1)
        chosen = procedure(office)
        start = counts(office)
        free = shutil.disk_usage(disk).free
        ballast.write_bytes(b"x" * max(0, free - 1_500_000))
        load = Load(office, notes, chosen, 4, "full")
        load.start()
        limit = time.monotonic() + 90
        while notes.statuses.get(507, 0) < 20 and time.monotonic() < limit:
            time.sleep(0.05)
        load.stop()
        if notes.statuses.get(507, 0) < 20 or notes.statuses.get(500):
            raise SystemExit(f"crash: a full disk was answered with {notes.statuses}")
        caller = Caller(office.token, office.nodes[0].port)
        status, _ = caller.send("GET", "/work")
        if status != 200:
            raise SystemExit(f"crash: with a full disk reading gave {status}")
        backups = disk / "backups"
        refuse_backup(office, backups)
        ballast.unlink()
        office.run("backup", "--data", office.place, "--to", str(backups))
        office.run("backup", "check", "--from", str(backups))
        repeat_open(office, notes)
        check(office, notes, start)
        office.nodes.pop().stop()
        office.verify()
        print(f"crash: PASSED the full disk, {len(notes.intakes)} dossiers each there once; "
              f"answers {notes.statuses}")
    finally:
        for node in office.nodes:
            node.kill()
        subprocess.run(["umount", "--lazy", str(disk)], check=False)


def main():
    parser = argparse.ArgumentParser(prog="script/crash")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--nodes", type=int, default=1)
    parser.add_argument("--callers", type=int, default=6)
    parser.add_argument("--longest", type=float, default=0.8, help="seconds before the trouble")
    parser.add_argument("--verify", type=int, default=0, help="also verify every so many rounds")
    parser.add_argument("--seed", type=int, default=2017)
    parser.add_argument("--data", help="postgres://… of an empty database; else a new folder")
    parser.add_argument(
        "--trouble", nargs="+", default=["kill"],
        choices=["kill", "stop", "cut", "restart", "power"])
    parser.add_argument("--full-disk", action="store_true")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="roviec-crash-"))
    try:
        fill_disk(folder) if options.full_disk else play(options, folder)
        shutil.rmtree(folder)
    except BaseException:
        print(f"crash: FAILED with seed {options.seed}; the office and its log are in {folder}")
        raise


main()
