"""viewflow 2 with SQLite: its own rows and its own lock. A completion is one call that reads the
task, assigns, starts and executes it in one transaction.

Arguments: scratch folder, rounds.
"""

import os
import sys
import time
import types
from pathlib import Path

HERE = str(Path(__file__).parent)
sys.path.append(HERE)
import django  # noqa: E402
from django.conf import settings  # noqa: E402

place, rounds = Path(sys.argv[1]), int(sys.argv[2])
path = place / "viewflow.sqlite"
settings.configure(
    DATABASES={"default": {
        "ENGINE": "django.db.backends.sqlite3", "NAME": os.fspath(path),
        "OPTIONS": {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
                    "transaction_mode": "IMMEDIATE"}}},
    USE_TZ=True, SECRET_KEY="x", DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "viewflow",
                    "viewflow.workflow", "viewflow_app"])
urlpatterns = []
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from viewflow.workflow.models import Task  # noqa: E402
from viewflow.workflow.status import STATUS  # noqa: E402

from viewflow_app.flows import Dossier  # noqa: E402
from facts import processor_ms  # noqa: E402
import onerow  # noqa: E402
from records import percentile, record  # noqa: E402


call_command("migrate", verbosity=0)
CLERK = User.objects.create_user("clerk")
REQUEST = types.SimpleNamespace(user=CLERK)


def complete(key):
    task = Task.objects.get(pk=key)
    with transaction.atomic(), Dossier.lock(task.process_id):
        task.refresh_from_db()
        activation = task.flow_task.activation_class(task)
        if task.flow_task.name == "verify":
            activation.process.data["decision"] = "approve"
            activation.process.save()
        activation.assign(CLERK)
        activation.start(REQUEST)
        activation.execute()


def once(count):
    began = time.perf_counter()
    for _ in range(count):
        Dossier.start.run()
    starts = count / (time.perf_counter() - began)
    times, began, used = [], time.perf_counter(), processor_ms()
    while True:
        found = Task.objects.filter(status=STATUS.NEW, flow_task_type="HUMAN").order_by("id")
        keys = list(found.values_list("pk", flat=True))
        if not keys:
            break
        for key in keys:
            call = time.perf_counter()
            complete(key)
            times.append((time.perf_counter() - call) * 1000)
    assert len(times) == 6 * count
    return {
        "instances_started_per_s": starts,
        "tasks_per_s": len(times) / (time.perf_counter() - began),
        "p50_ms": percentile(times, 50), "p99_ms": percentile(times, 99),
        "cpu_ms_per_task": (processor_ms() - used) / len(times),
    }


bases, runs = [], []
for _ in range(rounds):
    bases.append(onerow.rate(place))
    runs.append(once(60))
record("viewflow.sqlite", runs, bases, n=60)
