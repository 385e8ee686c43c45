"""`/changes/`: what happened (`clock=events`) or what was recorded (`clock=record`) between two days."""

from itertools import batched

from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from record.collection import collections, get
from record.json_answers import json_answer
from record.models import Edition
from record.publishing.answer import Problem, Refused
from record.publishing.changes_question import ChangesQuestion
from record.publishing.clocks import clocked
from record.publishing.editions import lines
from record.publishing.happened import Happened
from record.publishing.pages import EXAMPLES, for_everybody
from record.publishing.paging import Paged
from record.publishing.parameters import refused_page
from record.publishing.recorded import Recorded
from record.publishing.tables import csv_text

SIZE, BATCH = 50, 200
MOST = 10_000  # in one download


@require_safe
@clocked
def changes_view(request):
    """As page, JSON or CSV; status 400 with every problem named where it is asked wrongly."""
    try:
        asked = ChangesQuestion(request)
        found = Happened(asked) if asked.clock == "events" else Recorded(asked)
        response = _page(request, asked, found) if asked.format == "html" else _download(asked, found)
    except Refused as refused:
        return refused_page(request, refused, back="changes", back_label=_("Changes"))
    return for_everybody(request, response)


def _download(asked, found):
    count, places = found.cut(0, MOST)
    if count > MOST:
        message = _("%(count)s changes are too many for one download (%(most)s): name a shorter span, a State, a person or a kind.")
        raise Refused([Problem("from", asked.read.text("from"), message % {"count": count, "most": MOST})])
    name = f"icctracker-changes-{asked.clock}-{asked.first}-{asked.last}"
    if asked.format == "json":
        head = {
            "clock": asked.clock, "from": asked.first.isoformat(), "to": asked.last.isoformat(), "edition": Edition.current_number(),
            "count": count, "results": [row for some in batched(places, BATCH) for row in found.dicts(some)],
        }  # fmt: skip
        return json_answer(head)
    parts = asked.clocks.inside(_csv_parts(found, places))
    response = StreamingHttpResponse(parts, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _csv_parts(found, places):
    yield csv_text([found.columns])
    for some in batched(places, BATCH):
        yield csv_text(found.rows(some))


def _page(request, asked, found):
    start = (asked.page - 1) * SIZE
    count, places = found.cut(start, start + SIZE)
    context = {
        "asked": asked,
        "paged": Paged(asked.page, count, SIZE, tuple(asked.pairs())),
        "groups": found.groups(places),
        "kinds": [(collection.name, collection.label, collection.name in asked.kinds) for collection in collections()],
        "keys": [_key(asked, name, noun) for name, noun in asked.nouns.items() if noun in EXAMPLES or asked.about[name]],
        "chips": _chips(asked),
        "csv_query": asked.query(format="csv"),
        "json_query": asked.query(format="json"),
        "other_query": asked.query(clock="events" if asked.clock == "record" else "record", drop=("edition",)),
        "last_edition": Edition.objects.defer("summary", "by").first(),
        "line": lines([asked.edition], names=False)[0] if asked.edition else None,
        "beside": _beside(asked.edition) if asked.edition else [],
        "section": "changes",
    }
    return render(request, "record/changes.html", context)


def _beside(edition):
    """The numbers of the edition before and of that after."""
    near = (edition.number - 1, edition.number + 1)
    return list(Edition.objects.filter(number__in=near).order_by("number").values_list("number", flat=True))


def _key(asked, name, noun):
    return {
        "name": name, "label": get(noun).model._meta.verbose_name, "values": asked.read.given.get(name, []),
        "listed_at": noun, "example": EXAMPLES.get(noun, ""),
    }  # fmt: skip


def _chips(asked):
    """Each filter in words, and the question without it."""
    chips = [(name, get(asked.nouns[name]).model._meta.verbose_name, entries) for name, entries in asked.about.items() if entries]
    found = [{"label": label, "words": ", ".join(map(str, entries)), "query": asked.query(drop=(name,))} for name, label, entries in chips]
    if asked.kinds:
        words = ", ".join(str(get(kind).label) for kind in asked.kinds)
        found.append({"label": _("Kind"), "words": words, "query": asked.query(drop=("kind",))})
    return found
