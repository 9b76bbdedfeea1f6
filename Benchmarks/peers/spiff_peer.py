"""SpiffWorkflow with SQLite: load, run a task, write back, commit. The library keeps nothing by
itself; the table of open tasks and the transaction are ours, written to be fast.

Arguments: scratch folder, rounds.
"""

import sys
import time
import uuid
from pathlib import Path

from lxml import etree
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.util.task import TaskState

sys.path.insert(0, str(Path(__file__).parent))
from facts import GROUPS, bpmn, connect, processor_ms  # noqa: E402
import onerow  # noqa: E402
from records import percentile, record  # noqa: E402

parser = BpmnParser()
parser.add_bpmn_xml(etree.fromstring(bpmn().encode()), filename="dossier.bpmn")
SPEC = parser.get_spec("dossier")
WRITER = BpmnWorkflowSerializer()


class Store:
    """One row an instance, one row an open task."""

    def __init__(self, path):
        self.database = connect(path)
        self.run("CREATE TABLE instance (id TEXT PRIMARY KEY, state TEXT NOT NULL)")
        self.run("CREATE TABLE task (id TEXT PRIMARY KEY, instance TEXT, name TEXT, grp TEXT, "
                 "due REAL)")
        self.run("CREATE INDEX taskByGroup ON task (grp, due)")
        self.run("CREATE INDEX taskByInstance ON task (instance)")

    def run(self, sql, *values):
        return self.database.execute(sql, values)

    def save(self, instance, workflow, before, isNew=False):
        state = WRITER.serialize_json(workflow)
        if isNew:
            self.run("INSERT INTO instance VALUES (?, ?)", instance, state)
        else:
            self.run("UPDATE instance SET state = ? WHERE id = ?", state, instance)
        now = {str(task.id): task.task_spec.name for task in waiting(workflow)}
        for task in before - set(now):
            self.run("DELETE FROM task WHERE id = ?", task)
        for task in set(now) - before:
            self.run("INSERT INTO task VALUES (?, ?, ?, ?, ?)", task, instance, now[task],
                     GROUPS[now[task]], time.time() + 86400)


def waiting(workflow):
    return [task for task in workflow.get_tasks(state=TaskState.READY) if task.task_spec.manual]


def start(store):
    workflow = BpmnWorkflow(SPEC)
    workflow.do_engine_steps()
    instance = str(uuid.uuid4())
    store.run("BEGIN IMMEDIATE")
    store.save(instance, workflow, set(), isNew=True)
    store.run("COMMIT")
    return instance


def complete(store, instance, kept):
    """One call; true while the instance goes on. `kept` holds objects that stay in memory."""
    store.run("BEGIN IMMEDIATE")
    workflow = kept.get(instance)
    if workflow is None:
        row = store.run("SELECT state FROM instance WHERE id = ?", instance).fetchone()
        workflow = WRITER.deserialize_json(row[0])
        if KEEP:
            kept[instance] = workflow
    ready = waiting(workflow)
    task = ready[0]
    if task.task_spec.name == "verify":
        task.data["decision"] = "approve"
    task.data["note_" + task.task_spec.name] = "x" * 50
    task.run()
    workflow.do_engine_steps()
    store.save(instance, workflow, {str(task.id) for task in ready})
    store.run("COMMIT")
    return not workflow.is_completed()


def once(folder, count):
    store, kept = Store(folder / "spiff.sqlite"), {}
    began = time.perf_counter()
    active = [start(store) for _ in range(count)]
    starts = count / (time.perf_counter() - began)
    times, began, used = [], time.perf_counter(), processor_ms()
    while active:
        following = []
        for instance in active:
            call = time.perf_counter()
            if complete(store, instance, kept):
                following.append(instance)
            times.append((time.perf_counter() - call) * 1000)
        active = following
    assert len(times) == 6 * count
    return {
        "instances_started_per_s": starts,
        "tasks_per_s": len(times) / (time.perf_counter() - began),
        "p50_ms": percentile(times, 50), "p99_ms": percentile(times, 99),
        "cpu_ms_per_task": (processor_ms() - used) / len(times),
    }


place, rounds = Path(sys.argv[1]), int(sys.argv[2])
for name, KEEP in (("spiff.sqlite.full", False), ("spiff.sqlite.inMemory", True)):
    bases, runs = [], []
    for _ in range(rounds):
        bases.append(onerow.rate(place))
        runs.append(once(place, 100))
    record(name, runs, bases, n=100)
