"""States, treaties and acts towards the depositary."""

from itertools import cycle
from string import ascii_uppercase

from record.tests.factories.record import NUMBERS
from states.models import Agreement, FocalPoint, NationalLaw, NonSurrenderAgreement, State, Treaty, TreatyAction

_codes = cycle(f"X{first}{second}" for first in ascii_uppercase for second in ascii_uppercase)


def make_state(**values):
    code = values.pop("iso3", None) or next(_codes)
    names = {"name": f"Land {code}", "name_fr": f"Pays {code}", "name_es": f"Tierra {code}"}
    return State.objects.create(iso3=code, **{**names, "un_status": "member", **values})


def make_treaty(**values):
    return Treaty.objects.create(**{"name": f"Treaty {next(NUMBERS)}", "kind": "agreement", **values})


def rome_statute():
    """The Statute: that of the loaded record, or a draft of it where the record is empty."""
    return Treaty.objects.filter(slug=Treaty.ROME_STATUTE).first() or make_treaty(slug=Treaty.ROME_STATUTE, name="Rome Statute", kind="statute")


def make_treaty_action(**values):
    values.setdefault("state", None)
    values["state"] = values["state"] or make_state()
    values["treaty"] = values.get("treaty") or rome_statute()
    return TreatyAction.objects.create(**{"kind": "ratification", "effected_on": "2010-01-15", **values})


def make_agreement(**values):
    values["state"] = values.get("state") or make_state()
    return Agreement.objects.create(**{"kind": "sentence_enforcement", "signed_on": "2011-01-20", "in_force_on": "2011-05-28", **values})


def make_non_surrender_agreement(**values):
    values["state"] = values.get("state") or make_state()
    values["other_state"] = values.get("other_state") or make_state()
    return NonSurrenderAgreement.objects.create(**{"pact_status": "signed", "signed_on": "2003-02-01", **values})


def make_national_law(**values):
    values["state"] = values.get("state") or make_state()
    return NationalLaw.objects.create(**{"covers": "both", "title": f"Act {next(NUMBERS)}", "adopted_on": "2004", **values})


def make_focal_point(**values):
    values["state"] = values.get("state") or make_state()
    return FocalPoint.objects.create(**{"role": "channel", "office": "Ministry of Justice", **values})


MAKERS = {
    State: make_state,
    Treaty: make_treaty,
    TreatyAction: make_treaty_action,
    Agreement: make_agreement,
    NonSurrenderAgreement: make_non_surrender_agreement,
    NationalLaw: make_national_law,
    FocalPoint: make_focal_point,
}
