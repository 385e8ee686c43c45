"""What several rules read of visits, requests and proceedings, read once in a run."""

from collections import defaultdict

from cases.invariants.readers import key
from cooperation import docket
from cooperation.bound import Grounds
from cooperation.models import (
    ArrestPosition,
    Assistance,
    CoerciveMeasure,
    Contact,
    Finding,
    MeasureOfficial,
    MeasureResponse,
    Official,
    Proceeding,
    ProceedingStep,
    Request,
    ResponseMeasure,
    Visit,
)
from record.invariants import once

__all__ = [
    "answered_by", "assistance", "contacts", "decisions_of", "findings", "findings_of", "grounds", "grouped", "key", "measures", "named_by",
    "officials", "positions", "proceedings", "requests", "responses", "steps", "steps_of", "visits",
]  # fmt: skip

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


@once
def measures():
    return list(CoerciveMeasure.objects.public())


@once
def officials():
    """{address: official} of all that are public."""
    return {official.slug: official for official in Official.objects.public()}


@once
def _named():
    return grouped(MeasureOfficial.objects.values_list("measure", "official"))


def named_by(measure):
    """The addresses of the officials that a measure names."""
    return _named()[measure.pk]


@once
def responses():
    return list(MeasureResponse.objects.public())


@once
def _answered():
    by_slug = {measure.slug: measure for measure in measures()}
    links = ResponseMeasure.objects.values_list("response", "measure")
    return grouped((response, by_slug[slug]) for response, slug in links if slug in by_slug)


def answered_by(response):
    """The public measures that a response answers."""
    return _answered()[response.pk]


@once
def assistance():
    return list(Assistance.objects.public().select_related("warrant"))


@once
def positions():
    return list(ArrestPosition.objects.public().select_related("visit", "superseded_by"))


@once
def contacts():
    return list(Contact.objects.public())


def grouped(pairs):
    """{first: [second, …]}, empty for others."""
    found = defaultdict(list)
    for first, second in pairs:
        found[first].append(second)
    return found
