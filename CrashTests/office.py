"""An office under test: its database, its nodes as real processes, and what stands in it."""

import http.client
import json
import os
import re
import signal
import sqlite3
import subprocess
import threading
import time
from pathlib import Path

ROVIEC = os.environ.get("ROVIEC", "")


class Node:
    """One `roviec serve`. Its log is kept: what a node complains about is part of the finding."""

    def __init__(self, place, log):
        self.log = open(log, "ab")
        self.process = subprocess.Popen(
            [ROVIEC, "serve", "--data", place, "--port", "0"],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.port = None
        for line in self.process.stdout:
            found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found[1])
                break
        if self.port is None:
            raise SystemExit(f"crash: a node did not start, see {log}")
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def stop(self):
        """Asks the node to end; it has to finish what it accepted and leave in order."""
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.kill()
            raise SystemExit("crash: a node did not end within a minute of SIGTERM")
        self.log.close()
        if status != 0:
            raise SystemExit(f"crash: a node ended with status {status} after SIGTERM")


class Office:
    def __init__(self, place, log):
        self.place, self.log = place, log
        self.is_server = place.startswith("postgres")
        self.run("demo", "--data", place, "--dossiers", "40")
        out = self.run(
            "token", "create", "--data", place, "--person", "mc.bode", "--scope", "read",
            "--scope", "work", "--days", "9", "--name", "crash")
        self.token = re.search(r"rv_[0-9A-Za-z]+", out)[0]
        self.nodes = []

    def run(self, *words):
        done = subprocess.run([ROVIEC, *words], capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"crash: roviec {words[0]} failed\n{done.stdout}{done.stderr}")
        return done.stdout

    def start(self, count):
        while len(self.nodes) < count:
            self.nodes.append(Node(self.place, self.log))

    def verify(self):
        self.run("verify", "--data", self.place)

    def number(self, sql):
        if self.is_server:
            out = subprocess.run(
                ["psql", self.place, "-Atc", sql], capture_output=True, text=True, check=True)
            return int(out.stdout)
        with sqlite3.connect(f"file:{self.place}/office.sqlite?mode=ro", uri=True) as base:
            return base.execute(sql).fetchone()[0]


class Caller:
    """Speaks to one node as a program does. None stands for an answer that never came."""

    def __init__(self, token, port):
        self.token, self.port = token, port
        self.line = None

    def send(self, method, path, body=None, key=None):
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        if key:
            headers["Idempotency-Key"] = key
        try:
            if self.line is None:
                self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            self.line.request(method, path, json.dumps(body) if body else None, headers)
            answer = self.line.getresponse()
            text = answer.read()
            return answer.status, json.loads(text)
        except (OSError, http.client.HTTPException, json.JSONDecodeError):
            self.line = None
            return None, None
