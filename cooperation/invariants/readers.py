"""What several rules read of visits, requests and proceedings, read once in a run."""

from cases.invariants.readers import key
from cooperation import docket
from cooperation.bound import Grounds
from cooperation.models import Finding, Proceeding, ProceedingStep, Request, Visit
from record.invariants import once

__all__ = ["decisions_of", "findings", "findings_of", "grounds", "key", "proceedings", "requests", "steps", "steps_of", "visits"]

grounds = once(Grounds.gather)


@once
def visits():
    return list(Visit.objects.public().select_related("person__situation"))


@once
def requests():
    return list(Request.objects.public().select_related("person", "situation"))


@once
def proceedings():
    return list(Proceeding.objects.public().select_related("situation", "person"))


@once
def findings():
    """All public decisions, in order of days."""
    return list(Finding.objects.public().order_by("decided_on_earliest", "pk"))


@once
def steps():
    return list(ProceedingStep.objects.public())


@once
def _grouped():
    found = {}
    for name, things in (("findings", findings()), ("steps", steps())):
        for thing in things:
            found.setdefault((name, thing.proceeding_id), []).append(thing)
    return found


def findings_of(proceeding):
    return _grouped().get(("findings", proceeding.pk), [])


def steps_of(proceeding):
    """Its steps as plain values of `cooperation.docket`; a span counts from its first day and is not exact."""
    return [
        docket.Step(step.kind, step.occurred_on_earliest, exact=len(step.occurred_on) == len("2025-04-03"), key=key(step))
        for step in _grouped().get(("steps", proceeding.pk), [])
    ]


def decisions_of(proceeding):
    """Its decisions as plain values of `cooperation.docket`."""
    return [docket.Decision(f.outcome, f.decided_on_latest, f.referral, f.chamber, key=key(f)) for f in findings_of(proceeding)]
