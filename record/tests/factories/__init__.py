"""Entries, sources and editors for tests: small plain functions, each with what a valid one needs and no more.

The test database holds the loaded record, so these make States, persons and sources that the record does not have
(codes from XAA on). They make drafts; `made_public` publishes.
"""

# ruff: noqa: F401
from record.tests.factories import assembly, cases, cooperation, measures, states, voices
from record.tests.factories.assembly import (
    make_agenda_item,
    make_amendment,
    make_budget,
    make_budget_line,
    make_candidate,
    make_contribution,
    make_decision,
    make_election,
    make_financial_position,
    make_oversight_act,
    make_session,
    make_term,
    make_voluntary_contribution,
    make_voting_right,
)
from record.tests.factories.cases import make_case, make_case_event, make_complementarity_act, make_duty, make_person, make_situation, make_warrant
from record.tests.factories.cooperation import (
    make_finding,
    make_official,
    make_proceeding,
    make_published_total,
    make_reply,
    make_request,
    make_step,
    make_visit,
)
from record.tests.factories.measures import make_assistance, make_contact, make_measure, make_position, make_response
from record.tests.factories.record import cite, in_review, made_public, make_editor, make_reviewer, make_source, published
from record.tests.factories.states import (
    make_agreement,
    make_focal_point,
    make_national_law,
    make_non_surrender_agreement,
    make_state,
    make_treaty,
    make_treaty_action,
    rome_statute,
)
from record.tests.factories.voices import make_call, make_demand, make_pledge, make_resolution, make_statement, make_vote

MAKERS = {**states.MAKERS, **cases.MAKERS, **cooperation.MAKERS, **measures.MAKERS, **assembly.MAKERS, **voices.MAKERS}


def make(model, **values):
    """A draft of any kind of entry."""
    return MAKERS[model](**values)
