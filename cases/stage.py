"""Where a person stands before the Court on a day, computed from events and warrants.

Plain values in, a code out; nobody is called anything beyond the stage reached (art. 66). The core-crime
case and the case about offences against the administration of justice (art. 70) are two stages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

CORE, ARTICLE_70 = "core", "article_70"

SUSPECT_BEFORE_COURT = ("suspect_summoned", "suspect_in_custody", "suspect_released")
SUSPECT_ELSEWHERE = ("suspect_at_large", "suspect_in_custody_of_state")
SUSPECT = (*SUSPECT_BEFORE_COURT, *SUSPECT_ELSEWHERE)
ACCUSED = ("accused", "accused_at_large")
ENDED = ("charges_not_confirmed", "charges_withdrawn", "terminated", "inadmissible", "warrant_ended")
JUDGED = ("convicted", "convicted_final", "acquitted", "acquitted_final", "sentence_served")
DEAD = ("reported_dead", "deceased")
STAGES = ("", "application_pending", *SUSPECT, *ACCUSED, *ENDED, *JUDGED, *DEAD)
NOT_WANTED = (*ENDED, *JUDGED, *DEAD)


@dataclass(frozen=True)
class Event:
    """One event of a case. Of a date known by month or year only, pass the last day."""

    kind: str
    on: date
    case_kind: str = CORE
    key: str = ""


@dataclass(frozen=True)
class Warrant:
    """A warrant of arrest or a summons; it stands until the Court ends it (art. 58(4)): `[issued, ended)`.

    Without `unsealed_on` it is sealed and never counts as public; without `issued_on`, since it was public.
    """

    kind: str
    issued_on: date | None
    unsealed_on: date | None
    ended_on: date | None = None
    end_reason: str = ""
    case_kind: str = CORE
    key: str = ""

    @property
    def public_on(self) -> date:
        """The first day on which it was both issued and public; `date.max` if it is sealed."""
        return max(self.issued_on or date.min, self.unsealed_on) if self.unsealed_on else date.max

    def in_force(self, on: date) -> bool:
        return (self.issued_on or self.public_on) <= on and not self.ended(on)

    def ended(self, on: date) -> bool:
        return self.ended_on is not None and self.ended_on <= on

    def stands_publicly(self, on: date) -> bool:
        return self.public_on <= on and self.in_force(on)


def _each(stages: Iterable[str], to: str) -> dict[str, str]:
    return dict.fromkeys(stages, to)


_NO_CASE = ("", "application_pending")
_UNDECIDED = (*_NO_CASE, *SUSPECT, "reported_dead", "warrant_ended")

# What each step makes of each stage; a stage not named is unchanged. Steps of one day are taken from the
# top down, so that the last has precedence: warrant < arrest < surrender < confirmation < end < judgment.
STEPS: dict[str, dict[str, str]] = {
    "application_filed": {},  # art. 58(2); it may be under seal
    "application_made_public": {"": "application_pending"},
    "application_withdrawn": {"application_pending": ""},
    "warrant_ended": {  # withdrawn, vacated or replaced
        **_each(("suspect_at_large", "suspect_in_custody_of_state", "suspect_summoned"), "warrant_ended"),
        "accused_at_large": "accused",
        "reported_dead": "deceased",
    },
    "summons": _each((*_NO_CASE, *ENDED), "suspect_summoned"),  # art. 58(7)
    "warrant": {  # art. 58(1), once public
        **_each((*_NO_CASE, "suspect_summoned", "suspect_released", *ENDED), "suspect_at_large"),
        "accused": "accused_at_large",
    },
    "arrested": _each(  # art. 59; not a surrender
        (*_NO_CASE, "suspect_at_large", "suspect_summoned", "reported_dead"), "suspect_in_custody_of_state"
    ),
    "released_by_state": {"suspect_in_custody_of_state": "suspect_at_large"},
    "surrendered": {  # arts 59(7), 89
        **_each((*_NO_CASE, *SUSPECT, *ENDED, "reported_dead"), "suspect_in_custody"),
        "accused_at_large": "accused",
    },
    "first_appearance": {  # art. 60; on a summons it is not custody
        **_each((*SUSPECT_ELSEWHERE, "reported_dead"), "suspect_in_custody"),
        "accused_at_large": "accused",
    },
    "released": {"suspect_in_custody": "suspect_released"},  # art. 60(2)
    "charges_not_confirmed": _each(_UNDECIDED, "charges_not_confirmed"),  # art. 61(7)(b)
    "charges_confirmed": {  # art. 61(7)(a); part of the charges is enough
        **_each((*_NO_CASE, *SUSPECT_BEFORE_COURT, "charges_not_confirmed", "warrant_ended"), "accused"),
        **_each((*SUSPECT_ELSEWHERE, "reported_dead"), "accused_at_large"),
    },
    "charges_confirmed_in_absence": _each((*_UNDECIDED, "accused"), "accused_at_large"),  # art. 61(2)(b)
    "trial_opened": _each((*_NO_CASE, *SUSPECT, "accused_at_large"), "accused"),  # art. 63(1): present
    "case_inadmissible": _each((*_UNDECIDED, *ACCUSED), "inadmissible"),  # arts 17-20
    "inadmissibility_confirmed": _each((*_UNDECIDED, *ACCUSED), "inadmissible"),
    "charges_withdrawn": _each((*_UNDECIDED, *ACCUSED), "charges_withdrawn"),  # art. 61(4), (9)
    "death_reported": _each(("application_pending", *SUSPECT, *ACCUSED), "reported_dead"),
    "died": _each(  # a conviction that was not final falls with the person
        ("application_pending", *SUSPECT, *ACCUSED, "reported_dead", "convicted"), "deceased"
    ),
    "proceedings_terminated": {
        **_each((*_NO_CASE, *SUSPECT, *ACCUSED, "convicted", "warrant_ended"), "terminated"),
        "reported_dead": "deceased",
    },
    "acquitted": _each((*_NO_CASE, *SUSPECT, *ACCUSED), "acquitted"),  # art. 74
    "convicted": _each((*_NO_CASE, *SUSPECT, *ACCUSED, "acquitted"), "convicted"),  # on any of the charges
    "sentenced": {},
    "conviction_confirmed": {"convicted": "convicted_final"},  # arts 81, 83
    "acquittal_confirmed": {"acquitted": "acquitted_final"},
    "conviction_reversed": _each(("convicted", "convicted_final", "sentence_served"), "acquitted_final"),
    "sentence_served": _each(("convicted", "convicted_final"), "sentence_served"),
}
_DEATHS = ("died", "death_reported")
_ALIVE = ("arrested", "surrendered", "first_appearance", "charges_confirmed_in_absence", "trial_opened")
_PLACE = {kind: place for place, kind in enumerate(STEPS)}

_END_STEPS = {  # what the end of a warrant says where no event says it
    "executed": "surrendered",
    "appeared": "first_appearance",
    "death": "died",
    "inadmissible": "case_inadmissible",
    "charges_not_confirmed": "charges_not_confirmed",
    "proceedings_terminated": "proceedings_terminated",
}


def stage(events: Iterable[Event], warrants: Iterable[Warrant], on: date, *, case_kind: str = CORE) -> str:
    """The stage, one of STAGES, on that day in the person's cases of one kind; `""` if there is none."""
    warrants = tuple(w for w in warrants if w.case_kind == case_kind)
    events = _with_ends(events, warrants, on)
    current = ""
    for kind in _steps(events, warrants, on, case_kind):
        current = STEPS[kind].get(current, current)
    if current == "suspect_at_large" and not _public(warrants, on):
        return ""  # released by a State while the warrant was still under seal
    return current


def at_large(warrants: Iterable[Warrant], events: Iterable[Event], on: date) -> bool:
    """Under a public warrant of arrest in force that day, and not surrendered to the Court.

    Arrest by a State is not surrender (art. 59): a person in its custody stays at large for the Court. A
    person reported dead is not at large, decision or none.
    """
    warrants = tuple(warrants)
    events = _with_ends(events, warrants, on)
    if _in_custody(events, on) or _dead(events, on):
        return False
    return any(
        warrant.kind == "arrest"
        and warrant.stands_publicly(on)
        and not _reached(warrant, events, on)
        and stage(events, warrants, on, case_kind=warrant.case_kind) not in NOT_WANTED
        for warrant in warrants
    )


def turning_days(events: Iterable[Event], warrants: Iterable[Warrant]) -> list[date]:
    """The days on which `stage` or `at_large` may change; between two of them neither does."""
    days = {event.on for event in events}
    for warrant in warrants:
        days |= {day for day in (warrant.issued_on, warrant.unsealed_on, warrant.ended_on) if day}
    return sorted(days)


def _with_ends(events: Iterable[Event], warrants: Iterable[Warrant], on: date) -> tuple[Event, ...]:
    """The events up to that day, with what the end of a warrant tells where no event does."""
    ends = (Event(_END_STEPS[w.end_reason], w.ended_on, w.case_kind) for w in warrants if w.ended_on and w.end_reason in _END_STEPS)
    return tuple(e for e in (*events, *ends) if e.on <= on and e.kind in STEPS)


def _steps(events: tuple[Event, ...], warrants: tuple[Warrant, ...], on: date, case_kind: str) -> Iterator[str]:
    """The steps in the order in which they count. A death counts in every case of the person."""
    steps = [(e.on, e.kind) for e in events if (e.case_kind == case_kind or e.kind in _DEATHS) and (e.kind != "arrested" or _sought(warrants, e.on))]
    for warrant in warrants:
        steps += (step for step in _warrant_steps(warrant, warrants, events) if step[0] <= on)
    return (kind for _, kind in sorted(steps, key=lambda step: (step[0], _PLACE[step[1]])))


def _sought(warrants: tuple[Warrant, ...], on: date) -> bool:
    """An arrest on a day without a warrant of the Court, sealed or public, is the State's own affair."""
    return any(w.kind == "arrest" and w.in_force(on) for w in warrants)


def _warrant_steps(warrant: Warrant, warrants: tuple[Warrant, ...], events: tuple[Event, ...]) -> Iterator[tuple[date, str]]:
    day, end = warrant.public_on, warrant.ended_on
    if day < (end or date.max):
        if warrant.kind == "summons":
            yield day, "summons"
        elif _in_custody(events, day):
            yield day, "surrendered"
        elif not _reached(warrant, events, day):
            yield day, "warrant"
            if _latest(events, ("arrested", "released_by_state", "surrendered"), day) == "arrested":
                yield day, "arrested"
            if _dead(events, day):
                yield day, "death_reported"
    if end and warrant.end_reason not in _END_STEPS and not _public(warrants, end):
        yield end, "warrant_ended"


def _public(warrants: tuple[Warrant, ...], on: date) -> bool:
    return any(w.kind == "arrest" and w.stands_publicly(on) for w in warrants)


def _reached(warrant: Warrant, events: tuple[Event, ...], on: date) -> bool:
    """Whether the person came before the Court, or died, since the warrant was issued."""
    issued = warrant.issued_on or warrant.public_on
    return any(e.kind in ("surrendered", "first_appearance", "died") and issued <= e.on <= on for e in events)


def _in_custody(events: tuple[Event, ...], on: date) -> bool:
    return _latest(events, ("surrendered", "released"), on) == "surrendered"


def _dead(events: tuple[Event, ...], on: date) -> bool:
    """Died, or reported dead with no later sign of life."""
    if any(e.kind == "died" and e.on <= on for e in events):
        return True
    return _latest(events, (*_ALIVE, "death_reported"), on) == "death_reported"


def _latest(events: tuple[Event, ...], kinds: tuple[str, ...], on: date) -> str:
    """The kind of the latest of these events; of one day, the last in STEPS."""
    past = [e for e in events if e.kind in kinds and e.on <= on]
    return max(past, key=lambda e: (e.on, _PLACE[e.kind])).kind if past else ""
