"""The process that every peer runs, and the durable settings of their database.

receive, verify, approved? (yes) opinion A beside opinion B, sign, hand over; (no) refuse.
"""

import os
import sqlite3
from pathlib import Path

TASKS = ["receive", "verify", "opinion_a", "opinion_b", "sign", "hand_over"]
GROUPS = {
    "receive": "onestop", "verify": "office", "refuse": "onestop", "opinion_a": "office",
    "opinion_b": "finance", "sign": "leader", "hand_over": "onestop",
}
_NODES = [
    ("startEvent", "start"), ("userTask", "receive"), ("userTask", "verify"),
    ("exclusiveGateway", "approved"), ("userTask", "refuse"), ("parallelGateway", "split"),
    ("userTask", "opinion_a"), ("userTask", "opinion_b"), ("parallelGateway", "join"),
    ("userTask", "sign"), ("userTask", "hand_over"), ("endEvent", "done"), ("endEvent", "refused"),
]
_FLOWS = [
    ("start", "receive"), ("receive", "verify"), ("verify", "approved"), ("approved", "split"),
    ("approved", "refuse"), ("refuse", "refused"), ("split", "opinion_a"), ("split", "opinion_b"),
    ("opinion_a", "join"), ("opinion_b", "join"), ("join", "sign"), ("sign", "hand_over"),
    ("hand_over", "done"),
]


def bpmn():
    """The process in BPMN, with a condition in Python."""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<definitions id="d" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'targetNamespace="http://example.org/dossier">',
        '<process id="dossier" name="dossier" isExecutable="true">',
    ]
    for kind, node in _NODES:
        default = ' default="approved-refuse"' if node == "approved" else ""
        parts.append(f'<{kind} id="{node}" name="{node}"{default}>')
        for source, target in _FLOWS:
            if target == node:
                parts.append(f"<incoming>{source}-{target}</incoming>")
            if source == node:
                parts.append(f"<outgoing>{source}-{target}</outgoing>")
        parts.append(f"</{kind}>")
    for source, target in _FLOWS:
        condition = ""
        if (source, target) == ("approved", "split"):
            condition = ('<conditionExpression xsi:type="tFormalExpression">'
                         "decision == 'approve'</conditionExpression>")
        parts.append(
            f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}">'
            f"{condition}</sequenceFlow>")
    return "\n".join(parts + ["</process></definitions>"])


def fresh(path):
    """Removes a database with its log."""
    for end in ("", "-wal", "-shm"):
        Path(str(path) + end).unlink(missing_ok=True)


def connect(path):
    """A new SQLite file whose commits are on the disk."""
    fresh(path)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    return database


def processor_ms():
    times = os.times()
    return (times.user + times.system) * 1000
