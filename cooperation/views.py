"""`/bound/`: whether a State was bound on a day, by what, with what request."""

from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.models import Person, Situation
from cooperation import forms
from cooperation.bound import Grounds
from cooperation.models import Finding, Visit
from cooperation.sentence import basis_words, reason_words, sentence
from record.asking import address_with
from record.caching import until_the_next_edition
from record.clocks import Clocks, NotAClock, edition_asked
from record.json_answers import json_answer, json_errors
from record.models import Edition
from states.models import State


@require_safe
def bound(request):
    """The page, or with `format=json` the answer in the columns that re-users rely on; status 400 where asked wrongly."""
    try:
        request.clocks, wrong = _clocks(request), {}
    except NotAClock as refusal:
        request.clocks, wrong = Clocks(), {"known": refusal.message}
    return request.clocks.answer(_respond, request, wrong)


def _clocks(request):
    """The edition asked for; the day is part of the question."""
    return Clocks(edition=edition_asked(request.GET.get("known", "")), leave=address_with(request, known=None))


def _respond(request, wrong):
    question = forms.read(request.GET)
    question.problems.update(wrong)
    answer = _answer(question) if question.asked else None
    if request.GET.get("format") == "json":
        return _json(question, answer)
    context = {
        "section": "bound",
        "question": question,
        "states": State.objects.public().order_by("name"),
        "persons": Person.objects.public().order_by("name"),
        "situations": Situation.objects.public().order_by("name"),
        "given": request.GET,
        **(_shown(question, answer) if answer else {}),
    }
    response = render(request, "cooperation/bound.html", context, status=400 if question.problems else 200)
    if not question.problems:
        until_the_next_edition(response)
    return response


def _answer(question):
    grounds = Grounds.gather(states=[question.state.iso3])
    return grounds.answer(
        question.state.iso3,
        question.on,
        situation=question.situation.slug if question.situation else None,
        person=question.person.slug if question.person else None,
    )


def _shown(question, answer):
    """The answer in words, and what happened there with the same person."""
    visits, findings = Visit.objects.none(), Finding.objects.none()
    if question.person:
        visits = Visit.objects.public().filter(host=question.state, person=question.person)
        findings = Finding.objects.public().filter(proceeding__state=question.state, proceeding__person=question.person)
    return {
        "answer": answer,
        "sentence": sentence(question.state, question.on, answer, question.person, question.situation),
        "bases": [basis_words(basis) for basis in answer.bases],
        "reasons": [reason_words(reason) for reason in answer.reasons],
        "request_reason": reason_words(answer.request_reason),
        "visits": visits,
        "findings": findings.select_related("proceeding__state", "proceeding__person"),
    }


def address(key):
    """The full address of the entry behind a key such as `treaty-actions/hun-...`; None without one."""
    return f"{settings.PUBLIC_URL}/{key}/" if key else None


def _json(question, answer):
    if question.problems or answer is None:
        problems = question.problems or {"state": "Name a State: state=HUN."}
        errors = [{"parameter": name, "message": message} for name, message in problems.items()]
        return json_errors(errors)
    body = {
        "state": question.state.iso3,
        "on": question.on.isoformat(),
        "person": question.person.slug if question.person else None,
        "situation": question.situation.slug if question.situation else None,
        "bound": answer.bound,
        "request": answer.request,
        "contested": answer.contested,
        "pending_until": answer.pending_until,
        "bases": [
            {
                "basis": basis.basis,
                "situation": basis.situation,
                "articles": list(basis.articles),
                "from": basis.since,
                "until": basis.until,
                "reason": reason_words(basis.reason),
                "source": address(basis.source),
            }
            for basis in answer.bases
        ],
        "reasons": [reason_words(reason) for reason in answer.reasons],
        "sentence": sentence(question.state, question.on, answer, question.person, question.situation),
        "edition": Edition.current_number(),
    }
    return until_the_next_edition(json_answer(body))
