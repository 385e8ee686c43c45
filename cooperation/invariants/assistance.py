"""Rules about what States did for the Court: articles 59, 60, 66, 89 and 103."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.invariants.persons import beyond_the_stage
from cases.invariants.readers import events_by_person, warrants_by_person
from cases.models import CaseEvent, EventKind, Person, Warrant, WarrantKind
from cooperation.invariants.readers import assistance, grouped, key
from cooperation.models import Assistance, AssistanceKind
from record.invariants import Offence, Severity, invariant
from states.invariants.agreements import agreements
from states.models import AgreementKind

ON_A_WARRANT = (AssistanceKind.ARREST, AssistanceKind.SURRENDER)
ON_SENTENCES = (AgreementKind.SENTENCE_ENFORCEMENT, AgreementKind.SENTENCE_ENFORCEMENT_AD_HOC)
BEFORE_THE_COURT = (EventKind.SURRENDERED, EventKind.FIRST_APPEARANCE)
EVENT_OF = {AssistanceKind.ARREST: EventKind.ARRESTED, AssistanceKind.SURRENDER: EventKind.SURRENDERED}


def of_kind(*kinds):
    return [given for given in assistance() if given.kind in kinds]


def events_of(person, *kinds):
    return [event for event in events_by_person().get(person, ()) if event.kind in kinds]


def meet(given, event):
    """Whether both may be of the same day."""
    return given.occurred_on_earliest <= event.occurred_on_latest and event.occurred_on_earliest <= given.occurred_on_latest


@invariant(
    "warrant-carried-out-is-that-persons",
    _("An arrest or a surrender carries out a warrant of arrest against that very person."),
    severity=Severity.BLOCKING,
    rule=_("Articles 58, 59 and 89"),
    reads=(Assistance, Warrant),
)
def warrants_of_others():
    for given in assistance():
        if given.warrant and given.warrant.person_id != given.person_id:
            yield Offence(key(given), _t("The warrant is against another person."))
        elif given.warrant and given.warrant.kind != WarrantKind.ARREST:
            yield Offence(key(given), _t("It is a summons, which nobody is surrendered on."))


@invariant(
    "no-surrender-before-its-warrant",
    _("Nobody is arrested or surrendered before the day on which the warrant was issued that this carries out."),
    severity=Severity.BLOCKING,
    rule=_("Articles 58, 59 and 89"),
    reads=(Assistance, Warrant),
)
def before_the_warrant():
    for given in of_kind(*ON_A_WARRANT):
        issued = given.warrant.issued_on_earliest if given.warrant else None
        if issued and given.occurred_on and given.occurred_on_latest < issued:
            yield Offence(key(given), _t("The warrant was issued on %(day)s.") % {"day": given.warrant.issued_on})


@invariant(
    "surrender-rests-on-a-warrant",
    _("Whoever was arrested for the Court or surrendered to it was subject to a public warrant of arrest issued by then."),
    severity=Severity.ERROR,
    rule=_("Articles 58(5) and 89(1)"),
)
def without_any_warrant():
    for given in of_kind(*ON_A_WARRANT):
        issued = [w.issued_on_earliest for w in warrants_by_person().get(given.person_id, ()) if w.kind == WarrantKind.ARREST]
        if not any(day is None or not given.occurred_on or day <= given.occurred_on_latest for day in issued):
            yield Offence(key(given), _t("No warrant of arrest against this person is on record that was issued by then."))


@invariant(
    "surrender-agrees-with-the-events",
    _("A surrender has the day of the event by which the person came to the Court, and comes before the first appearance; so does its State agree."),
    severity=Severity.ERROR,
    rule=_("Articles 59(7), 60(1) and 89; our method: one fact, one day"),
)
def surrenders_at_odds_with_the_events():
    for given in of_kind(AssistanceKind.SURRENDER):
        surrendered = events_of(given.person_id, EventKind.SURRENDERED)
        appeared = [event.occurred_on_latest for event in events_of(given.person_id, EventKind.FIRST_APPEARANCE)]
        if not given.occurred_on:
            continue
        same_day = [event for event in surrendered if meet(given, event)]
        if surrendered and not same_day:
            yield Offence(key(given), _t("The event on record is of %(day)s.") % {"day": ", ".join(event.occurred_on for event in surrendered)})
        elif same_day and all(event.state_id and given.state_id and event.state_id != given.state_id for event in same_day):
            yield Offence(key(given), _t("The event on record names another State: %(state)s.") % {"state": same_day[0].state_id})
        elif not surrendered and appeared and max(appeared) < given.occurred_on_earliest:
            yield Offence(key(given), _t("The person had appeared before the Court already."))


@invariant(
    "arrest-or-surrender-stands-on-both-sides",
    _("Each arrest and surrender among the events of a person is on record as what a State did, and the other way round."),
    severity=Severity.WARNING,
    rule=_("Articles 59 and 89; our method: one fact, told by both entries"),
)
def told_on_one_side_only():
    for kind, event_kind in EVENT_OF.items():
        given_of = {}
        for given in of_kind(kind):
            given_of.setdefault(given.person_id, []).append(given)
            if given.occurred_on and not any(meet(given, event) for event in events_of(given.person_id, event_kind)):
                yield Offence(key(given), _t("No such event of this person is on record."))
        for own in events_by_person().values():
            for event in own:
                known = [given for given in given_of.get(event.person_id, ()) if not given.occurred_on or meet(given, event)]
                if event.kind == event_kind and not known:
                    yield Offence(key(event), _t("What the State did is not on record as assistance."))


@invariant(
    "arrest-comes-before-the-surrender",
    _("Nobody is arrested on a warrant on which they were surrendered before."),
    severity=Severity.ERROR,
    rule=_("Article 59"),
)
def arrests_after_the_surrender():
    with_day = [given for given in of_kind(AssistanceKind.SURRENDER) if given.warrant_id and given.occurred_on]
    surrendered = grouped(((given.person_id, given.warrant_id), given.occurred_on_latest) for given in with_day)
    for arrest in of_kind(AssistanceKind.ARREST):
        days = surrendered[arrest.person_id, arrest.warrant_id]
        if arrest.occurred_on and days and arrest.occurred_on_earliest > max(days):
            yield Offence(key(arrest), _t("The person had been surrendered on this warrant by %(day)s.") % {"day": max(days)})


@invariant(
    "sentence-is-of-the-convicted",
    _("A State enforces a sentence only of somebody whom the Court had convicted by then."),
    severity=Severity.BLOCKING,
    rule=_("Articles 66, 77 and 103"),
    reads=(Assistance, CaseEvent),
)
def sentences_of_the_innocent():
    for given in of_kind(AssistanceKind.SENTENCE_ENFORCEMENT):
        convicted = [event.occurred_on_earliest for event in events_of(given.person_id, EventKind.CONVICTED)]
        if not convicted or (given.occurred_on and given.occurred_on_latest < min(convicted)):
            yield Offence(key(given), _t("No conviction by the Court of that day or before is on record."))


@invariant(
    "sentence-is-enforced-under-an-agreement",
    _("The State that enforces a sentence had an agreement with the Court on it in force, in general or for that person. Not all are known."),
    severity=Severity.WARNING,
    rule=_("Article 103(1); rule 200(5)"),
)
def sentences_without_agreement():
    on_sentences = grouped((agreement.state_id, agreement) for agreement in agreements() if agreement.kind in ON_SENTENCES)
    for given in of_kind(AssistanceKind.SENTENCE_ENFORCEMENT):
        own = on_sentences[given.state_id]
        if given.occurred_on and not any(_may_bind(agreement, given.occurred_on_latest) for agreement in own):
            yield Offence(key(given), _t("No agreement of this State on the enforcement of sentences was in force by then, as far as known."))


def _may_bind(agreement, day):
    ended = agreement.ended_on_latest is not None and agreement.ended_on_latest <= day
    return agreement.in_force_on_earliest is not None and agreement.in_force_on_earliest <= day and not ended


@invariant(
    "released-after-coming-to-the-court",
    _("A State hosts on release only somebody who had come before the Court by then."),
    severity=Severity.ERROR,
    rule=_("Articles 60 and 81(3)(c); rules 119 and 185"),
)
def released_before_coming():
    for given in of_kind(AssistanceKind.INTERIM_RELEASE, AssistanceKind.RELEASE):
        come = [event.occurred_on_earliest for event in events_of(given.person_id, *BEFORE_THE_COURT)]
        if given.occurred_on and not any(day <= given.occurred_on_latest for day in come):
            yield Offence(key(given), _t("That the person had come before the Court by then is not on record."))


@invariant(
    "no-word-beyond-the-stage-in-assistance",
    _("Nor is anybody called accused or convicted, who never was, in the words of what a State did for the Court."),
    severity=Severity.BLOCKING,
    rule=_("Article 66; rule G27"),
    reads=(Assistance, Person, Warrant, CaseEvent),
)
def words_beyond_the_stage():
    return beyond_the_stage([(key(given), given.person_id, given.note) for given in assistance() if given.person_id])
