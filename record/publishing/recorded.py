"""What was recorded between two days: the editions, and in each what was done to which entries."""

from datetime import UTC, datetime, time
from itertools import groupby

from record.chronicle import Changes, chronicles
from record.collection import get
from record.models import Edition
from record.publishing.entry_page import heading
from record.publishing.telling import ROW, told

ROWS = ("collection", "slug")


class Recorded:
    """The changes of a question, cut to a page by the database; the words are made for those alone."""

    columns = (*ROW[:3], *ROWS, *ROW[3:])

    def __init__(self, asked):
        self.asked = asked
        self.editions = self._editions()
        numbers = self.editions.values_list("number", flat=True)
        first, last = numbers.first(), numbers.last()
        self.changes = Changes(asked.entries("addressable") if first is not None else {}, first=first or 0, last=last or 0)

    def _editions(self):
        """Those made on the days asked for (UTC), from the first to the last."""
        editions = Edition.objects.defer("summary", "by").order_by("number")
        if self.asked.edition:
            return editions.filter(pk=self.asked.edition.pk)
        start, end = datetime.combine(self.asked.first, time.min, UTC), datetime.combine(self.asked.last, time.max, UTC)
        return editions.filter(at__gte=start, at__lte=end)

    def cut(self, start, stop):
        """(how many in all, the places of those from `start` to `stop`)"""
        return self.changes.page(start, stop)

    def tell(self, places):
        """[Telling] of some places, with so many queries as there are kinds among them."""
        wanted = {}
        for _number, name, pk in places:
            wanted.setdefault(name, set()).add(pk)
        numbers = [number for number, _name, _pk in places] or [1]
        told_of = chronicles(wanted, first=min(numbers), last=max(numbers))
        steps = {(*key, step.edition.number): step for key, own in told_of.items() for step in own}
        entries = {name: get(name).with_related(get(name).model.objects.addressable()).in_bulk(pks) for name, pks in wanted.items()}
        return told([(get(name), entries[name][pk], step) for number, name, pk in places if (step := steps.get((name, pk, number)))])

    def groups(self, places):
        """[(edition, [(Telling, heading)])] for the page."""
        tellings = self.tell(places)
        return [
            (edition, [(telling, heading(telling.entry)) for telling in group])
            for edition, group in groupby(tellings, key=lambda telling: telling.step.edition)
        ]

    def dicts(self, places):
        for telling in self.tell(places):
            yield {"collection": telling.collection.name, "slug": telling.entry.slug, "title": heading(telling.entry), **telling.as_dict()}

    def rows(self, places):
        for telling in self.tell(places):
            for row in telling.as_rows():
                yield [*row[:3], telling.collection.name, telling.entry.slug, *row[3:]]
