"""DBOS Transact with SQLite: a durable function that waits for each task; a completion is a message
to it. The message is durable when the call returns; the figure counts until every instance has used
its messages up.

Arguments: scratch folder, rounds.
"""

import asyncio
import os
import sys
import time
from pathlib import Path

from dbos import DBOS

sys.path.insert(0, str(Path(__file__).parent))
from facts import TASKS, fresh, processor_ms  # noqa: E402
import onerow  # noqa: E402
from records import percentile, record  # noqa: E402

place, rounds = Path(sys.argv[1]), int(sys.argv[2])
path = place.absolute() / "dbos.sqlite"
fresh(path)
DBOS(config={"name": "bench", "system_database_url": f"sqlite:///{path}",
             "run_admin_server": False, "log_level": "ERROR"})
DAY = 86_400


@DBOS.workflow()
async def dossier(_number: int):
    await DBOS.recv_async("receive", DAY)
    if await DBOS.recv_async("verify", DAY) != "approve":
        await DBOS.recv_async("refuse", DAY)
        return "refused"
    for task in TASKS[2:]:
        await DBOS.recv_async(task, DAY)
    return "done"


async def once(count):
    began = time.perf_counter()
    handles = [await DBOS.start_workflow_async(dossier, number) for number in range(count)]
    starts = count / (time.perf_counter() - began)
    times, began, used = [], time.perf_counter(), processor_ms()
    for task in TASKS:
        for handle in handles:
            call = time.perf_counter()
            await DBOS.send_async(handle.get_workflow_id(), "approve", task)
            times.append((time.perf_counter() - call) * 1000)
    for handle in handles:
        assert await handle.get_result() == "done"
    return {
        "instances_started_per_s": starts,
        "tasks_per_s": len(times) / (time.perf_counter() - began),
        "p50_ms": percentile(times, 50), "p99_ms": percentile(times, 99),
        "cpu_ms_per_task": (processor_ms() - used) / len(times),
    }


async def main():
    DBOS.launch()
    bases, runs = [], []
    for _ in range(rounds):
        bases.append(onerow.rate(place))
        runs.append(await once(40))
    record("dbos.sqlite", runs, bases, n=40)
    os._exit(0)


asyncio.run(main())
