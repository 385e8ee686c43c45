"""What several rules read of persons, read once in a run."""

from collections import defaultdict

from cases.models import CaseEvent, Standing, Warrant
from record.invariants import once


@once
def warrants():
    """All public warrants and summonses, with person and case."""
    return list(Warrant.objects.public().select_related("person", "case").order_by("issued_on_earliest", "pk"))


@once
def events():
    """All public events with a date, with person and case, in order of days."""
    return list(CaseEvent.objects.public().exclude(occurred_on="").select_related("person", "case").order_by("occurred_on_earliest", "pk"))


@once
def warrants_by_person():
    return _by_person(warrants())


@once
def events_by_person():
    return _by_person(events())


@once
def standings():
    """{primary key of the person: its standings in order}"""
    return _by_person(Standing.objects.order_by("since"))


@once
def persons():
    """{primary key: person} of all that have an address, and a warrant, a summons or an event."""
    return {thing.person_id: thing.person for thing in (*warrants(), *events()) if thing.person.is_public}


def _by_person(things):
    found = defaultdict(list)
    for thing in things:
        found[thing.person_id].append(thing)
    return found


def key(entry):
    """`warrants/vladimir-putin-2023-03-17`"""
    return f"{entry.collection}/{entry.slug}"
