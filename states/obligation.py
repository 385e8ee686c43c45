"""Who is bound to cooperate with the Court on a day, by what, under which articles.

Plain values in, codes with parameters out; the words are in the templates. Days are calendar days without
a time zone, intervals are half-open: `[since, until)`. "art." is an article of the Rome Statute.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from states.membership import Action, last, party, pending_until, periods, status

BASES = ("party", "unsc", "art12_3", "agreement", "residual")  # the strongest first
HOST_BOUND = (*BASES, "disputed", "not_bound")
DISPUTED = ("residual_third_situation", "residual_preliminary_examination")  # open points of art. 127(2)
ARREST = ("59", "86", "89", "92")
COOPERATION = ("59", "86", "87", "88", "89", "92", "93", "97")
ARREST_REQUESTS = {"58", "59", "89", "91", "92"}  # a request under another article asks for something else

Verdict = bool | Literal["disputed", "for_some_situations"]
RequestAnswer = Literal["on_record", "not_on_record", "not_needed", "unknown"]


@dataclass(frozen=True)
class Duty:
    """A basis outside membership: `unsc`, `art12_3` or `agreement`, from the day it was adopted or lodged.

    `covers_from` and `covers_to` limit the crimes, never the days of the duty. `contested`: by whom and why.
    """

    state: str
    situation: str | None
    basis: str
    since: date
    until: date | None = None
    covers_from: date | None = None
    covers_to: date | None = None
    articles: tuple[str, ...] = ()
    instrument: str = ""
    contested: str = ""
    source: str = ""

    def in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True)
class Situation:
    """`states`: its own. `began_on`: investigation opened or authorised; `examined_from`: examination."""

    slug: str
    states: tuple[str, ...] = ()
    began_on: date | None = None
    examined_from: date | None = None


@dataclass(frozen=True)
class Request:
    """A request of the Court on the public record; without a `state` it went to every Party of that day.

    Of a `sent_on` known by month or year only, pass the last day: from then on it had surely been sent.
    """

    state: str | None
    situation: str | None
    person: str | None
    sent_on: date | None
    made_public_on: date | None = None
    article: str = ""
    source: str = ""

    @property
    def addressed_to_all(self) -> bool:
        return not self.state

    @property
    def sent_by(self) -> date:
        """The day by which it had been sent, `date.max` if unknown; publication dates no circular."""
        return self.sent_on or (None if self.addressed_to_all else self.made_public_on) or date.max

    @property
    def asks_arrest(self) -> bool:
        numbers = set(re.findall(r"(?:^|;)\s*(\d+)", self.article))
        return not numbers or bool(numbers & ARREST_REQUESTS)


class WarrantDates(Protocol):
    """What is read of a warrant; `cases.stage.Warrant` has it."""

    @property
    def kind(self) -> str: ...
    @property
    def issued_on(self) -> date | None: ...
    @property
    def unsealed_on(self) -> date | None: ...
    @property
    def ended_on(self) -> date | None: ...


@dataclass(frozen=True)
class Reason:
    """A code and what its sentence needs."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Basis:
    """One ground that applies on the day. `situation` None: all of them (`residual`: earlier ones only)."""

    basis: str
    situation: str | None
    articles: tuple[str, ...]
    since: date
    until: date | None
    reason: Reason
    source: str = ""

    @property
    def disputed(self) -> bool:
        return self.reason.code in DISPUTED


@dataclass(frozen=True)
class Answer:
    """Three separate answers: bound, request, contested. `reasons` say why not, and are empty if bound."""

    bound: Verdict
    request: RequestAnswer
    contested: str | None
    pending_until: date | None
    bases: tuple[Basis, ...]
    reasons: tuple[Reason, ...]
    request_reason: Reason


# Bound or not


def bound(
    state: str,
    on: date,
    actions: Iterable[Action],
    duties: Iterable[Duty],
    *,
    situation: Situation | None = None,
    person: str | None = None,
    requests: Iterable[Request] = (),
    warrants: Iterable[WarrantDates] | None = None,
) -> Answer:
    """Whether `state` (alpha-3) owes cooperation on that day, in the named situation or in general (B1-B8).

    `actions`: of this State under the Statute. `duties`: of every State, since a resolution that obliges one
    urges the others. `person`: slug; name the person's situation too. `warrants`: of that person; None if
    not looked up, () if there is none.
    """
    asked = _Question(state, on, tuple(actions), tuple(duties), situation, person)
    applying = [d for d in asked.own_duties if _reaches(d, situation)]
    bases = [*_membership_bases(asked), *map(_duty_basis, applying)]
    bases.sort(key=lambda b: BASES.index(b.basis))
    verdict = _verdict(bases, situation)
    request, request_reason = _request(asked, verdict, requests, warrants)
    return Answer(
        bound=verdict,
        request=request,
        contested="; ".join(dict.fromkeys(d.contested for d in applying if d.contested)) or None,
        pending_until=pending_until(asked.actions, on),
        bases=tuple(bases),
        reasons=() if verdict is True else tuple(_reasons(asked, verdict)),
        request_reason=request_reason,
    )


def host_bound(answer: Answer) -> str:
    """The strongest basis, one of HOST_BOUND. ValueError where no situation was named and that decides."""
    if answer.bound == "for_some_situations":
        raise ValueError("A host is bound or not in a situation: name it.")
    if answer.bound is True:
        return next(b.basis for b in answer.bases if not b.disputed)
    return "disputed" if answer.bound == "disputed" else "not_bound"


@dataclass(frozen=True)
class _Question:
    state: str
    on: date
    actions: tuple[Action, ...]
    duties: tuple[Duty, ...]
    situation: Situation | None
    person: str | None

    @property
    def own_duties(self) -> list[Duty]:
        return [d for d in self.duties if d.state == self.state and d.in_force(self.on)]

    @property
    def articles(self) -> tuple[str, ...]:
        return ARREST if self.person else COOPERATION


def _reaches(duty: Duty, situation: Situation | None) -> bool:
    """A resolution or declaration reaches its own situation only; an agreement may name none (art. 87(5))."""
    if situation is None or duty.situation == situation.slug:
        return True
    return duty.basis == "agreement" and duty.situation is None


def _duty_basis(duty: Duty) -> Basis:
    params = {"instrument": duty.instrument, "covers_from": duty.covers_from, "covers_to": duty.covers_to}
    reason = Reason(duty.basis, params)
    return Basis(duty.basis, duty.situation, duty.articles, duty.since, duty.until, reason, duty.source)


def _membership_bases(asked: _Question) -> list[Basis]:
    found = periods(asked.actions)
    for period in found:
        if period.covers(asked.on):
            reason = Reason("party", {"since": period.since, "deposited_on": period.deposited_on})
            return [Basis("party", None, asked.articles, period.since, period.until, reason, period.source)]
    slug = asked.situation.slug if asked.situation else None
    articles = ("127(2)", *asked.articles)
    return [
        Basis("residual", slug, articles, period.until, None, why, period.notice_source)
        for period in found
        if period.until and (why := _residual(asked, period.until))
    ]


def _residual(asked: _Question, until: date) -> Reason | None:
    """Art. 127(2) after a withdrawal: what began before it goes on to bind.

    Own situation under investigation: bound. Another State's: by the text, without a ruling. Own preliminary
    examination only: enough for jurisdiction, open as to a duty to arrest (Philippines).
    """
    situation = asked.situation
    if asked.on < until:
        return None
    if situation is None:
        return Reason("residual", {"until": until})
    own = asked.state in situation.states
    began_on, examined_from = situation.began_on, situation.examined_from
    params = {"until": until, "began_on": began_on, "examined_from": examined_from}
    if began_on and began_on < until:
        return Reason("residual" if own else "residual_third_situation", params)
    if own and examined_from and examined_from < until:
        return Reason("residual_preliminary_examination", params)
    return None


def _verdict(bases: list[Basis], situation: Situation | None) -> Verdict:
    if situation is None:
        general = any(b.situation is None and b.basis in ("party", "agreement") for b in bases)
        return general or ("for_some_situations" if bases else False)
    if any(not b.disputed for b in bases):
        return True
    return "disputed" if bases else False


def _reasons(asked: _Question, verdict: Verdict) -> list[Reason]:
    """Why not, or not in general: its status, then what binds it elsewhere, then what urges or invites it."""
    reasons = _status_reasons(asked)
    for duty in asked.own_duties:
        if not _reaches(duty, asked.situation):
            params = {"basis": duty.basis, "situation": duty.situation, "instrument": duty.instrument}
            reasons.append(Reason("bound_elsewhere", params))
    if verdict is False:
        reasons += _urged(asked) or [Reason("invited", {"article": "87(5)(a)"})]
    return reasons


def _urged(asked: _Question) -> list[Reason]:
    """Resolutions that oblige one State urge all others (1593 op. 2; 1970 op. 5)."""
    others = [d for d in asked.duties if d.basis == "unsc" and d.state != asked.state and d.in_force(asked.on)]
    return [
        Reason("urged", {"instrument": d.instrument, "situation": d.situation, "obliged": d.state}) for d in others if _reaches(d, asked.situation)
    ]


def _status_reasons(asked: _Question) -> list[Reason]:
    on, found = asked.on, periods(asked.actions)
    reasons: list[Reason] = []
    match status(asked.actions, on):
        case "withdrawn":
            began_on = asked.situation.began_on if asked.situation else None
            until = max(p.until for p in found if p.until and p.until <= on)
            reasons.append(Reason("withdrawn", {"until": until, "began_on": began_on}))
        case "signatory":
            note = last(asked.actions, "intent_not_to_ratify", on)
            signed = last(asked.actions, "signature", on)
            reasons.append(Reason("signatory", {"signed_on": signed, "intent_not_to_ratify_on": note}))
    for period in found:
        if period.deposited_on and period.deposited_on <= on < period.since:
            params = {"deposited_on": period.deposited_on, "since": period.since}
            reasons.append(Reason("not_yet_in_force", params))
    undone = last(asked.actions, "instrument_withdrawn", on)
    if undone and not found:
        reasons.append(Reason("instrument_withdrawn", {"withdrawn_on": undone}))
    return reasons or [Reason("non_party")]


# The request


def _request(
    asked: _Question, verdict: Verdict, requests: Iterable[Request], warrants: Iterable[WarrantDates] | None
) -> tuple[RequestAnswer, Reason]:
    """Whether a request to this State is on the public record (art. 59(1)); a public warrant is not one."""
    matter = [r for r in requests if r.state in (None, "", asked.state) and _concerns(r, asked)]
    sent = sorted((r for r in matter if r.sent_by <= asked.on), key=lambda r: (not r.addressed_to_all, r.sent_by))
    served = [r for r in sent if not r.addressed_to_all or party(asked.actions, r.sent_by)]
    warrant = _warrant(warrants, asked.on) if asked.person and warrants is not None else ""
    if warrant == "warrant_ended":
        return "not_needed", Reason(warrant)
    if served:
        return "on_record", _about("circulated" if served[-1].addressed_to_all else "sent", served[-1])
    if verdict is False:
        return "not_needed", Reason("not_bound")
    if asked.person is None:
        return "not_needed", Reason("no_person")
    if warrant in ("warrant_sealed", "no_warrant"):
        return ("unknown" if warrant == "warrant_sealed" else "not_needed"), Reason(warrant)
    if any(r.sent_by == date.max for r in matter):
        return "unknown", Reason("undated")
    if sent:
        return "not_on_record", _about("circulated_before_membership", sent[-1])
    return "not_on_record", Reason("none_found")


def _about(code: str, request: Request) -> Reason:
    names = ("sent_on", "sent_by", "made_public_on", "article", "source")
    return Reason(code, {name: getattr(request, name) for name in names})


def _concerns(request: Request, asked: _Question) -> bool:
    if asked.person:
        return request.person == asked.person and request.asks_arrest
    slug = asked.situation.slug if asked.situation else None
    return slug is not None and not request.person and request.situation == slug


def _warrant(warrants: Iterable[WarrantDates], on: date) -> str:
    """What the record has of arrest warrants on that day; one lasts until the Court ends it (art. 58(4))."""
    issued = [w for w in warrants if w.kind == "arrest" and (w.issued_on or w.unsealed_on or date.max) <= on]
    in_force = [w for w in issued if w.ended_on is None or on < w.ended_on]
    if any(w.unsealed_on and w.unsealed_on <= on for w in in_force):
        return "warrant_public"
    if in_force:
        return "warrant_sealed"
    return "warrant_ended" if issued else "no_warrant"
