"""What the computed pages of this room take from the record for a day."""

from datetime import date

from django.db.models import Q

from record.day import today


def horizon(day):
    """The last day of which a page tells: today's record tells of what is to come, that of a past day of what had happened."""
    return date.max if day >= today() else day


def happened(entries, name, until):
    """Those that have begun by a day, and those without a date."""
    return entries.filter(Q(**{name: ""}) | Q(**{f"{name}_earliest__lte": until}))
