"""Starts a web server as a process of its own, waits until it answers, and stops it."""

import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager


class ServerFailed(Exception):
    """The server ended or never answered; the message carries the end of its log."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def served(command_for_port, seconds=60):
    """Runs `command_for_port(port)` and yields its address; the process ends with the block."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command_for_port(port), stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
        try:
            _wait_until_ready(process, address, log, seconds)
            yield address
        finally:
            stop(process)


def stop(process, seconds=15):
    """Asks first; a server that does not end by itself is a failure worth seeing."""
    process.terminate()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise ServerFailed(f"the server did not end within {seconds} s of being asked to")


def _wait_until_ready(process, address, log, seconds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise ServerFailed(f"the server ended with {process.returncode}\n{_end_of(log)}")
        if _answers(address):
            return
        time.sleep(0.05)
    raise ServerFailed(f"no answer from {address} in {seconds} s\n{_end_of(log)}")


def _answers(address):
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False


def _end_of(log):
    log.seek(0)
    return log.read()[-4000:].decode(errors="replace")
