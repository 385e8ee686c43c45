"""Pages of this room that are neither a list nor an entry: as HTML and JSON, by both clocks, refusing by name what they do not understand."""

from dataclasses import replace
from functools import wraps

from django.shortcuts import render
from django.views.decorators.http import require_safe

from record.asking import address_with, not_understood
from record.caching import until_the_next_edition
from record.clocks import CLOCKS, Clocks, NotAClock, read
from record.json_answers import json_errors

PARAMETERS = (*CLOCKS, "format")


def answering(back, label):
    """Decorator of a view: sets `request.clocks` and runs it as the record stood then; `back` names the page that a refusal leads to."""

    def decorate(view):
        @require_safe
        @wraps(view)
        def answered(request, *args, **kwargs):
            problems = not_understood(request.GET, PARAMETERS)
            try:
                request.clocks = replace(read(request.GET), leave=address_with(request, **dict.fromkeys(CLOCKS)))
            except NotAClock as refusal:
                request.clocks, problems = Clocks(), {**problems, refusal.name: refusal.message}
            if problems:
                return _refused(request, problems, back, label)
            return until_the_next_edition(request.clocks.answer(view, request, *args, **kwargs))

        return answered

    return decorate


def wants_json(request):
    return request.GET.get("format") == "json"


def _refused(request, problems, back, label):
    if request.GET.get("format", "html") != "html":
        return json_errors([{"parameter": name, "message": message} for name, message in problems.items()])
    context = {"problems": [{"name": name, "message": message} for name, message in problems.items()], "back": back, "back_label": label}
    return render(request, "record/refused.html", context, status=400)
