"""What comes before the Assembly: sessions, elections, decisions, budgets."""

from itertools import cycle

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
)
from record.tests.factories.cooperation import make_official
from record.tests.factories.record import NUMBERS
from record.tests.factories.states import make_state

_years = cycle(range(2040, 2100))


def make_session(**values):
    """A regular session of a year that the record does not have."""
    number = 100 + next(NUMBERS)
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
            "organ": "assembly", "kind": "resolution", "number": f"ICC-ASP/{next(NUMBERS)}/Res.999", "title": "Cooperation", "topic": "cooperation",
            "adopted_on": "2001-12-05", "adopted_by": "consensus", **values,
        }
    )  # fmt: skip


def make_election(**values):
    if values.get("elector", "assembly") == "assembly" and "session" not in values:
        values["session"] = make_session()
    return Election.objects.create(**{"office": "judge", "elector": "assembly", "held": "held", "held_on": "2001-12-04", "seats": 1, **values})


def make_candidate(**values):
    values["election"] = values.get("election") or make_election()
    return Candidate.objects.create(**{"name": f"Candidate {next(NUMBERS)}", "outcome": "elected", **values})


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
        **{"instrument": "rules", "title": f"Rule {next(NUMBERS)}", "adopted_on": "2013-11-27", "stage": "adopted", **values}
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
