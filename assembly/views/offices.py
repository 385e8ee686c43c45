"""`/assembly/offices/`: who held which office on a day."""

from django.conf import settings
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from assembly.officeholders import parts, sentence
from assembly.views.asking import answering, wants_json
from record.json_answers import json_answer
from record.models import Edition


@answering("assembly-offices", _("Who held which office"))
def offices(request):
    """The page, or with `format=json` the holders by office."""
    day = request.clocks.day
    found = parts(day)
    if wants_json(request):
        return json_answer(_body(found, day))
    return render(request, "assembly/offices.html", {"parts": found, "sentence": sentence(found), "day": day})


def _body(found, day):
    return {
        "edition": Edition.current_number(),
        "on": day.isoformat(),
        "sentence": sentence(found),
        "offices": [
            {
                "office": place.office.value,
                "seats": place.seats,
                "on_record": place.on_record,
                "holders": [_holder(holding) for holding in place.holdings],
            }
            for part in found
            for place in (*part.together, *part.apart)
        ],
    }


def _holder(holding):
    term = holding.term
    return {
        "name": str(term.holder),
        "official": term.official.slug if term.official else None,
        "state": term.state_id,
        "nationality": holding.nationality.iso3 if holding.nationality else None,
        "judicial_list": holding.judicial_list or None,
        "since": term.since,
        "until": term.until or None,
        "sure": holding.sure,
        "away": _address(holding.away) if holding.away else None,
        "source": _address(term),
    }


def _address(entry):
    return f"{settings.PUBLIC_URL}{entry.get_absolute_url()}"
