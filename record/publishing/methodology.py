"""`/methodology/`: how the record is compiled, read again and counted; `/methodology/<collection>/`: the same of one collection."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from record import assurance
from record.collection import get
from record.exchange import hidden_keys
from record.invariants import reading_once
from record.json_answers import json_answer
from record.models import Edition, Reading, Sweep, SweepDifference, Verdict
from record.publishing.pages import for_everybody
from record.publishing.parameters import refusal_but_for_format


@require_safe
def methodology_view(request):
    if refusal := refusal_but_for_format(request, "record/methodology.html"):
        return refusal
    found = assurance.assurances()
    with reading_once():
        numbers, years = assurance.numbers(), assurance.years()
    if request.GET.get("format") == "json":
        body = {
            "edition": Edition.current_number(),
            "collections": [as_json(one) for one in found],
            "published_totals": [_number(n) for n in numbers],
        }
        return for_everybody(request, json_answer(body))
    context = {
        "core": [one for one in found if one.collection.core],
        "less_current": [one for one in found if not one.collection.core],
        "swept_twice": [one for one in found if one.differences],
        "numbers": _grouped(numbers),
        "disagreeing": [number for number in numbers if not number.agrees],
        "years": years,
    }
    return for_everybody(request, render(request, "record/methodology.html", context))


@require_safe
def method_view(request, name):
    collection = get(name)
    if collection is None or not collection.of_entries:
        raise Http404
    if refusal := refusal_but_for_format(request, "record/methodology.html"):
        return refusal
    (one,) = assurance.assurances(collection)
    hidden = hidden_keys([collection])
    differences = [d for d in SweepDifference.objects.filter(collection=name).select_related("source") if d.fact not in hidden]
    readings = [r for r in Reading.objects.filter(collection=name).select_related("source") if r.fact not in hidden]
    if request.GET.get("format") == "json":
        body = {
            "edition": Edition.current_number(), **as_json(one),
            "differences": [d.as_dict() for d in differences], "readings": [r.as_dict() for r in readings],
        }  # fmt: skip
        return for_everybody(request, json_answer(body))
    there = set(collection.model.objects.public().values_list("slug", flat=True))
    context = {
        "collection": collection,
        "one": one,
        "sweeps": Sweep.objects.filter(collection=name).order_by("-swept_to", "-edition_id", "-pk"),
        "differences": [(d, d.slug in there) for d in differences],
        "unread": [(r, r.slug in there) for r in readings if r.verdict == Verdict.NOT_CONFIRMED],
        "mended": [(r, r.slug in there) for r in readings if r.verdict in (Verdict.CORRECTED, Verdict.WRONG)],
    }
    return for_everybody(request, render(request, "record/method.html", context))


def _grouped(numbers):
    """[(what is counted, what this record counts, [Number])]"""
    groups = {}
    for number in numbers:
        groups.setdefault(number.what, (number.ours_is, []))[1].append(number)
    return [(what, ours_is, of_it) for what, (ours_is, of_it) in groups.items()]


def as_json(one):
    return {
        "collection": one.collection.name,
        "core": one.collection.core,
        "entries": one.entries,
        "swept_to": one.sweep.swept_to.isoformat() if one.sweep else None,
        "entries_by_best_source": {key: one.best[key] for key, _words, _kinds in assurance.CLASSES},
        "citations_by_how_read": dict(one.consulted),
        "read_again": {"entries": one.readings, **{verdict.value: one.verdicts[verdict] for verdict in Verdict}},
        "differences_between_sweeps": dict(one.settled),
    }


def _number(number):
    total = number.total
    return {
        "key": f"{total.collection}/{total.slug}", "measure": total.measure, "as_of": total.as_of.isoformat(), "published": total.figure,
        "ours": number.ours, "explained": total.explained, "because": total.because or None, "agrees": number.agrees,
    }  # fmt: skip
