"""`/invariants/`: every rule about the record with what breaks it now.

The rules are asked when the page is made: they read in bulk, and the page is kept until the next edition or day.
"""

from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_safe

from record.invariants import Severity, run
from record.json_answers import json_answer
from record.models import Edition
from record.publishing.pages import for_everybody
from record.publishing.parameters import refusal_but_for_format

SHOWN = 25  # entries under a rule; all of them are in the JSON


@require_safe
def invariants_view(request):
    if refusal := refusal_but_for_format(request, "record/invariants.html"):
        return refusal
    edition = Edition.current_number()
    results = run()
    if request.GET.get("format") == "json":
        return for_everybody(request, _json(edition, results))
    context = {
        "parts": [(severity, [result for result in results if result.invariant.severity == severity]) for severity in Severity],
        "broken": [result for result in results if not result.holds],
        "held": sum(result.holds for result in results),
        "count": len(results),
        "shown": SHOWN,
    }
    return for_everybody(request, render(request, "record/invariants.html", context))


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
