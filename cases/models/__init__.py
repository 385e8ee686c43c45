from cases.models.case import Case, CaseKind, Participation
from cases.models.case_event import CaseEvent, EventKind
from cases.models.complementarity import ComplementarityAct, ComplementarityKind, ComplementarityOutcome
from cases.models.duty import Duty, DutyBasis
from cases.models.person import Person, Stage, Standing
from cases.models.situation import Phase, Situation, SituationState, Trigger
from cases.models.warrant import EndReason, Warrant, WarrantKind

__all__ = [
    "Case", "CaseEvent", "CaseKind", "ComplementarityAct", "ComplementarityKind", "ComplementarityOutcome", "Duty",
    "DutyBasis", "EndReason", "EventKind", "Participation", "Person", "Phase", "Situation", "SituationState", "Stage", "Standing", "Trigger",
    "Warrant", "WarrantKind",
]  # fmt: skip
