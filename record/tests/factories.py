"""Entries, sources and editors for tests: small plain functions, each with what a valid one needs and no more.

The test database holds the loaded record, so these make States, persons and sources that the record does not have
(codes from XAA on). They make drafts; `made_public` publishes.
"""

from itertools import count, cycle
from string import ascii_uppercase

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from assembly.models import (
    AgendaItem,
    Amendment,
    Budget,
    BudgetLine,
    Candidate,
    Contribution,
    Decision,
    Election,
    FinancialPosition,
    OversightAct,
    Session,
    Term,
    VoluntaryContribution,
    VotingRight,
)  # fmt: skip
from cases.models import Case, CaseEvent, ComplementarityAct, Duty, Participation, Person, Situation, SituationState, Warrant
from cooperation.models import Finding, Official, Proceeding, ProceedingStep, Reply, Request, Visit
from record import derived, workflow
from record.models import Citation, Editor, Entry, Origin, Source, Status
from states.models import State, Treaty, TreatyAction

_numbers = count(1)
_years = cycle(range(2040, 2100))
_codes = cycle(f"X{first}{second}" for first in ascii_uppercase for second in ascii_uppercase)


def make_editor(username=None, *, reviewer=False):
    """Somebody who may draft, or publish what another has drafted."""
    editor = Editor.objects.create_user(username or f"editor-{next(_numbers)}", is_staff=True)
    editor.groups.add(Group.objects.get_or_create(name=Editor.REVIEWERS if reviewer else Editor.EDITORS)[0])
    return editor


def make_reviewer(username=None):
    return make_editor(username, reviewer=True)


def make_source(**values):
    slug = f"source-{next(_numbers)}"
    return Source.objects.create(**{"slug": slug, "kind": "court_filing", "title": "A decision", "publisher": "ICC", **values})


def cite(entry, source=None, **values):
    """A citation of the entry; the source supports it unless `stance` says otherwise."""
    return Citation.objects.create(
        content_type=ContentType.objects.get_for_model(entry),
        object_id=entry.pk,
        source=source or make_source(),
        **{"consulted": "full", **values},
    )


def made_public(*entries):
    """Publishes entries and what they rest on, in one edition, each with a source, and computes what follows.

    As the loader would: nobody has read them. Returns the entry, or all of them.
    """
    with workflow.edition("Made public for a test"):
        drafts = list(dict.fromkeys(draft for entry in entries for draft in _rests_on(entry)))
        for entry in drafts:
            if not entry.citations.exists():
                cite(entry)
            entry.status, entry.origin, entry.published_at = Status.PUBLISHED, Origin.LOAD, timezone.now()
            entry.save()
        derived.recompute(drafts)
    for entry in drafts:
        entry.refresh_from_db()
    return entries[0] if len(entries) == 1 else entries


def _rests_on(entry):
    """The drafts that an entry points to, directly or not, and itself as the last."""
    if not isinstance(entry, Entry) or entry.is_public:
        return []
    pointed_at = [getattr(entry, field.name) for field in entry._meta.concrete_fields if field.is_relation]
    pointed_at += [target for link in entry._meta.local_many_to_many for target in getattr(entry, link.name).all()]
    return [draft for target in pointed_at for draft in _rests_on(target)] + [entry]


def in_review(entry, author):
    """A draft that its author has submitted, with a source for the whole of it."""
    type(entry).objects.filter(pk=entry.pk).update(author=author)
    entry.refresh_from_db()
    if not entry.citations.exists():
        cite(entry)
    workflow.submit(entry, by=author)
    return entry


def published(entry, author, reviewer):
    """Written by one person and published by another, resting on public entries."""
    drafts = [draft for draft in _rests_on(entry) if draft != entry]
    if drafts:
        made_public(*drafts)
    workflow.publish(in_review(entry, author), by=reviewer)
    return entry


def make_state(**values):
    code = values.pop("iso3", None) or next(_codes)
    names = {"name": f"Land {code}", "name_fr": f"Pays {code}", "name_es": f"Tierra {code}"}
    return State.objects.create(iso3=code, **{**names, "un_status": "member", **values})


def make_treaty(**values):
    return Treaty.objects.create(**{"name": f"Treaty {next(_numbers)}", "kind": "agreement", **values})


def rome_statute():
    """The Statute: that of the loaded record, or a draft of it where the record is empty."""
    return Treaty.objects.filter(slug=Treaty.ROME_STATUTE).first() or make_treaty(slug=Treaty.ROME_STATUTE, name="Rome Statute", kind="statute")


def make_treaty_action(**values):
    values.setdefault("state", None)
    values["state"] = values["state"] or make_state()
    values["treaty"] = values.get("treaty") or rome_statute()
    return TreatyAction.objects.create(**{"kind": "ratification", "effected_on": "2010-01-15", **values})


def make_situation(*states, **values):
    situation = Situation.objects.create(
        **{"name": f"Situation {next(_numbers)}", "trigger": "proprio_motu", "phase": "investigation_open", **values}
    )
    SituationState.objects.bulk_create(SituationState(situation=situation, state=state) for state in states)
    return situation


def make_person(**values):
    values["situation"] = values.get("situation") or make_situation()
    return Person.objects.create(**{"name": f"Person {next(_numbers)}", **values})


def make_case(*persons, **values):
    values["situation"] = values.get("situation") or (persons[0].situation if persons else make_situation())
    case = Case.objects.create(**{"name": f"The Prosecutor v. Person {next(_numbers)}", "kind": "core", **values})
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


def make_complementarity_act(**values):
    values["situation"] = values.get("situation") or make_situation()
    return ComplementarityAct.objects.create(
        **{"kind": "admissibility_decided", "outcome": "admissible", "occurred_on": "2021-05-01", "organ": "Pre-Trial Chamber I", **values}
    )


def make_official(**values):
    return Official.objects.create(**{"name": f"Official {next(_numbers)}", **values})


def make_session(**values):
    """A regular session of a year that the record does not have."""
    number = 100 + next(_numbers)
    return Session.objects.create(
        **{"kind": "regular", "number": number, "held": "held", "city": "The Hague", "starts_on": "2001-12-01", "ends_on": "2001-12-06", **values}
    )


def make_agenda_item(**values):
    values["session"] = values.get("session") or make_session()
    return AgendaItem.objects.create(**{"number": "10", "title": "Cooperation", "topic": "cooperation", "taken_up_on": "2001-12-03", **values})


def make_decision(**values):
    values["session"] = values.get("session") or make_session()
    return Decision.objects.create(
        **{
            "organ": "assembly", "kind": "resolution", "number": f"ICC-ASP/{next(_numbers)}/Res.999", "title": "Cooperation", "topic": "cooperation",
            "adopted_on": "2001-12-05", "adopted_by": "consensus", **values,
        }
    )  # fmt: skip


def make_election(**values):
    if values.get("elector", "assembly") == "assembly" and "session" not in values:
        values["session"] = make_session()
    return Election.objects.create(**{"office": "judge", "elector": "assembly", "held": "held", "held_on": "2001-12-04", "seats": 1, **values})


def make_candidate(**values):
    values["election"] = values.get("election") or make_election()
    return Candidate.objects.create(**{"name": f"Candidate {next(_numbers)}", "outcome": "elected", **values})


def make_term(**values):
    """Of an official, unless a `state` or an `institution` is given."""
    if not {"official", "state", "institution"} & set(values):
        values["official"] = make_official()
    return Term.objects.create(**{"office": "judge", "since": "2001-03-11", "until": "2002-03-11", **values})


def make_oversight_act(**values):
    return OversightAct.objects.create(
        **{"kind": "audit_report", "organ": "external_auditor", "acted_on": "2020-07-01", "title": "Report on the financial statements", **values}
    )


def make_amendment(**values):
    return Amendment.objects.create(
        **{"instrument": "rules", "title": f"Rule {next(_numbers)}", "adopted_on": "2013-11-27", "stage": "adopted", **values}
    )


def make_budget(**values):
    """Of a year that the record does not have."""
    return Budget.objects.create(**{"year": next(_years), "approved_eur": 150_000_000, **values})


def make_budget_line(**values):
    values["budget"] = values.get("budget") or make_budget()
    return BudgetLine.objects.create(**{"programme": "ii", "approved_eur": 40_000_000, **values})


def make_financial_position(**values):
    return FinancialPosition.objects.create(**{"kind": "arrears", "as_of": "2001-12-31", "amount_eur": 1_000_000, **values})


def make_contribution(**values):
    values["state"] = values.get("state") or make_state()
    return Contribution.objects.create(**{"year": 2015, "assessed_eur": 100_000, **values})


def make_voting_right(**values):
    values["state"] = values.get("state") or make_state()
    return VotingRight.objects.create(**{"kind": "lost", "as_of": "2015-11-18", **values})


def make_voluntary_contribution(**values):
    if not {"state", "donor"} & set(values):
        values["state"] = make_state()
    return VoluntaryContribution.objects.create(
        **{"fund": "trust_fund_victims", "kind": "received", "given_on": "2015", "amount": "50000.00", "currency": "EUR", **values}
    )


MAKERS = {
    State: make_state,
    Treaty: make_treaty,
    TreatyAction: make_treaty_action,
    Situation: make_situation,
    Duty: make_duty,
    Person: make_person,
    Case: make_case,
    Participation: lambda **values: Participation.objects.create(**{"person": make_person(), "case": make_case(), **values}),
    Warrant: make_warrant,
    CaseEvent: make_case_event,
    Request: make_request,
    Proceeding: make_proceeding,
    ProceedingStep: make_step,
    Finding: make_finding,
    Visit: make_visit,
    Reply: make_reply,
    ComplementarityAct: make_complementarity_act,
    Official: make_official,
    Session: make_session,
    AgendaItem: make_agenda_item,
    Decision: make_decision,
    Election: make_election,
    Candidate: make_candidate,
    Term: make_term,
    OversightAct: make_oversight_act,
    Amendment: make_amendment,
    Budget: make_budget,
    BudgetLine: make_budget_line,
    FinancialPosition: make_financial_position,
    Contribution: make_contribution,
    VotingRight: make_voting_right,
    VoluntaryContribution: make_voluntary_contribution,
}


def make(model, **values):
    """A draft of any kind of entry."""
    return MAKERS[model](**values)
