from cooperation.models.assistance import OF_A_PERSON, Assistance, AssistanceKind
from cooperation.models.finding import Finding
from cooperation.models.measure import (
    LASTING,
    Attribution,
    CoerciveMeasure,
    MeasureEnd,
    MeasureKind,
    MeasureOfficial,
    TargetKind,
    in_force,
    lasting,
)  # fmt: skip
from cooperation.models.official import Official
from cooperation.models.proceeding import Proceeding, ProceedingStatus, ProceedingStep, StepKind, Subject
from cooperation.models.published_total import PublishedTotal, TotalOf
from cooperation.models.reply import Reply
from cooperation.models.request import Request
from cooperation.models.response import MeasureResponse, ResponseKind, ResponseMeasure
from cooperation.models.stance import ArrestPosition, Contact, ContactKind, Stance
from cooperation.models.visit import BINDING, HostBound, Visit, VisitOutcome, VisitStatus
from cooperation.models.vocabulary import Outcome, Referral

__all__ = [
    "BINDING", "LASTING", "OF_A_PERSON", "ArrestPosition", "Assistance", "AssistanceKind", "Attribution", "CoerciveMeasure", "Contact", "ContactKind", "Finding",
    "HostBound", "MeasureEnd", "MeasureKind", "MeasureOfficial", "MeasureResponse", "Official", "Outcome", "Proceeding",
    "ProceedingStatus", "ProceedingStep", "PublishedTotal", "Referral", "Reply", "Request", "ResponseKind", "ResponseMeasure", "Stance", "StepKind", "Subject",
    "TargetKind", "TotalOf", "Visit", "VisitOutcome", "VisitStatus", "in_force", "lasting",
]  # fmt: skip
