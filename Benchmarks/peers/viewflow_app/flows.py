"""The process of Benchmarks/engine.py in the words of viewflow."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.models import Process


def no_view(request, **_):
    raise NotImplementedError


class Dossier(flow.Flow):
    process_class = Process
    start = flow.StartHandle().Next(this.receive)
    receive = flow.View(no_view).Next(this.verify)
    verify = flow.View(no_view).Next(this.approved)
    approved = flow.If(
        lambda activation: activation.process.data.get("decision") == "approve"
    ).Then(this.split).Else(this.refuse)
    refuse = flow.View(no_view).Next(this.end)
    split = flow.Split().Next(this.opinion_a).Next(this.opinion_b)
    opinion_a = flow.View(no_view).Next(this.join)
    opinion_b = flow.View(no_view).Next(this.join)
    join = flow.Join().Next(this.sign)
    sign = flow.View(no_view).Next(this.hand_over)
    hand_over = flow.View(no_view).Next(this.end)
    end = flow.End()
