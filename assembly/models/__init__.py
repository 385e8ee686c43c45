from assembly.models.agenda_item import AgendaItem, Topic
from assembly.models.amendment import RULES_OF, Amendment, AmendmentStage, EntryRule, Instrument
from assembly.models.budget import FIRST_YEAR, IN_EVERY_BUDGET, Budget, BudgetLine, BudgetStage, Programme
from assembly.models.call import Call, Demand, DemandFollowUp, Kept, Pledge, PledgingBody
from assembly.models.contribution import Contribution, Fund, GiftKind, VoluntaryContribution, VoteStatus, VotingRight
from assembly.models.decision import AdoptedBy, DecidingOrgan, Decision, DecisionKind, DecisionStep
from assembly.models.election import Candidate, CandidateOutcome, Election, JudicialList
from assembly.models.offices import BY_THE_ASSEMBLY, BY_THE_JUDGES, FULL_TERMS, OF_ONE_HOLDER, Elector, Office
from assembly.models.oversight import OversightAct, OversightKind, OversightOrgan
from assembly.models.position import FinancialPosition, PositionKind
from assembly.models.session import Held, Session, SessionKind
from assembly.models.statement import Forum, Signatory, Statement, StatementKind, StatementMeasure, StatementTopic
from assembly.models.term import Term, TermEnd, surely_held
from assembly.models.vote import Vote, VoteCast

__all__ = [
    "BY_THE_ASSEMBLY", "BY_THE_JUDGES", "FIRST_YEAR", "FULL_TERMS", "IN_EVERY_BUDGET", "OF_ONE_HOLDER", "RULES_OF", "AdoptedBy", "AgendaItem",
    "Amendment", "AmendmentStage", "Budget", "BudgetLine", "BudgetStage", "Call", "Candidate", "CandidateOutcome", "Contribution", "DecidingOrgan",
    "Decision", "DecisionKind", "DecisionStep", "Demand", "DemandFollowUp", "Election", "Elector", "EntryRule", "FinancialPosition", "Forum",
    "Fund", "GiftKind", "Held", "Instrument", "JudicialList", "Kept", "Office", "OversightAct", "OversightKind", "OversightOrgan", "Pledge",
    "PledgingBody", "PositionKind", "Programme", "Session", "SessionKind", "Signatory", "Statement", "StatementKind", "StatementMeasure",
    "StatementTopic", "Term", "TermEnd", "Topic", "VoluntaryContribution", "Vote", "VoteCast", "VoteStatus", "VotingRight", "surely_held",
]  # fmt: skip
