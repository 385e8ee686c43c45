"""What happened between two days: the dated moments of the public entries, newest first."""

from django.db.models import F, Q, Value
from django.utils.text import capfirst

from record import dates
from record.collection import get
from record.fields import PartialDateField
from record.publishing.entry_page import Happening
from record.publishing.tables import harmless


class Happened:
    """The moments of a question whose date lies in the span; a month or a year counts where it touches it."""

    columns = ("on", "collection", "slug", "what", "to_come")

    def __init__(self, asked):
        self.asked = asked
        parts = [part for name, entries in asked.entries("public").items() for part in self._parts(get(name), entries)]
        self.moments = parts[0].union(*parts[1:], all=True) if parts else None

    def _parts(self, collection, entries):
        for place, moment in enumerate(collection.moments):
            partial = isinstance(collection.model._meta.get_field(moment.field), PartialDateField)
            first, last = (f"{moment.field}_{edge}" if partial else moment.field for edge in ("earliest", "latest"))
            within = Q(**{f"{first}__lte": self.asked.last, f"{last}__gte": self.asked.first})
            if self.asked.clocks.day_is_set:  # what came later is not on the page of a past day
                within &= Q(**{f"{first}__lte": self.asked.clocks.day})
            found = entries.filter(within, moment.apart).order_by()
            placed = {"m_day": F(first), "m_collection": Value(collection.name), "m_place": Value(place)}
            yield found.annotate(**placed).values_list(*placed, "pk")

    def cut(self, start, stop):
        """(how many in all, the places of those from `start` to `stop`)"""
        if self.moments is None:
            return 0, []
        return self.moments.count(), list(self.moments.order_by("-m_day", "m_collection", "m_place", "-pk")[start:stop])

    def groups(self, places):
        """[Happening]: with so many queries as there are kinds among the places."""
        wanted = {}
        for _day, name, _place, pk in places:
            wanted.setdefault(name, set()).add(pk)
        entries = {name: get(name).with_related(get(name).model.objects.public()).in_bulk(pks) for name, pks in wanted.items()}
        return [self._happening(entries[name][pk], get(name).moments[place]) for _day, name, place, pk in places]

    def _happening(self, entry, moment):
        text = str(getattr(entry, moment.field))
        planned = dates.parse(text).earliest > self.asked.clocks.day
        return Happening(text, capfirst(moment.say(entry)), entry, moment.own, planned, note=getattr(entry, "note", ""))

    def dicts(self, places):
        for item in self.groups(places):
            yield {
                "on": item.text, "collection": item.entry.collection, "slug": item.entry.slug, "what": item.sentence, "to_come": item.planned,
            }  # fmt: skip

    def rows(self, places):
        for item in self.groups(places):
            yield [item.text, item.entry.collection, item.entry.slug, harmless(item.sentence), "true" if item.planned else "false"]
