"""What several rules read of this room, read once in a run."""

from collections import defaultdict

from assembly.models import (
    AgendaItem,
    Budget,
    BudgetLine,
    Candidate,
    Decision,
    Demand,
    Election,
    Pledge,
    Session,
    Signatory,
    Statement,
    StatementMeasure,
    Term,
    Vote,
)  # fmt: skip
from cases.invariants.readers import key
from cooperation.invariants.readers import grouped, measures
from record.invariants import once
from states.totals import parties

__all__ = [
    "agenda_items", "budgets", "candidates_of", "decisions", "demands", "elections", "key", "lines_of", "parties", "pledges", "sessions",
    "signatories_of", "speaks_of", "statements", "terms", "terms_of", "votes_on",
]  # fmt: skip


@once
def sessions():
    return list(Session.objects.public().select_related("resumes"))


@once
def agenda_items():
    return list(AgendaItem.objects.public().select_related("session"))


@once
def decisions():
    return list(Decision.objects.public().select_related("session"))


@once
def elections():
    return list(Election.objects.public().select_related("session"))


@once
def _candidates():
    return _by(Candidate.objects.public(), "election_id")


def candidates_of(election):
    return _candidates()[election.pk]


@once
def terms():
    """All public terms, in order of their first days."""
    return list(Term.objects.public().select_related("official", "state").order_by("since_earliest", "pk"))


@once
def _terms_by_official():
    return _by(terms(), "official_id")


def terms_of(official):
    """The terms of a person, by primary key, in order of their first days."""
    return _terms_by_official()[official]


@once
def budgets():
    return list(Budget.objects.public())


@once
def _lines():
    return _by(BudgetLine.objects.public(), "budget_id")


def lines_of(budget):
    return _lines()[budget.pk]


@once
def statements():
    return list(Statement.objects.public().select_related("session"))


@once
def _signatories():
    return _by(Signatory.objects.select_related("state"), "statement_id")


def signatories_of(statement):
    """The States listed as having signed or sponsored it."""
    return [signatory.state for signatory in _signatories()[statement.pk]]


@once
def _spoken_of():
    by_slug = {measure.slug: measure for measure in measures()}
    links = StatementMeasure.objects.values_list("statement", "measure")
    return grouped((statement, by_slug[slug]) for statement, slug in links if slug in by_slug)


def speaks_of(statement):
    """The public measures that it speaks of."""
    return _spoken_of()[statement.pk]


@once
def _votes():
    return _by(Vote.objects.public(), "statement_id")


def votes_on(statement):
    return _votes()[statement.pk]


@once
def demands():
    return list(Demand.objects.public().select_related("call"))


@once
def pledges():
    return list(Pledge.objects.public())


def _by(things, name):
    found = defaultdict(list)
    for thing in things:
        found[getattr(thing, name)].append(thing)
    return found
