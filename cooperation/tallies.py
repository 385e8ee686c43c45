"""What this record counts, as of a day, of what the Court and the Assembly publish numbers of.

Each tally counts what was public by that day and happened by then, from the public record as it stands; the words say what.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.invariants.readers import events, standings, warrants
from cases.models import EndReason, EventKind, Situation, WarrantKind
from cooperation.invariants.readers import findings
from cooperation.models import Outcome, PublishedTotal, TotalOf
from record.assurance import Counts, Number, register_counts
from record.day import today
from record.invariants import once
from states.models import RegionalGroup
from states.totals import parties


@dataclass(frozen=True)
class Tally:
    """A count of this record as of a day, and what it counts."""

    words: Any
    count: Callable[[date], int]


@dataclass(frozen=True)
class Compared:
    """A published number beside ours; `ours` is None where this record does not count the same thing."""

    total: PublishedTotal
    ours: int | None

    @property
    def difference(self):
        return None if self.ours is None else self.ours - self.total.figure

    @property
    def agrees(self):
        """Equal, or different by what is explained; what cannot be compared disagrees with nothing."""
        return self.ours is None or self.difference == (self.total.explained or 0)


def public_by(day, kind):
    return [warrant for warrant in warrants() if warrant.kind == kind and warrant.unsealed_on_latest and warrant.unsealed_on_latest <= day]


def arrest_warrants(day):
    return len(public_by(day, WarrantKind.ARREST))


def summonses(day):
    return len(public_by(day, WarrantKind.SUMMONS))


def ended_by(reason, day):
    return sum(w.end_reason == reason and w.ended_on_latest <= day for w in public_by(day, WarrantKind.ARREST))


def persons_at_large(day):
    return sum(any(s.at_large and s.since <= day and (s.until is None or day < s.until) for s in periods) for periods in standings().values())


def persons_sought(day):
    return len({w.person_id for kind in WarrantKind for w in public_by(day, kind)})


def cases(day):
    return len({w.case_id for kind in WarrantKind for w in public_by(day, kind) if w.case_id})


def persons_with(kinds, day):
    return len({event.person_id for event in events() if event.kind in kinds and event.occurred_on_latest <= day})


def persons_ended_by_death(day):
    ended = [w for kind in WarrantKind for w in public_by(day, kind) if w.end_reason == EndReason.DEATH and w.ended_on_latest <= day]
    return len({w.person_id for w in ended})


def found(day):
    return sum(finding.outcome == Outcome.FOUND and bool(finding.decided_on_latest) and finding.decided_on_latest <= day for finding in findings())


@once
def _openings():
    return [opened for opened in Situation.objects.public().values_list("investigation_opened_on_latest", flat=True) if opened]


def investigations(day):
    return sum(opened <= day for opened in _openings())


TALLIES = {
    TotalOf.STATES_PARTIES: Tally(_("States for which the Statute is in force."), parties),
    TotalOf.PARTIES_AFRICAN: Tally(_("The same, of the group."), partial(parties, group=RegionalGroup.AFRICAN)),
    TotalOf.PARTIES_ASIA_PACIFIC: Tally(_("The same, of the group."), partial(parties, group=RegionalGroup.ASIA_PACIFIC)),
    TotalOf.PARTIES_EASTERN_EUROPEAN: Tally(_("The same, of the group."), partial(parties, group=RegionalGroup.EASTERN_EUROPEAN)),
    TotalOf.PARTIES_GRULAC: Tally(_("The same, of the group."), partial(parties, group=RegionalGroup.GRULAC)),
    TotalOf.PARTIES_WEOG: Tally(_("The same, of the group."), partial(parties, group=RegionalGroup.WEOG)),
    TotalOf.SITUATIONS: Tally(_("Situations in which an investigation was opened by then, ended ones included."), investigations),
    TotalOf.INVESTIGATIONS: Tally(_("Situations in which an investigation was opened by then, ended ones included."), investigations),
    TotalOf.CASES: Tally(_("Cases with a warrant or summons public by then."), cases),
    TotalOf.WARRANTS_ISSUED: Tally(_("Warrants of arrest made public by then, each counted, ended ones included."), arrest_warrants),
    TotalOf.WARRANTS_EXECUTED: Tally(_("Of these, those that ended by surrender."), partial(ended_by, EndReason.EXECUTED)),
    TotalOf.WARRANTS_ENDED_BY_DEATH: Tally(_("Of these, those that ended by death."), partial(ended_by, EndReason.DEATH)),
    TotalOf.SUMMONSES_ISSUED: Tally(_("Summonses made public by then."), summonses),
    TotalOf.PERSONS_SOUGHT: Tally(_("Persons with a warrant or summons made public by then."), persons_sought),
    TotalOf.PERSONS_AT_LARGE: Tally(_("Persons under a public warrant of arrest in force who had not been surrendered."), persons_at_large),
    TotalOf.PERSONS_SURRENDERED: Tally(_("Persons surrendered to the Court by then."), partial(persons_with, (EventKind.SURRENDERED,))),
    TotalOf.PERSONS_CONVICTED: Tally(
        _("Persons convicted at first instance by then, later acquittals not taken off."), partial(persons_with, (EventKind.CONVICTED,))
    ),
    TotalOf.PERSONS_ACQUITTED: Tally(
        _("Persons acquitted by then, at first instance or on appeal."), partial(persons_with, (EventKind.ACQUITTED, EventKind.CONVICTION_REVERSED))
    ),
    TotalOf.PERSONS_DECEASED: Tally(_("Persons whose public warrant or summons ended by death."), persons_ended_by_death),
    TotalOf.FINDINGS: Tally(_("Decisions of a Chamber that a State failed to comply, each counted."), found),
}

YEARLY = (  # at the end of each year
    (TotalOf.STATES_PARTIES, _("States Parties"), False),
    (TotalOf.INVESTIGATIONS, _("Investigations opened"), True),
    (TotalOf.WARRANTS_ISSUED, _("Warrants made public"), True),
    (TotalOf.SUMMONSES_ISSUED, _("Summonses made public"), True),
    (TotalOf.PERSONS_SURRENDERED, _("Persons surrendered"), True),
    (TotalOf.PERSONS_AT_LARGE, _("Persons at large"), False),
    (TotalOf.FINDINGS, _("Findings"), True),
)


def compared(total):
    tally = TALLIES.get(total.measure)
    return Compared(total, tally.count(total.as_of) if tally else None)


@once
def all_compared():
    """Every public total beside ours, oldest first of each kind, in the order of the kinds."""
    places = {measure: place for place, measure in enumerate(TotalOf.values)}
    totals = sorted(PublishedTotal.objects.public(), key=lambda total: (places[total.measure], total.as_of, total.pk))
    return [compared(total) for total in totals]


FIRST_YEAR = 2002  # the Statute entered into force on 1 July


def numbers():
    return [
        Number(c.total.get_measure_display(), c.total, c.ours, TALLIES[c.total.measure].words if c.total.measure in TALLIES else "", c.agrees)
        for c in all_compared()
    ]


def years():
    """Our own counts at the end of each year, the last one as of today; of what happens in a year, how many in it."""
    ends = [date(year, 12, 31) for year in range(FIRST_YEAR - 1, today().year)] + [today()]
    counts = {measure: [TALLIES[measure].count(day) for day in ends] for measure, _label, _flow in YEARLY}
    heads = [(label, TALLIES[measure].words) for measure, label, _flow in YEARLY]
    rows = [
        (day.year, [counts[measure][place] - (counts[measure][place - 1] if flow else 0) for measure, _label, flow in YEARLY])
        for place, day in enumerate(ends)
        if place
    ]
    return heads, rows


register_counts(Counts(numbers, years))
