"""The list and the entry page of every Collection. Views are thin: `answer` reads the question, `entry_page` the record."""

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import select_template
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from record.asking import is_tracking
from record.caching import until_the_next_edition
from record.collection import get
from record.day import today
from record.exchange import SOURCE_COLUMNS, field_of
from record.filters import KeyFilter, SpanFilter, WordsFilter
from record.json_answers import json_answer
from record.known import status_now
from record.models import Edition, Hold, NoticeKind, Reading, Status
from record.publishing import corrections
from record.publishing.answer import PAGE_SIZE, Problem, Refused, answer
from record.publishing.clocks import NotOnRecordThen, clocked
from record.publishing.entry_page import EntryPage, heading
from record.publishing.parameters import refused_page
from record.publishing.tables import csv_response, json_response, page_rows, plain

EXAMPLES = {"states": "HUN", "persons": "vladimir-putin", "situations": "darfur"}  # keys that a reader may type


@require_safe
@clocked
def list_view(request, name):
    """The list of a collection, as page, CSV or JSON; status 400 with every problem named where it is asked wrongly."""
    collection = get(name)
    if collection is None:
        raise Http404
    try:
        asked = answer(collection, request.GET, request.clocks)
    except Refused as refused:
        return refuse(request, collection, refused)
    edition = Edition.current_number()
    if asked.format == "csv":
        return for_everybody(request, csv_response(asked, edition))
    if asked.format == "json":
        return for_everybody(request, json_response(asked, edition))
    return for_everybody(request, _list_page(request, asked))


def _list_page(request, asked):
    pages = max(1, -(-asked.count // PAGE_SIZE))
    if asked.page > pages:
        message = _("There is no page %(page)s: the list has %(pages)s.") % {"page": asked.page, "pages": pages}
        return refuse(request, asked.collection, Refused([Problem("page", str(asked.page), message)]))
    start = (asked.page - 1) * PAGE_SIZE
    columns = asked.collection.listed_columns
    context = {
        "collection": asked.collection,
        "asked": asked,
        "heads": [_head(asked, column) for column in columns],
        "rows": page_rows(asked.collection, asked.entries, asked.day, columns, start, start + PAGE_SIZE),
        "facets": [(name, asked.filterset.filters[name].label, asked.facet(name)) for name in asked.collection.facets],
        "words": _typed(asked, WordsFilter),
        "spans": _typed(asked, SpanFilter),
        "keys": _typed(asked, KeyFilter),
        "counted": _counted(asked.collection, asked.count),
        "counted_all": _counted(asked.collection, asked.total),
        "chips": _chips(asked),
        "first": start + 1,
        "last": min(start + PAGE_SIZE, asked.count),
        "pager": _pager(asked, pages),
        "csv_query": asked.query(format="csv"),
        "json_query": asked.query(format="json"),
    }
    if asked.collection.lead and not asked.chosen and asked.page == 1:
        context["lead"] = asked.collection.lead.compute(asked.day)
    return render(request, "record/list.html", context)


def _head(asked, column):
    """A column's head: its words, where a click sorts, how it is sorted now."""
    current = (asked.sort or asked.collection.order)[0]
    name = current.removeprefix("-")
    direction = ("descending" if current.startswith("-") else "ascending") if name == column.name else ""
    sort = f"-{column.name}" if direction == "ascending" else column.name
    return {"column": column, "query": asked.query(sort=sort) if column.sortable else "", "direction": direction}


def _typed(asked, kind):
    """The filters of a kind that are typed, with what was given; those of keys say where the keys are listed."""
    return [
        {
            "name": name,
            "label": filter_.label,
            "values": asked.chosen.get(name, []),
            "listed_at": getattr(filter_, "collection", ""),
            "example": EXAMPLES.get(getattr(filter_, "collection", ""), ""),
        }
        for name, filter_ in asked.filterset.filters.items()
        if name not in asked.collection.facets and isinstance(filter_, kind)
    ]


def _counted(collection, number):
    """“28 findings”, “1 finding”."""
    meta = collection.model._meta
    return f"{number} {meta.verbose_name if number == 1 else meta.verbose_name_plural}"


def _chips(asked):
    """Each active filter value in words, and the question without it."""
    chips = []
    for name, values in asked.chosen.items():
        words = {option.value: option.label for option in asked.facet(name)} if name in asked.collection.facets else {}
        for value in values:
            chips.append(
                {"label": asked.filterset.filters[name].label or name, "words": words.get(value, value), "query": asked.query(drop=[(name, value)])}
            )
    if asked.clocks.day_is_set:
        chips.append({"label": _("On"), "words": asked.day.isoformat(), "query": asked.query(drop=["on"])})
    return chips


def _pager(asked, pages):
    near = sorted({1, pages, *range(max(1, asked.page - 2), min(pages, asked.page + 2) + 1)})
    return {
        "pages": [{"number": n, "query": asked.query(page=n), "current": n == asked.page} for n in near],
        "previous": asked.query(page=asked.page - 1) if asked.page > 1 else "",
        "next": asked.query(page=asked.page + 1) if asked.page < pages else "",
        "many": pages > 1,
    }


def refuse(request, collection, refused):
    return refused_page(request, refused, collection=collection)


@require_safe
@clocked
def entry_view(request, name, slug):
    """An entry: published for everybody, retracted with its reason, a draft only for editors who are signed in."""
    collection = get(name)
    if collection is None:
        raise Http404
    entry = _find(request, collection, slug)
    if entry.slug != slug:
        query = request.GET.urlencode()
        return HttpResponsePermanentRedirect(entry.get_absolute_url() + (f"?{query}" if query else ""))
    if not entry.is_public and not _is_editor(request):
        if entry.hold == Hold.WITHHELD:
            return render(request, "record/withheld.html", {"collection": collection}, status=404)
        raise Http404
    try:
        _check_parameters(request)
    except Refused as refused:
        return refuse(request, collection, refused)
    day = request.clocks.day
    entry = corrections.attached(collection.with_related(collection.every(day))).get(pk=entry.pk)
    notices = corrections.notices_of(entry, collection)
    if request.GET.get("format") == "json":
        gone = entry.status == Status.RETRACTED
        return for_everybody(request, _retracted_json(entry, notices) if gone else _entry_json(entry, collection, day, notices), entry=entry)
    if entry.status == Status.RETRACTED:
        context = {"entry": entry, "collection": collection, "heading": heading(entry), "notices": notices}
        return for_everybody(request, render(request, "record/retracted.html", context, status=410), entry=entry)
    page = EntryPage(entry, day)
    template = select_template([f"{entry._meta.app_label}/{entry._meta.model_name}_detail.html", "record/entry.html"])
    context = {
        "page": page,
        "entry": entry,
        "collection": collection,
        "day": day,
        "not_yet": day < today() and collection.starts_after(entry, day),
        "notices": notices,
        "readings": Reading.objects.of(entry).select_related("source").order_by("-read_on", "-pk"),
    }
    if request.clocks.edition:
        context["status_now"], context["reason_now"] = status_now(entry)
    return for_everybody(request, render(request, template.template.name, context), entry=entry)


def _find(request, collection, slug):
    found = Q(slug=slug)
    for alias in collection.aliases:
        found |= Q(**{alias: slug})
    entry = collection.model.objects.filter(found).first()
    if entry is None:
        raise NotOnRecordThen(collection, slug) if request.clocks.edition else Http404
    return entry


def _check_parameters(request):
    """Unknown parameters and wrong values are refused by name."""
    allowed = ("on", "known", "format")
    message = _("There is no parameter “%(name)s” here. There are: %(allowed)s.")
    problems = [
        Problem(name, value, message % {"name": name, "allowed": ", ".join(allowed)}, allowed)
        for name, value in request.GET.items()
        if name not in allowed and not is_tracking(name)
    ]
    if request.GET.get("format", "html") not in ("html", "json"):
        problems.append(Problem("format", request.GET["format"], _("An entry has the formats html and json."), ("html", "json")))
    if problems:
        raise Refused(problems)


def _entry_json(entry, collection, day, notices):
    """The columns of an entry and its citations."""
    row = collection.rows(collection.every(day).filter(pk=entry.pk), day)[0]
    values = {column.name: plain(column, value) for column, value in zip(collection.columns, row, strict=True)}
    names = {field_of(column): column.name for column in collection.columns}
    citations = [
        {
            "column": names.get(c.field) if c.field else None, "stance": c.stance, "rival_value": c.rival_value or None,
            "reason": c.reason or None, "locator": c.locator or None, "quotation": c.quotation or None, "consulted": c.consulted,
            "source": {name: getattr(c.source, name) or None for name in SOURCE_COLUMNS},
        }
        for c in entry.citations.select_related("source")
    ]  # fmt: skip
    body = {
        "collection": collection.name, "edition": Edition.current_number(), "on": day.isoformat(), "status": entry.status,
        "reading": entry.reading, "entry": values, "citations": citations,
        "corrections": [notice.as_dict() for notice in notices],
        "readings": [reading.as_dict() for reading in Reading.objects.of(entry).select_related("source")],
    }  # fmt: skip
    return json_answer(body)


def _retracted_json(entry, notices):
    """That it is retracted, and why: its values no longer stand."""
    body = {
        "collection": entry.collection, "edition": Edition.current_number(), "status": entry.status,
        "retraction_reason": entry.retraction_reason, "entry": {"slug": entry.slug},
        "corrections": [notice.as_dict() for notice in notices if notice.kind == NoticeKind.RETRACTION],
    }  # fmt: skip
    return json_answer(body, status=410)


def _is_editor(request):
    """Asked only where a session may exist, so that public pages do not vary by cookie."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated and request.user.is_editor


def for_everybody(request, response, entry=None):
    """Public pages may be kept by anybody until the next edition; a draft and its preview by nobody."""
    if entry is not None and not entry.is_public:
        patch_cache_control(response, private=True, no_store=True)
    elif response.status_code == 200:
        until_the_next_edition(response)
    return response
