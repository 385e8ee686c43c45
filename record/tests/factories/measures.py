"""What was done against the Court and for it, and what governments said of an arrest."""

from cooperation.models import ArrestPosition, Assistance, CoerciveMeasure, Contact, MeasureOfficial, MeasureResponse
from record.tests.factories.cases import make_person
from record.tests.factories.record import NUMBERS
from record.tests.factories.states import make_state


def make_measure(*officials, **values):
    """A sanctions designation that stands, unless its values say otherwise; by a State, unless `actor` is None."""
    values["actor"] = values["actor"] if "actor" in values else make_state()
    measure = CoerciveMeasure.objects.create(
        **{
            "kind": "sanctions_designation", "target_kind": "official", "target": f"Target {next(NUMBERS)}",
            "attribution": "own_act" if values["actor"] else "not_attributed", "announced_on": "2001-05-02", **values,
        }
    )  # fmt: skip
    for official in officials:
        MeasureOfficial.objects.create(measure=measure, official=official)
    return measure


def make_response(*measures, **values):
    response = MeasureResponse.objects.create(
        **{"kind": "court_ruling", "body": "A court", "responded_on": "2001-06-02", "title": f"Ruling {next(NUMBERS)}", **values}
    )
    response.measures.set(measures)
    return response


def make_assistance(**values):
    values["state"] = values.get("state") or make_state()
    values["person"] = values["person"] if "person" in values else make_person()
    return Assistance.objects.create(**{"kind": "surrender", "occurred_on": "2021-07-01", **values})


def make_position(**values):
    values["state"] = values.get("state") or make_state()
    values["person"] = values.get("person") or make_person()
    return ArrestPosition.objects.create(**{"stance": "would_arrest", "stated_on": "2021-01-10", "summary": "The minister said so.", **values})


def make_contact(**values):
    values["state"] = values.get("state") or make_state()
    values["person"] = values.get("person") or make_person()
    return Contact.objects.create(**{"kind": "call", "occurred_on": "2021-01-12", **values})


MAKERS = {
    CoerciveMeasure: make_measure,
    MeasureResponse: make_response,
    Assistance: make_assistance,
    ArrestPosition: make_position,
    Contact: make_contact,
}
