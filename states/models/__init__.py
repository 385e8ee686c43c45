from states.models.membership import Membership, half_open
from states.models.state import RegionalGroup, State, UnStatus, state_key
from states.models.treaty import Treaty, TreatyKind
from states.models.treaty_action import DEPOSITS, ActionKind, TreatyAction

__all__ = [
    "DEPOSITS", "ActionKind", "Membership", "RegionalGroup", "State", "Treaty", "TreatyAction", "TreatyKind",
    "UnStatus", "half_open", "state_key",
]  # fmt: skip
