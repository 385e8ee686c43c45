"""The editions of the record, newest first: when each was made, what kind it is, what changed in a line."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from record.chronicle import Changes
from record.chronicle.changed import held
from record.collection import collections, get
from record.dated import words_for
from record.json_answers import json_answer
from record.models import ArchivedCopy, Edition, EditionKind, Sweep
from record.publishing.answer import Refused
from record.publishing.clocks import clocked
from record.publishing.entry_page import heading
from record.publishing.pages import for_everybody
from record.publishing.paging import Paged
from record.publishing.parameters import Parameters, refused_page
from record.publishing.tables import csv_text

SIZE, NAMED = 25, 3
COLUMNS = ("number", "at", "kind", "entries", "collections")


@dataclass
class Line:
    """An edition and what changed in it: how many entries of which collections, and which, where they are few."""

    edition: Edition
    counts: dict = field(default_factory=dict)  # name of the collection -> how many
    named: list = field(default_factory=list)  # [(heading, address)]
    words: list = field(default_factory=list)

    @property
    def total(self):
        return sum(self.counts.values())

    def as_dict(self):
        return {
            "number": self.edition.number, "at": self.edition.at.isoformat(), "kind": self.edition.kind,
            "entries": self.total, "collections": self.counts,
        }  # fmt: skip

    def as_row(self):
        counts = ";".join(f"{name}:{count}" for name, count in self.counts.items())
        return [self.edition.number, self.edition.at.isoformat(), self.edition.kind, self.total, counts]


@require_safe
@clocked
def editions_view(request):
    """As page, JSON or CSV, of all kinds or of some."""
    try:
        asked = Parameters(request.GET, ("kind", "format", "page"))
        kinds = asked.choices("kind", EditionKind.values)
        format_ = asked.choice("format", ("html", "json", "csv"), "html")
        number = asked.number("page") or 1
        asked.check()
        editions = Edition.objects.defer("summary", "by").order_by("-number")
        editions = editions.filter(kind__in=kinds) if kinds else editions
        response = _page(request, editions, kinds, number) if format_ == "html" else _download(editions, format_)
    except Refused as refused:
        return refused_page(request, refused, back="editions", back_label=_("Editions"))
    return for_everybody(request, response)


@require_safe
def edition_view(request, number):
    """What changed in an edition is told by the changes."""
    get_object_or_404(Edition.objects.only("number"), number=number)
    return HttpResponsePermanentRedirect(f"{reverse('changes')}?clock=record&edition={number}")


def _page(request, editions, kinds, number):
    pairs = tuple(("kind", kind) for kind in kinds)
    paged = Paged(number, editions.count(), SIZE, pairs)
    shown = list(editions[paged.start : paged.last])
    made = set(Edition.objects.order_by().values_list("kind", flat=True).distinct())
    context = {
        "lines": lines(shown),
        "paged": paged,
        "kinds": [(kind, label) for kind, label in EditionKind.choices if kind in made],
        "chosen": kinds,
        "csv_query": urlencode([*pairs, ("format", "csv")]),
        "json_query": urlencode([*pairs, ("format", "json")]),
        "section": "editions",
    }
    return render(request, "record/editions.html", context)


def _download(editions, format_):
    found = lines(list(editions), names=False)
    if format_ == "json":
        body = {"edition": Edition.current_number(), "count": len(found), "results": [line.as_dict() for line in found]}
        return json_answer(body)
    response = HttpResponse(csv_text([COLUMNS, *(line.as_row() for line in found)]), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="icctracker-editions.csv"'
    return response


def lines(editions, names=True):
    """[Line] of editions: the same queries whatever their number."""
    numbers = [edition.number for edition in editions]
    changed = Changes({c.name: c.model.objects.addressable() for c in collections()}, numbers=numbers).by_edition(NAMED)
    found = [Line(edition, {name: count for name, (count, _pks) in changed.get(edition.number, {}).items()}) for edition in editions]
    _say(found, numbers)
    if names:
        _name(found, {line.edition.number: changed[line.edition.number] for line in found if 0 < line.total <= NAMED})
    return found


def _name(found, few):
    wanted = {}
    for counts in few.values():
        for name, (_count, pks) in counts.items():
            wanted.setdefault(name, set()).update(pks)
    entries = {name: get(name).with_related(get(name).model.objects.addressable()).in_bulk(pks) for name, pks in wanted.items()}
    for line in found:
        for name, (_count, pks) in few.get(line.edition.number, {}).items():
            line.named += [(heading(entries[name][pk]), entries[name][pk].get_absolute_url()) for pk in pks]


def _say(found, numbers):
    sweeps, copies = {}, dict(ArchivedCopy.objects.filter(edition__in=numbers).values_list("edition").annotate(n=Count("pk")).order_by())
    for sweep in Sweep.objects.filter(edition__in=numbers).order_by("collection"):
        sweeps.setdefault(sweep.edition_id, []).append(sweep)
    unseen = held(numbers, [collection.model for collection in collections()])
    for line in found:
        number = line.edition.number
        line.words = [_counted(name, count) for name, count in line.counts.items()]
        line.words += _swept(sweeps.get(number, []))
        if copies.get(number):
            line.words.append(ngettext("%(n)s archived copy", "%(n)s archived copies", copies[number]) % {"n": copies[number]})
        if not line.words:
            line.words.append(_("what changed is not shown now") if number in unseen else _("no public entry changed"))


def _counted(name, count):
    """“28 findings”, “1 finding”."""
    meta = get(name).model._meta
    return f"{count} {meta.verbose_name if count == 1 else meta.verbose_name_plural}"


def _swept(sweeps):
    if len(sweeps) > NAMED:
        return [_("%(n)s sweeps recorded") % {"n": len(sweeps)}]
    return [
        _("%(collection)s swept up to %(day)s") % {"collection": get(sweep.collection).label, "day": words_for(sweep.swept_to.isoformat())}
        for sweep in sweeps
        if get(sweep.collection)
    ]
