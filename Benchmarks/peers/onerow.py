"""Durable one-row inserts a second on the disk of the scratch folder, without packages."""

import time

from facts import connect


def rate(folder, seconds=1.0):
    database = connect(folder / "one-row.sqlite")
    database.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, value TEXT NOT NULL)")
    count, start = 0, time.monotonic()
    while time.monotonic() - start < seconds:
        database.execute("INSERT INTO row (value) VALUES (?)", ("x" * 200,))
        count += 1
    database.close()
    return count / seconds
