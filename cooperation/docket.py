"""The path under art. 87(7): its steps in order, the days between, what stands after appeal, what is missing.

Plain values in, codes out. One proceeding is one matter, however many decisions. A decision speaks on two
limbs, the finding and the referral; on each, the last operative decision stands. "reg." is a Regulation
of the Court.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

COUNCIL_SITUATIONS = ("darfur", "libya")  # referred by the Security Council (art. 13(b))
FIRST_INSTANCE = ("found", "not_found", "refused", "informed")
ON_APPEAL = ("upheld", "reversed_in_part", "reversed", "remanded")
ON_LEAVE = ("leave_granted", "leave_refused")  # art. 82(1)(d); neither changes the decision
UNDECIDED = ("", "remanded")  # net outcomes that leave the matter open

_ORDER = (  # of a day with several, and of what has no day
    "request", "occasion", "consultation", "informal_response", "finding_sought", "observations_invited", "extension_granted",
    "observations_received", "observations_lapsed", *FIRST_INSTANCE, "leave_sought", *ON_LEAVE,
    "appeal_heard", *ON_APPEAL, "transmitted", "before_assembly", "assembly_action", "before_council",
    "council_action", "none_recorded", "later_compliance", "lapsed",
)  # fmt: skip
_PAIRS = (  # the second never comes before the first
    ("request", "observations_invited"), ("occasion", "observations_invited"),
    ("observations_invited", "extension_granted"), ("observations_invited", "observations_received"),
    ("observations_invited", "observations_lapsed"), ("leave_sought", "leave_granted"),
    ("leave_sought", "leave_refused"), ("before_assembly", "assembly_action"),
    ("before_council", "council_action"),
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """A step, not a decision. `on` None: day unknown; `exact` False: `on` is only the start of a span."""

    kind: str
    on: date | None
    actor: str = ""
    deadline_on: date | None = None
    exact: bool = True
    key: str = ""


@dataclass(frozen=True)
class Decision:
    """A decision of a Chamber. `referral` is what it says itself; empty: nothing."""

    outcome: str
    on: date
    referral: str = ""
    chamber: str = ""
    exact: bool = True
    key: str = ""


@dataclass(frozen=True)
class Stop:
    """A place on the path. `days` since the dated stop before; None at the first or for an unknown day."""

    entry: Step | Decision
    days: int | None

    @property
    def kind(self) -> str:
        return self.entry.kind if isinstance(self.entry, Step) else self.entry.outcome


def path(steps: Iterable[Step], decisions: Iterable[Decision]) -> tuple[Stop, ...]:
    """Steps and decisions by day; what has no day stands where its kind belongs, after what precedes it."""
    entries: list[Step | Decision] = [*steps, *decisions]
    dated = [(entry.on, _place(entry)) for entry in entries if entry.on]

    def position(entry: Step | Decision) -> tuple[date, int, str]:
        place = _place(entry)
        earlier = (day for day, kind in dated if kind <= place)
        return entry.on or max(earlier, default=date.min), place, entry.key

    stops, last = [], None
    for entry in sorted(entries, key=position):
        stops.append(Stop(entry, _days_between(last, entry)))
        last = entry if entry.on else last
    return tuple(stops)


def _days_between(earlier: Step | Decision | None, later: Step | Decision) -> int | None:
    if not (earlier and earlier.on and later.on and earlier.exact and later.exact):
        return None
    return (later.on - earlier.on).days


def _place(entry: Step | Decision) -> int:
    kind = Stop(entry, None).kind
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _in_order(decisions: Iterable[Decision]) -> list[Decision]:
    return sorted(decisions, key=lambda d: (d.on, _place(d), d.key))


def net_outcome(decisions: Iterable[Decision]) -> str:
    """What stands on the finding: `""` none yet, `remanded` open until a new decision, else the outcome.

    Leave granted or refused, an appeal that upholds and a reversal in part leave it (Jordan 2019: the
    finding stands), and so does informing once more; `reversed`: no finding stands.
    """
    net = ""
    for decision in _in_order(decisions):
        outcome = decision.outcome
        if outcome in (*FIRST_INSTANCE, "reversed", "remanded") and (outcome, net) != ("informed", "found"):
            net = outcome
    return net


def net_referral(decisions: Iterable[Decision]) -> str:
    """What stands on the referral: asp, unsc, both, none, deferred, or `""` where nothing is decided.

    A first-instance decision that says nothing on it leaves it; not found, refused, reversed or reversed in
    part end it unless they say otherwise; a remand opens it again.
    """
    net = ""
    for decision in _in_order(decisions):
        match decision.outcome:
            case "remanded":
                net = ""
            case "not_found" | "refused" | "reversed" | "reversed_in_part":
                net = decision.referral or "none"
            case "found" | "informed" | "":
                net = decision.referral or net
    return net


def finding_stands(decisions: Iterable[Decision]) -> bool:
    """Whether a finding of failure to comply stands. Informing the Assembly or the Council is not one."""
    return net_outcome(decisions) == "found"


def problems(steps: Iterable[Step], decisions: Iterable[Decision], *, situation: str, status: str = "open") -> list[str]:
    """Combinations that the path does not allow, as codes; empty if there is none.

    `situation`: slug; `status`: open or closed. Sources: reg. 109(3), arts 82(1)(d), 87(7).
    """
    steps, decisions = tuple(steps), _in_order(decisions)
    checks = {
        "finding_before_observations_invited": _heard_late(steps, decisions),
        "finding_without_invitation_on_record": _not_heard(steps, decisions),
        "referral_without_finding": _referred_without_finding(decisions),
        "council_outside_its_situations": situation not in COUNCIL_SITUATIONS and any(d.referral in ("unsc", "both") for d in decisions),
        "remand_without_new_decision": status == "closed" and net_outcome(decisions) == "remanded",
        "appeal_without_leave": _appealed_without_leave(steps, decisions),
        "steps_out_of_order": _out_of_order(steps),
    }
    return [code for code, wrong in checks.items() if wrong]


def _heard_late(steps: tuple[Step, ...], decisions: list[Decision]) -> bool:
    """A State is heard before any finding (reg. 109(3)); an invitation without a day counts as in time."""
    first = min((d.on for d in decisions if d.outcome == "found"), default=date.max)
    invited = [s.on or date.min for s in steps if s.kind == "observations_invited"]
    return min(invited, default=date.min) > first


def _not_heard(steps: tuple[Step, ...], decisions: list[Decision]) -> bool:
    """A gap in the record, perhaps no more: the invitation was not found."""
    return finding_stands(decisions) and "observations_invited" not in {s.kind for s in steps}


def _referred_without_finding(decisions: list[Decision]) -> bool:
    return any(
        decision.referral in ("asp", "unsc", "both")
        and decision.outcome not in (*ON_LEAVE, *ON_APPEAL)
        and net_outcome(decisions[: place + 1]) not in ("found", "informed")
        for place, decision in enumerate(decisions)
    )


def _appealed_without_leave(steps: tuple[Step, ...], decisions: list[Decision]) -> bool:
    appeal = next((d.on for d in decisions if d.outcome in ON_APPEAL), None)
    granted = [d.on for d in decisions if d.outcome == "leave_granted"]
    granted += [s.on or date.min for s in steps if s.kind == "leave_granted"]
    return appeal is not None and (not granted or min(granted) > appeal)


def _out_of_order(steps: tuple[Step, ...]) -> bool:
    first: dict[str, date] = {}
    for step in steps:
        if step.on and step.exact:
            first[step.kind] = min(step.on, first.get(step.kind, date.max))
    return any(a in first and b in first and first[b] < first[a] for a, b in _PAIRS)


def what_is_missing(steps: Iterable[Step], decisions: Iterable[Decision], *, status: str = "open") -> tuple[str, ...]:
    """What the path calls for and the record does not have, in the order of the path: codes of steps, and
    `decision`, `leave_decision`, `appeal_decision`, `new_decision`, `referral_decision`.

    Missing from the record is not the same as not done.
    """
    decisions = _in_order(decisions)
    have = {step.kind for step in steps} | {decision.outcome for decision in decisions}
    outcome, referral = net_outcome(decisions), net_referral(decisions)
    ended = status == "closed" or bool(have & {"lapsed", "later_compliance"})
    referred = "found" in have or "informed" in have
    heard = "found" in have or "not_found" in have
    to_assembly, to_council = referral in ("asp", "both"), referral in ("unsc", "both")
    acted = "none_recorded" in have
    wanted = {
        "request": "request" not in have,
        "occasion": "occasion" not in have,
        "observations_invited": heard and "observations_invited" not in have,
        "observations_received": bool(heard or have & {"observations_invited"}) and not have & {"observations_received", "observations_lapsed"},
        "decision": not have & set(FIRST_INSTANCE) and not ended,
        "leave_decision": "leave_sought" in have and not have & set(ON_LEAVE),
        "appeal_decision": "leave_granted" in have and not have & set(ON_APPEAL),
        "new_decision": outcome == "remanded",
        "referral_decision": referral == "deferred",
        "transmitted": referred and (to_assembly or to_council) and "transmitted" not in have,
        "assembly_action": to_assembly and not acted and "assembly_action" not in have,
        "council_action": to_council and not acted and "council_action" not in have,
    }
    return tuple(code for code, missing in wanted.items() if missing)
