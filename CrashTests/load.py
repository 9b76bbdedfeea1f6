"""Callers that take in dossiers and withdraw some, noting what they were told is done."""

import random
import threading
import time
from dataclasses import dataclass, field

from office import Caller

BUSY = (None, 500, 503, 507)


@dataclass
class Act:
    """One command with its key. It is sent until an answer says what became of it."""

    key: str
    path: str
    body: dict
    answer: dict = None
    attempts: int = 0


@dataclass
class Notes:
    """What all callers together know."""

    intakes: list = field(default_factory=list)
    withdrawals: list = field(default_factory=list)
    open: list = field(default_factory=list)
    refused: list = field(default_factory=list)
    statuses: dict = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def done(self, act):
        with self.lock:
            kind = self.withdrawals if act.body.get("act") == "withdraw" else self.intakes
            kind.append(act)

    def count(self, status):
        with self.lock:
            self.statuses[status] = self.statuses.get(status, 0) + 1


def intake_body(procedure, key):
    papers = {str(number): 1 for number in range(procedure["papers"])}
    return {
        "name": f"Người Thử {key}", "identity": "001099000001", "phone": "0900000001",
        "address": "Số 1, đường Thử", "sets": 1, "paper": papers, "copies": papers, "field": {},
    }


class Load:
    def __init__(self, office, notes, procedure, callers, seed):
        self.office, self.notes, self.procedure = office, notes, procedure
        self.seed, self.is_over = seed, threading.Event()
        self.threads = [
            threading.Thread(target=self.work, args=(number,)) for number in range(callers)]

    def start(self):
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.is_over.set()
        for thread in self.threads:
            thread.join()

    def work(self, number):
        chance = random.Random(f"{self.seed}/{number}")
        callers = [Caller(self.office.token, node.port) for node in self.office.nodes]
        step = 0
        while not self.is_over.is_set():
            key = f"{self.seed}/{number}/{step}"
            step += 1
            intake = Act(f"{key}/in", f"/counter/{self.procedure['code']}", intake_body(self.procedure, key))
            if not self.send(callers, intake, chance):
                continue
            if chance.random() < 0.5:
                path = f"/dossiers/{intake.answer['dossier']}/acts"
                body = {"act": "withdraw", "reason": f"Rút hồ sơ {key}"}
                self.send(callers, Act(f"{key}/out", path, body), chance)

    def send(self, callers, act, chance):
        """True when done; what has no clear answer is left open, to be repeated later."""
        while not self.is_over.is_set():
            if attempt(callers[chance.randrange(len(callers))], act, self.notes):
                return act.answer is not None
            time.sleep(0.005)
        with self.notes.lock:
            self.notes.open.append(act)
        return False


def attempt(caller, act, notes):
    """Sends once; False when the outcome is not known yet."""
    act.attempts += 1
    status, answer = caller.send("POST", act.path, act.body, act.key)
    notes.count(status)
    if status in BUSY:
        return False
    if status in (200, 201):
        act.answer = answer
        notes.done(act)
    else:
        with notes.lock:
            notes.refused.append((act, status, answer))
    return True


def repeat_open(office, notes):
    """Sends what was left open once more, with the same keys, until each has its answer."""
    caller = Caller(office.token, office.nodes[0].port)
    waiting, notes.open = notes.open, []
    for act in waiting:
        for _ in range(400):
            if attempt(caller, act, notes):
                break
            time.sleep(0.05)
        else:
            raise SystemExit(f"crash: {act.key} never got an answer")
