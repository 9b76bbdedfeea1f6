"""The built program as a server on loopback, for as long as a measurement takes."""

import http.client
import os
import subprocess
import time
from pathlib import Path

ROVIEC = os.environ["ROVIEC"]


class Server:
    def __init__(self, data):
        self.start = time.monotonic()
        self.process = subprocess.Popen(
            [ROVIEC, "serve", "--data", str(data), "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        self.seconds = time.monotonic() - self.start
        self.port = int(line.rsplit(":", 1)[1])

    def sign_in(self, account):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request(
            "POST", "/sign-in", f"account={account}&password=longbien2017",
            {"Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        answer.read()
        return {"Cookie": answer.getheader("Set-Cookie").split(";")[0]}

    def times(self, path, headers, count):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        milliseconds = []
        for _ in range(count):
            start = time.perf_counter()
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            milliseconds.append((time.perf_counter() - start) * 1000)
            assert answer.status == 200, f"{path}: {answer.status}"
        return sorted(milliseconds)

    def resident_megabytes(self):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0

    def processor_seconds(self):
        """What the server has used of the processors so far, user and system."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.process.terminate()
        self.process.wait()
