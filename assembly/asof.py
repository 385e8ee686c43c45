"""The record as of a day, for the computed pages of this room, which show entries without a date too."""

from django.db.models import Q

from assembly.models import Amendment, Budget
from record.day import today


def as_of(entries, name, day):
    """For a past day, those that had begun by then, and those of which no day is known; else all, those to come among them."""
    return entries.filter(Q(**{name: ""}) | Q(**{f"{name}_earliest__lte": day})) if day < today() else entries


def budgets(day):
    """For a past day, those to which a session had come by then; of one without a session, its year counts."""
    found = Budget.objects.public()
    by_then = Q(session__starts_on_earliest__lte=day) | Q(session__isnull=True, year__lte=day.year)
    return found.filter(by_then) if day < today() else found


def amendments(day):
    """Adopted by a day, or proposed and not adopted."""
    return as_of(as_of(Amendment.objects.public(), "adopted_on", day), "proposed_on", day)
