"""Requests, proceedings, findings, visits, replies and officials."""

from cooperation.models import Finding, Official, Proceeding, ProceedingStep, PublishedTotal, Reply, Request, Visit
from record.tests.factories.cases import make_person
from record.tests.factories.record import NUMBERS
from record.tests.factories.states import make_state


def make_request(**values):
    """To all States Parties, unless a `state` is given."""
    values["person"] = values.get("person") or make_person()
    return Request.objects.create(**{"situation": values["person"].situation, "article": "89", "sent_on": "2020-02-01", **values})


def make_proceeding(**values):
    values["state"] = values.get("state") or make_state()
    values["person"] = values.get("person") or make_person()
    return Proceeding.objects.create(
        **{
            "situation": values["person"].situation,
            "subject": "arrest_surrender",
            "opened_on": "2021-03-01",
            "path_status": "open",
            **values,
        }
    )


def make_step(**values):
    values["proceeding"] = values.get("proceeding") or make_proceeding()
    return ProceedingStep.objects.create(**{"kind": "observations_invited", "occurred_on": "2021-04-01", **values})


def make_finding(**values):
    values["proceeding"] = values.get("proceeding") or make_proceeding()
    return Finding.objects.create(**{"chamber": "Pre-Trial Chamber II", "decided_on": "2021-06-01", "outcome": "found", "referral": "none", **values})


def make_visit(**values):
    values["person"] = values.get("person") or make_person()
    values["host"] = values.get("host") or make_state()
    return Visit.objects.create(
        **{"starts_on": "2021-02-01", "ends_on": "2021-02-02", "visit_status": "took_place", "outcome": "no_occasion", **values}
    )


def make_reply(**values):
    """Of the State that a finding concerns, unless a `person` or something else to speak of is given."""
    if not {"finding", "proceeding", "visit"} & set(values):
        values["finding"] = make_finding()
    if not {"state", "person"} & set(values):
        spoken_of = values.get("proceeding") or getattr(values.get("finding"), "proceeding", None)
        values["state"] = spoken_of.state if spoken_of else values["visit"].host
    return Reply.objects.create(**{"stated_on": "2021-06-02", "summary": "The State says that it was not obliged.", **values})


def make_official(**values):
    return Official.objects.create(**{"name": f"Official {next(NUMBERS)}", **values})


def make_published_total(**values):
    return PublishedTotal.objects.create(**{"measure": "states_parties", "as_of": "2020-12-31", "figure": 123, "published_by": "The Court", **values})


MAKERS = {
    Request: make_request,
    Proceeding: make_proceeding,
    ProceedingStep: make_step,
    Finding: make_finding,
    Visit: make_visit,
    Reply: make_reply,
    Official: make_official,
    PublishedTotal: make_published_total,
}
