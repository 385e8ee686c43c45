from cooperation.models.finding import Finding
from cooperation.models.official import Official
from cooperation.models.proceeding import Proceeding, ProceedingStatus, ProceedingStep, StepKind, Subject
from cooperation.models.reply import Reply
from cooperation.models.request import Request
from cooperation.models.visit import BINDING, HostBound, Visit, VisitOutcome, VisitStatus
from cooperation.models.vocabulary import Outcome, Referral

__all__ = [
    "BINDING", "Finding", "HostBound", "Official", "Outcome", "Proceeding", "ProceedingStatus", "ProceedingStep", "Referral",
    "Reply", "Request", "StepKind", "Subject", "Visit", "VisitOutcome", "VisitStatus",
]  # fmt: skip
