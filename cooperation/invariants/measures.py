"""Rules about measures against the Court and what was done about them: articles 48, 70 and 127."""

import re

from django.db.models import F, Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cooperation.invariants.readers import answered_by, key, measures, named_by, officials, responses
from cooperation.models import Attribution, CoerciveMeasure, MeasureEnd, MeasureKind, MeasureResponse, ResponseKind, TargetKind
from record.invariants import Offence, Severity, invariant
from record.models import SourceKind, Stance
from states.invariants.readers import acts_of, stored

OF_AN_AUTHORITY = (
    MeasureKind.SANCTIONS_DESIGNATION, MeasureKind.EXECUTIVE_ORDER, MeasureKind.CRIMINAL_CHARGE, MeasureKind.CONVICTION_IN_ABSENTIA,
    MeasureKind.WANTED_NOTICE, MeasureKind.VISA_BAN, MeasureKind.LEGISLATION, MeasureKind.WITHDRAWAL,
)  # fmt: skip
OF_THE_DEPOSITARY = re.compile(r"\b(?:notif\w+|depositary)\b", re.IGNORECASE)


@invariant(
    "measure-against-officials-names-them",
    _("A measure against elected officials names each of them by their entry: who was targeted on a day is asked of it."),
    severity=Severity.BLOCKING,
    rule=_("Our method: one entry for each act, with whom it names"),
    reads=(CoerciveMeasure,),
)
def measures_against_nobody():
    for measure in measures():
        if measure.target_kind == TargetKind.OFFICIAL and not named_by(measure):
            yield Offence(key(measure), _t("It is against an elected official, and names none."))


@invariant(
    "measure-against-others-names-no-official",
    _("A measure against staff, the Court, organisations, helpers or States names no elected official: one that does has them as its target."),
    severity=Severity.ERROR,
    rule=_("Our method: one entry for each act, with whom it names"),
)
def measures_that_name_officials_beside():
    names = {official.name for official in officials().values()}
    for measure in measures():
        if measure.target_kind != TargetKind.OFFICIAL and (named_by(measure) or measure.target in names):
            yield Offence(
                key(measure), _t("Its kind of target is “%(kind)s”, and it names an official.") % {"kind": measure.get_target_kind_display()}
            )


@invariant(
    "act-of-an-authority-has-its-actor",
    _("A designation, an order, a charge, a conviction, a notice, a ban, a law or a withdrawal is the act of a State that is named."),
    severity=Severity.BLOCKING,
    rule=_("Our method: no accusation without an act, no act without its author"),
    reads=(CoerciveMeasure,),
)
def acts_without_their_actor():
    for measure in measures():
        if measure.kind in OF_AN_AUTHORITY and (measure.actor_id is None or measure.attribution == Attribution.NOT_ATTRIBUTED):
            yield Offence(key(measure), _t("“%(kind)s” is an act of an authority, and no State is named.") % {"kind": measure.get_kind_display()})


@invariant(
    "bill-not-adopted-was-never-in-force",
    _("What was not adopted never was in force; and only legislation or a withdrawal is adopted at all."),
    severity=Severity.BLOCKING,
    rule=_("Our method: a bill is told as a bill"),
    reads=(CoerciveMeasure,),
)
def bills_in_force():
    for measure in measures():
        if measure.end_reason == MeasureEnd.NOT_ADOPTED and measure.in_force_on:
            yield Offence(key(measure), _t("It was not adopted, and has a day on which it entered into force."))
        elif measure.end_reason == MeasureEnd.NOT_ADOPTED and measure.kind not in (MeasureKind.LEGISLATION, MeasureKind.WITHDRAWAL):
            yield Offence(key(measure), _t("“%(kind)s” is not adopted or rejected.") % {"kind": measure.get_kind_display()})


@invariant(
    "reported-only-by-the-press",
    _("What is said to be reported by the press alone rests on no document of a State."),
    severity=Severity.WARNING,
    rule=_("Our method: who says it is part of what is said"),
)
def reported_by_more_than_the_press():
    by_states = Q(citations__stance=Stance.SUPPORTS, citations__source__kind=SourceKind.STATE_DOCUMENT)
    found = CoerciveMeasure.objects.public().filter(by_states, attribution=Attribution.REPORTED)
    for slug in found.values_list("slug", flat=True).distinct():
        yield Offence(f"measures/{slug}", _t("A document of a State supports it: say whose act it is, or who attributes it."))


@invariant(
    "end-of-a-measure-has-its-source",
    _("That a measure ended rests on a source for it, or on one for the whole entry that was published no earlier than the end."),
    severity=Severity.WARNING,
    rule=_("Our method: a source is read for what it can know"),
)
def ends_without_their_source():
    ended = CoerciveMeasure.objects.public().exclude(ended_on="")
    for_it = Q(citations__field="ended_on") | Q(citations__field="", citations__source__published_on_latest__gte=F("ended_on_earliest"))
    told = set(ended.filter(for_it, citations__stance=Stance.SUPPORTS).values_list("pk", flat=True))
    for pk, slug in ended.values_list("pk", "slug"):
        if pk not in told:
            yield Offence(f"measures/{slug}", _t("No source of that day or later, and none for the end alone, supports it."))


def withdrawals():
    """Those from the Statute."""
    return [measure for measure in measures() if measure.kind == MeasureKind.WITHDRAWAL and measure.target_kind == TargetKind.STATUTE]


@invariant(
    "announced-withdrawal-says-what-the-depositary-has",
    _("A withdrawal announced as a response has its notice to the depositary on record, or its note says what is known of one."),
    severity=Severity.WARNING,
    rule=_("Article 127(1): an announcement changes nothing"),
)
def withdrawals_without_notice():
    notified = {iso3 for iso3, _own, _act in acts_of("withdrawal_notified")}
    for measure in withdrawals():
        if measure.actor_id not in notified and not OF_THE_DEPOSITARY.search(measure.note):
            yield Offence(key(measure), _t("No notice is on record, and the note does not say whether there was one."))


@invariant(
    "withdrawal-agrees-with-the-treaty-actions",
    _("A withdrawal is in force from the day on which the membership ended, and ends on the day on which its notice was taken back."),
    severity=Severity.ERROR,
    rule=_("Articles 126 and 127(1)"),
)
def withdrawals_at_odds_with_the_depositary():
    ends = {(iso3, until) for iso3, periods in stored().items() for _since, until in periods if until}
    taken_back = {(iso3, act.effected_on) for iso3, _own, act in acts_of("withdrawal_rescinded")}
    for measure in withdrawals():
        if measure.in_force_on and not _one_within(ends, measure.actor_id, measure.in_force_on_earliest, measure.in_force_on_latest):
            yield Offence(key(measure), _t("No membership of this State ended on %(day)s.") % {"day": measure.in_force_on})
        if measure.end_reason == MeasureEnd.LIFTED and not _one_within(
            taken_back, measure.actor_id, measure.ended_on_earliest, measure.ended_on_latest
        ):
            yield Offence(key(measure), _t("No notice of this State was taken back on %(day)s.") % {"day": measure.ended_on})


def _one_within(days, state, first, last):
    return any(iso3 == state and first <= day <= last for iso3, day in days)


@invariant(
    "response-answers-a-measure",
    _("A response answers at least one measure on record."),
    severity=Severity.BLOCKING,
    rule=_("Our method: measure and response stand side by side"),
    reads=(MeasureResponse, CoerciveMeasure),
)
def responses_to_nothing():
    for response in responses():
        if not answered_by(response):
            yield Offence(key(response), _t("It answers no measure on record."))


@invariant(
    "response-follows-its-measure",
    _("No response comes before all the measures that it answers."),
    severity=Severity.WARNING,
    rule=_("Our method: dates that contradict one another"),
)
def responses_before_their_measures():
    for response in responses():
        first = min((measure.announced_on_earliest for measure in answered_by(response)), default=None)
        if first and response.responded_on_latest < first:
            yield Offence(key(response), _t("The first measure that it answers is of %(day)s.") % {"day": first})


@invariant(
    "lifting-ends-what-it-lifts",
    _("Each measure that a response lifts for good has ended by the lifting."),
    severity=Severity.ERROR,
    rule=_("Our method: what follows from one entry is told by the other"),
)
def liftings_without_end():
    for response in responses():
        lifted = answered_by(response) if response.kind == ResponseKind.LIFTING and not response.ended_on else ()
        for measure in lifted:
            if not measure.ended_on or measure.ended_on_earliest > response.responded_on_latest:
                yield Offence(key(response), _t("It lifts “%(measure)s”, which has not ended by then.") % {"measure": measure})
