"""`/invariants/`: every rule about the record with what breaks it now.

The rules are asked when the page is made: they read in bulk, and the page is kept until the next edition or day.
"""

from django.conf import settings
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from record.asking import is_tracking
from record.invariants import Severity, run
from record.json_answers import json_answer, json_errors
from record.models import Edition
from record.publishing.answer import Problem
from record.publishing.pages import for_everybody

FORMATS = ("html", "json")
SHOWN = 25  # entries under a rule; all of them are in the JSON


@require_safe
def invariants_view(request):
    problems = _problems(request.GET)
    as_json = request.GET.get("format") in ("json", "csv")
    if problems and as_json:
        return json_errors([problem.as_dict() for problem in problems])
    if problems:
        return render(request, "record/invariants.html", {"problems": problems}, status=400)
    edition = Edition.current_number()
    results = run()
    if as_json:
        return for_everybody(request, _json(edition, results))
    context = {
        "parts": [(severity, [result for result in results if result.invariant.severity == severity]) for severity in Severity],
        "broken": [result for result in results if not result.holds],
        "held": sum(result.holds for result in results),
        "count": len(results),
        "shown": SHOWN,
    }
    return for_everybody(request, render(request, "record/invariants.html", context))


def _problems(asked):
    unknown = [name for name in asked if name != "format" and not is_tracking(name)]
    message = _("There is no parameter “%(name)s” here. There is: format.")
    problems = [Problem(name, asked[name], message % {"name": name}, ("format",)) for name in unknown]
    if asked.get("format", "html") not in FORMATS:
        problems.append(Problem("format", asked["format"], _("This page has the formats html and json."), FORMATS))
    return problems


def _json(edition, results):
    rules = [
        {
            "key": result.invariant.key,
            "text": str(result.invariant.text),
            "severity": result.invariant.severity.value,
            "rule": str(result.invariant.rule),
            "holds": result.holds,
            "offences": [
                {
                    "entry": offence.key or None,
                    "address": f"{settings.PUBLIC_URL}/{offence.key}/" if offence.key else None,
                    "sentence": offence.sentence,
                }
                for offence in result.offences
            ],
        }
        for result in results
    ]
    body = {"edition": edition, "rules": len(rules), "holding": sum(rule["holds"] for rule in rules), "results": rules}
    return json_answer(body)
