"""A relay that delivers nothing: what the office mails is kept, to be read by its recipient."""

import socketserver
import threading
import time
from contextlib import contextmanager
from email import message_from_bytes, policy


class Mailbox(socketserver.ThreadingTCPServer):
    """Takes mails as RFC 5321 has it, as much of it as a relay in a trusted net needs."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Dialog)
        self._mails = []
        self._arrived = threading.Condition()

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    def put(self, recipients, content):
        message = message_from_bytes(content, policy=policy.default)
        with self._arrived:
            self._mails += [(recipient, message) for recipient in recipients]
            self._arrived.notify_all()

    def texts(self, recipient):
        """Subject and words of each mail to that address, in the order in which they came."""
        with self._arrived:
            return [words(mail) for address, mail in self._mails if address == recipient]

    def read(self, recipient, holding="", seconds=30):
        """Waits for the first mail to that address that holds some words; it is read once."""
        deadline = time.monotonic() + seconds
        with self._arrived:
            while True:
                for entry in self._mails:
                    if entry[0] == recipient and holding in words(entry[1]):
                        self._mails.remove(entry)
                        return words(entry[1])
                left = deadline - time.monotonic()
                if left <= 0 or not self._arrived.wait(left):
                    others = [words(mail) for address, mail in self._mails if address == recipient]
                    raise AssertionError(
                        f"no mail with “{holding}” to {recipient} in {seconds} s, but {others}")


def words(mail):
    return f"{mail['Subject']}\n\n{mail.get_content()}".replace("\r\n", "\n")


class _Dialog(socketserver.StreamRequestHandler):
    """One conversation."""

    timeout = 60

    def handle(self):
        recipients = []
        self.say("220 stories")
        while line := self.rfile.readline(1_000):
            command = line.decode(errors="replace").strip()
            verb = command.upper()
            if verb.startswith("RCPT TO:"):
                recipients.append(command[8:].strip(" <>"))
            if verb == "QUIT":
                return self.say("221 farewell")
            if verb == "DATA":
                self.say("354 go on")
                content = self.content()
                if content is None:
                    return None
                self.server.put(recipients, content)
                recipients = []
            self.say("250 taken")

    def say(self, reply):
        self.wfile.write(f"{reply}\r\n".encode())

    def content(self):
        """The lines up to the dot; `None` where the line was lost before it."""
        lines = []
        while line := self.rfile.readline():
            if line == b".\r\n":
                return b"".join(lines)
            lines.append(line[1:] if line.startswith(b".") else line)
        return None


@contextmanager
def mailbox():
    """Yields an open `Mailbox`."""
    with Mailbox() as box:
        thread = threading.Thread(target=box.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield box
        finally:
            box.shutdown()
            thread.join()
