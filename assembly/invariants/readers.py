"""What several rules read of this room, read once in a run."""

from collections import defaultdict

from assembly.models import AgendaItem, Budget, BudgetLine, Candidate, Decision, Election, Session, Term
from cases.invariants.readers import key
from record.invariants import once
from states.totals import parties

__all__ = [
    "agenda_items", "budgets", "candidates_of", "decisions", "elections", "key", "lines_of", "parties", "sessions", "terms",
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
def budgets():
    return list(Budget.objects.public())


@once
def _lines():
    return _by(BudgetLine.objects.public(), "budget_id")


def lines_of(budget):
    return _lines()[budget.pk]


def _by(things, name):
    found = defaultdict(list)
    for thing in things:
        found[getattr(thing, name)].append(thing)
    return found
