from states.models.agreement import Agreement, AgreementKind, NonSurrenderAgreement, PactStatus, binding
from states.models.focal_point import FocalPoint, FocalRole
from states.models.membership import Membership, half_open
from states.models.national_law import NO_LAW, Covers, NationalLaw
from states.models.state import RegionalGroup, State, UnStatus, state_key
from states.models.treaty import Treaty, TreatyKind
from states.models.treaty_action import DEPOSITS, ActionKind, TreatyAction

__all__ = [
    "DEPOSITS", "NO_LAW", "ActionKind", "Agreement", "AgreementKind", "Covers", "FocalPoint", "FocalRole", "Membership", "NationalLaw",
    "NonSurrenderAgreement", "PactStatus", "RegionalGroup", "State", "Treaty", "TreatyAction", "TreatyKind", "UnStatus", "binding", "half_open",
    "state_key",
]  # fmt: skip
