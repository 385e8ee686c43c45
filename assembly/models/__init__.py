from assembly.models.agenda_item import AgendaItem, Topic
from assembly.models.amendment import RULES_OF, Amendment, AmendmentStage, EntryRule, Instrument
from assembly.models.budget import FIRST_YEAR, IN_EVERY_BUDGET, Budget, BudgetLine, BudgetStage, Programme
from assembly.models.contribution import Contribution, Fund, GiftKind, VoluntaryContribution, VoteStatus, VotingRight
from assembly.models.decision import AdoptedBy, DecidingOrgan, Decision, DecisionKind, DecisionStep
from assembly.models.election import Candidate, CandidateOutcome, Election, JudicialList
from assembly.models.offices import BY_THE_ASSEMBLY, BY_THE_JUDGES, FULL_TERMS, OF_ONE_HOLDER, Elector, Office
from assembly.models.oversight import OversightAct, OversightKind, OversightOrgan
from assembly.models.position import FinancialPosition, PositionKind
from assembly.models.session import Held, Session, SessionKind
from assembly.models.term import Term, TermEnd, surely_held

__all__ = [
    "BY_THE_ASSEMBLY", "BY_THE_JUDGES", "FIRST_YEAR", "FULL_TERMS", "IN_EVERY_BUDGET", "OF_ONE_HOLDER", "RULES_OF", "AdoptedBy", "AgendaItem", "Amendment",
    "AmendmentStage", "Budget", "BudgetLine", "BudgetStage", "Candidate", "CandidateOutcome", "Contribution", "DecidingOrgan", "Decision",
    "DecisionKind", "DecisionStep", "Election", "Elector", "EntryRule", "FinancialPosition", "Fund", "GiftKind", "Held", "Instrument",
    "JudicialList", "Office", "OversightAct", "OversightKind", "OversightOrgan", "PositionKind", "Programme", "Session",
    "SessionKind", "Term", "TermEnd", "Topic", "VoluntaryContribution", "VoteStatus", "VotingRight", "surely_held",
]  # fmt: skip
