"""The history of an entry: what each edition changed in it, in words, as JSON and as CSV."""

from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from record.chronicle import chronicle
from record.collection import get
from record.json_answers import json_answer
from record.models import Edition
from record.publishing.answer import Refused
from record.publishing.clocks import NotOnRecordThen, clocked
from record.publishing.entry_page import heading
from record.publishing.pages import for_everybody
from record.publishing.paging import Paged
from record.publishing.parameters import Parameters, refused_page
from record.publishing.tables import csv_text
from record.publishing.telling import ROW, told

SIZE = 25


@require_safe
@clocked
def history_view(request, name, slug):
    """Of an entry that is public or retracted, since it was first public; nobody sees that of another."""
    collection = get(name)
    if collection is None or not collection.of_entries:
        raise Http404
    entry = _find(request, collection, slug)
    if entry.slug != slug:
        query = request.GET.urlencode()
        return HttpResponsePermanentRedirect(reverse("history", args=[name, entry.slug]) + (f"?{query}" if query else ""))
    try:
        asked = Parameters(request.GET, ("format", "page"))
        format_ = asked.choice("format", ("html", "json", "csv"), "html")
        number = asked.number("page") or 1
        asked.check()
        response = _answer(request, collection, entry, format_, number)
    except Refused as refused:
        return refused_page(request, refused, collection=collection)
    return for_everybody(request, response)


def _find(request, collection, slug):
    found = Q(slug=slug)
    for alias in collection.aliases:
        found |= Q(**{alias: slug})
    entry = collection.with_related(collection.model.objects.addressable()).filter(found).first()
    if entry is None:
        raise NotOnRecordThen(collection, slug) if request.clocks.edition else Http404
    return entry


def _answer(request, collection, entry, format_, number):
    then = request.clocks.edition
    steps = chronicle(entry, collection, upto=then.number if then else None)[::-1]
    if format_ == "html":
        return _page(request, collection, entry, steps, number)
    tellings = told([(collection, entry, step) for step in steps])
    if format_ == "csv":
        rows = [row for telling in tellings for row in telling.as_rows()]
        response = HttpResponse(csv_text([ROW, *rows]), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="icctracker-{collection.name}-{entry.slug}-history.csv"'
        return response
    body = {
        "collection": collection.name, "slug": entry.slug, "edition": Edition.current_number(), "status": entry.status,
        "history": [telling.as_dict() for telling in tellings],
    }  # fmt: skip
    return json_answer(body)


def _page(request, collection, entry, steps, number):
    paged = Paged(number, len(steps), SIZE, ())
    shown = steps[paged.start : paged.last]
    before = dict(zip((step.edition for step in steps), (step.edition for step in steps[1:]), strict=False))
    context = {
        "collection": collection,
        "entry": entry,
        "heading": heading(entry),
        "tellings": [(telling, before.get(telling.step.edition)) for telling in told([(collection, entry, step) for step in shown])],
        "paged": paged,
    }
    return render(request, "record/history.html", context)
