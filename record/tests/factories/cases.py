"""Situations, persons, cases, warrants, and what follows from them."""

from cases.models import Case, CaseEvent, ComplementarityAct, Duty, Participation, Person, Situation, SituationState, Warrant
from record.tests.factories.record import NUMBERS
from record.tests.factories.states import make_state


def make_situation(*states, **values):
    situation = Situation.objects.create(**{"name": f"Situation {next(NUMBERS)}", "trigger": "proprio_motu", "phase": "investigation_open", **values})
    SituationState.objects.bulk_create(SituationState(situation=situation, state=state) for state in states)
    return situation


def make_person(**values):
    values["situation"] = values.get("situation") or make_situation()
    return Person.objects.create(**{"name": f"Person {next(NUMBERS)}", **values})


def make_case(*persons, **values):
    values["situation"] = values.get("situation") or (persons[0].situation if persons else make_situation())
    case = Case.objects.create(**{"name": f"The Prosecutor v. Person {next(NUMBERS)}", "kind": "core", **values})
    for person in persons:
        Participation.objects.create(person=person, case=case)
    return case


def make_warrant(**values):
    values["person"] = values.get("person") or make_person()
    return Warrant.objects.create(**{"kind": "arrest", "issued_on": "2020-01-01", "unsealed_on": "2020-01-01", **values})


def make_case_event(**values):
    values["person"] = values.get("person") or make_person()
    return CaseEvent.objects.create(**{"kind": "surrendered", "occurred_on": "2021-01-01", **values})


def make_duty(**values):
    values["state"] = values.get("state") or make_state()
    values["situation"] = values.get("situation") or make_situation(values["state"])
    return Duty.objects.create(**{"basis": "art12_3", "instrument": "Declaration", "since": "2015-01-01", "articles": ["86", "89", "93"], **values})


def make_complementarity_act(**values):
    values["situation"] = values.get("situation") or make_situation()
    return ComplementarityAct.objects.create(
        **{"kind": "admissibility_decided", "outcome": "admissible", "occurred_on": "2021-05-01", "organ": "Pre-Trial Chamber I", **values}
    )


MAKERS = {
    Situation: make_situation,
    Duty: make_duty,
    Person: make_person,
    Case: make_case,
    Participation: lambda **values: Participation.objects.create(**{"person": make_person(), "case": make_case(), **values}),
    Warrant: make_warrant,
    CaseEvent: make_case_event,
    ComplementarityAct: make_complementarity_act,
}
