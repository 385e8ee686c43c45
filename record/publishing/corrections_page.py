"""`/corrections/`: every public notice, newest first, by State, person, kind and day."""

from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from record.collection import collections, get
from record.json_answers import json_answer
from record.models import Edition, NoticeKind
from record.publishing.answer import Refused
from record.publishing.changes_question import under
from record.publishing.clocks import clocked
from record.publishing.corrections import shown, told
from record.publishing.pages import EXAMPLES, for_everybody
from record.publishing.paging import Paged
from record.publishing.parameters import Parameters, refused_page
from record.publishing.tables import csv_text, harmless

SIZE = 25
FORMATS = ("html", "json", "csv")
NOUNS = {"state": "states", "person": "persons"}
COLUMNS = ("date", "edition", "entry", "kind", "what_was_wrong", "asked_by", "field", "before", "after")


class Question:
    """Which notices are asked for; raises Refused."""

    def __init__(self, params):
        self.read = Parameters(params, (*NOUNS, "kind", "from", "to", "format", "page"))
        self.about = {name: self.read.keys(name, noun) for name, noun in NOUNS.items()}
        self.kinds = self.read.choices("kind", NoticeKind.values)
        since, until = self.read.span("from"), self.read.span("to")
        self.format = self.read.choice("format", FORMATS, FORMATS[0])
        self.page = self.read.number("page") or 1
        if since and until and since.earliest > until.latest:
            self.read.refuse("from", self.read.text("from"), _("“from” is after “to”."))
        self.read.check()
        self._condition = Q()
        if self.kinds:
            self._condition &= Q(kind__in=self.kinds)
        if since:
            self._condition &= Q(edition__at__date__gte=since.earliest)
        if until:
            self._condition &= Q(edition__at__date__lte=until.latest)

    @property
    def filtered(self):
        return bool(self._condition or any(self.about.values()))

    @property
    def notices(self):
        return shown(self._entries(collection) for collection in collections()).filter(self._condition)

    def _entries(self, collection):
        """Those whose notices are shown: public or retracted, and not held."""
        entries = collection.model.objects.addressable()
        for name, chosen in self.about.items():
            if chosen:
                entries = entries.filter(pk__in=collection.model.objects.filter(under(collection, NOUNS[name], chosen)).values("pk"))
        return entries

    def pairs(self, drop=(), **changes):
        kept = [
            (name, value) for name, values in self.read.given.items() for value in values
            if name not in ("format", "page", *drop, *changes) and (name, value) not in drop
        ]  # fmt: skip
        return [*kept, *changes.items()]

    def query(self, **changes):
        return urlencode(self.pairs(**changes))


@require_safe
@clocked
def corrections_view(request):
    """As page, JSON or CSV; status 400 with every problem named where it is asked wrongly."""
    try:
        asked = Question(request.GET)
        response = _page(request, asked) if asked.format == "html" else _download(asked)
    except Refused as refused:
        return refused_page(request, refused, back="corrections", back_label=_("Corrections"))
    return for_everybody(request, response)


def _page(request, asked):
    paged = Paged(asked.page, asked.notices.count(), SIZE, tuple(asked.pairs()))
    context = {
        "asked": asked,
        "paged": paged,
        "notices": told(asked.notices[paged.start : paged.last]) if paged.total else [],
        "kinds": [(value, label, value in asked.kinds) for value, label in NoticeKind.choices],
        "keys": [{"name": name, "label": _label(name), "values": asked.read.given.get(name, []), "listed_at": noun, "example": EXAMPLES[noun]} for name, noun in NOUNS.items()],
        "since": asked.read.text("from"),
        "until": asked.read.text("to"),
        "chips": _chips(asked),
        "csv_query": asked.query(format="csv"),
        "json_query": asked.query(format="json"),
        "section": "corrections",
    }  # fmt: skip
    return render(request, "record/corrections.html", context)


def _label(name):
    return get(NOUNS[name]).model._meta.verbose_name


def _chips(asked):
    """Each filter in words, and the question without it."""
    words = {"from": _("From"), "to": _("To"), "kind": _("Kind")}
    kinds = {value: capfirst(str(label)) for value, label in NoticeKind.choices}
    named = {(name, getattr(entry, get(NOUNS[name]).key)): str(entry) for name, entries in asked.about.items() for entry in entries}
    return [
        {
            "label": words.get(name) or _label(name),
            "words": kinds.get(value, value) if name == "kind" else named.get((name, value), value),
            "query": asked.query(drop=((name, value),)),
        }
        for name, values in asked.read.given.items()
        for value in values
        if name in (*NOUNS, *words)
    ]


def _download(asked):
    notices = told(asked.notices)
    if asked.format == "json":
        body = {"edition": Edition.current_number(), "count": len(notices), "results": [_as_dict(notice) for notice in notices]}
        return json_answer(body)
    rows = [row for notice in notices for row in _as_rows(notice)]
    response = HttpResponse(csv_text([COLUMNS, *rows]), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="icctracker-corrections.csv"'
    return response


def _key(notice):
    return f"{notice.collection.name}/{notice.entry.slug}"


def _as_dict(notice):
    address = f"{settings.PUBLIC_URL}{notice.entry.get_absolute_url()}"
    return {"date": notice.at.date().isoformat(), "entry": _key(notice), "address": address, **notice.as_dict()}


def _as_rows(notice):
    """One for each value that was another; one where the notice names none."""
    head = [notice.at.date().isoformat(), notice.edition, _key(notice), notice.kind, harmless(notice.what_was_wrong), notice.asked_by]
    for change in notice.changes or [None]:
        yield [*head, change.field, harmless(change.was), harmless(change.is_)] if change else [*head, "", "", ""]
