"""Pages of this room that are neither a list nor an entry: as HTML and JSON, by both clocks, refusing by name what they do not understand."""

from dataclasses import replace
from functools import wraps

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from record.asking import is_tracking
from record.caching import until_the_next_edition
from record.clocks import CLOCKS, Clocks, NotAClock, read
from record.json_answers import json_errors

PARAMETERS = (*CLOCKS, "format")
FORMATS = ("html", "json")


def answering(back, label):
    """Decorator of a view: sets `request.clocks` and runs it as the record stood then; `back` names the page that a refusal leads to."""

    def decorate(view):
        @require_safe
        @wraps(view)
        def answered(request, *args, **kwargs):
            problems = _problems(request.GET)
            try:
                request.clocks = replace(read(request.GET), leave=_without_clocks(request))
            except NotAClock as refusal:
                request.clocks, problems = Clocks(), {**problems, refusal.name: refusal.message}
            if problems:
                return _refused(request, problems, back, label)
            with request.clocks.standing():
                response = view(request, *args, **kwargs)
            if "text/html" in response["Content-Type"]:
                response.content = request.clocks.carry(response.content.decode()).encode()
            return until_the_next_edition(response)

        return answered

    return decorate


def wants_json(request):
    return request.GET.get("format") == "json"


def _problems(params):
    """{parameter: sentence} of what is not understood."""
    problems = {
        name: _("There is no parameter “%(name)s” here. There are: %(allowed)s.") % {"name": name, "allowed": ", ".join(PARAMETERS)}
        for name in params
        if name not in PARAMETERS and not is_tracking(name)
    }
    if params.get("format", "html") not in FORMATS:
        problems["format"] = _("“%(value)s” is not a format. Allowed: html, json.") % {"value": params["format"]}
    return problems


def _without_clocks(request):
    query = request.GET.copy()
    for name in CLOCKS:
        query.pop(name, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _refused(request, problems, back, label):
    errors = [{"parameter": name, "name": name, "message": message} for name, message in problems.items()]
    if request.GET.get("format", "html") != "html":
        return json_errors([{"parameter": error["parameter"], "message": error["message"]} for error in errors])
    return render(request, "record/refused.html", {"problems": errors, "back": back, "back_label": label}, status=400)
