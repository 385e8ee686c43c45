"""The question of `/changes/`: between which days, by which clock, of which entries."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.db.models import Q
from django.utils.translation import gettext as _

from record.collection import collections, get
from record.models import Edition
from record.publishing.parameters import Parameters

CLOCKS, FORMATS = ("record", "events"), ("html", "json", "csv")
DAYS = timedelta(days=30)


def nouns():
    """{parameter: name of the collection}: what entries of others stand under, such as a State."""
    found = {on.noun for collection in collections() for on in collection.on}
    return {get(noun).model._meta.model_name: noun for noun in (collection.name for collection in collections()) if noun in found}


def under(collection, noun, entries):
    """Which entries stand on the page of one of these, by their declarations; and these themselves."""
    keys = [entry.pk for entry in entries]
    if collection.name == noun:
        return Q(pk__in=keys)
    found = Q(pk__in=[])
    for on in collection.on:
        if on.noun == noun:
            found |= Q(**{f"{on.path}__in": get(noun).model.objects.filter(pk__in=keys)})
    return found


class ChangesQuestion:
    """What is asked, read from the parameters of a request; raises Refused."""

    def __init__(self, request):
        self.clocks = request.clocks
        self.nouns = nouns()
        self.kinds_allowed = [collection.name for collection in collections()]
        self.read = Parameters(request.GET, ("from", "to", "clock", "edition", *self.nouns, "kind", "format", "page"))
        self.clock = self.read.choice("clock", CLOCKS, CLOCKS[0])
        self.format = self.read.choice("format", FORMATS, FORMATS[0])
        self.kinds = self.read.choices("kind", self.kinds_allowed)
        self.about = {name: self.read.keys(name, noun) for name, noun in self.nouns.items()}
        self.page = self.read.number("page") or 1
        self.edition = self._edition()
        self.first, self.last = self._days()
        self.read.check()

    def _edition(self):
        """The only edition asked for, or None."""
        number = self.read.number("edition")
        if number is None:
            return None
        found = Edition.objects.defer("summary", "by").filter(number=number).first()
        if found is None:
            self.read.refuse("edition", str(number), _("There is no edition %(number)s. They are listed at /editions/.") % {"number": number})
        elif self.clock == "events" or "from" in self.read.given or "to" in self.read.given:
            self.read.refuse("edition", str(number), _("An edition is asked for by itself: with clock=record, without “from” and “to”."))
        return found

    def _days(self):
        """The first and the last day; the thirty days up to today where none is given."""
        since, until = self.read.span("from"), self.read.span("to")
        last = until.latest if until else self.clocks.day
        first = since.earliest if since else last - min(DAYS, last - date.min)
        if first > last:
            message = _("“from” (%(first)s) is after “to” (%(last)s).") % {"first": first, "last": last}
            self.read.refuse("from", self.read.text("from") or first.isoformat(), message)
        return first, last

    @property
    def filtered(self):
        return bool(self.kinds or any(self.about.values()))

    def entries(self, door):
        """{name of a collection: its entries that are asked for}, by a door of their QuerySet: `public` or `addressable`."""
        asked = [collection for collection in collections() if not self.kinds or collection.name in self.kinds]
        return {collection.name: getattr(collection.model.objects, door)().filter(self._chosen(collection)) for collection in asked}

    def _chosen(self, collection):
        chosen = Q()
        for name, entries in self.about.items():
            if entries:
                chosen &= Q(pk__in=collection.model.objects.filter(under(collection, self.nouns[name], entries)).values("pk"))
        return chosen

    def pairs(self, *, drop=(), **changes):
        """The question as pairs of its parameters, with something changed or left out."""
        kept = [(name, value) for name, values in self.read.given.items() if name not in ("page", "format", *drop, *changes) for value in values]
        return [*kept, *((name, value) for name, value in changes.items() if value)]

    def query(self, **changes):
        return urlencode(self.pairs(**changes))
