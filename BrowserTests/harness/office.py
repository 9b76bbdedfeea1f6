"""The demo office: made once by the built program in a folder of its own, then served."""

import os
import subprocess
from contextlib import contextmanager
from pathlib import Path

from harness.server import served

ROOT = Path(__file__).resolve().parents[2]
SENDER = "Một cửa (hư cấu) <mot-cua@ubnd.example>"


def program():
    """The program under test; ROVIEC names another one than the debug build."""
    path = Path(os.environ.get("ROVIEC", ROOT / ".build/debug/roviec"))
    if not path.exists():
        raise FileNotFoundError(f"{path} is not there: run `swift build` first")
    return str(path)


@contextmanager
def demo_office(folder, mailbox):
    """Yields the address of a demo office that lies in `folder`; its mails go to the mailbox."""
    roviec = program()
    data = str(Path(folder) / "office")
    subprocess.run([roviec, "demo", "--data", data, "--dossiers", "80"], check=True, stdin=subprocess.DEVNULL)

    def serve(port):
        return [
            roviec, "serve", "--data", data, "--host", "127.0.0.1", "--port", str(port),
            "--smtp", mailbox.url, "--mail-from", SENDER,
            # Without it a mail names no page: no link of it could be followed.
            "--public-address", f"http://127.0.0.1:{port}",
        ]

    with served(serve) as address:
        yield address
