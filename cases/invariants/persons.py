"""Rules about warrants, cases and what happened to persons before the Court: articles 58 to 85 of the Statute."""

import re

from django.db.models import F
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.invariants.readers import events, events_by_person, key, standings, warrants, warrants_by_person
from cases.models import Case, CaseEvent, CaseKind, EndReason, EventKind, Participation, Person, Warrant, WarrantKind
from record.invariants import Offence, Severity, invariant, once

ACCUSED = {"accused", "accused_at_large", "convicted", "convicted_final", "acquitted", "acquitted_final", "sentence_served"}
CONVICTED = {"convicted", "convicted_final", "sentence_served"}
DENIED = r"(?<!not )(?<!never )(?<!neither )(?<!nor )"
WORDS = (  # but for a conviction by a State, which is told as one: “convicted there of ...”
    (re.compile(rf"{DENIED}\baccused\b", re.IGNORECASE), ACCUSED),
    (re.compile(rf"{DENIED}\bconvicted\b(?! there)", re.IGNORECASE), CONVICTED),
)


@invariant(
    "no-word-beyond-the-stage",
    _("Nobody is called accused or convicted who never was before the Court."),
    severity=Severity.BLOCKING,
    rule=_("Article 66; rule G27"),
    reads=(Person, Warrant, CaseEvent, Participation),
)
def words_beyond_the_stage():
    texts = [(f"persons/{slug}", pk, text) for pk, slug, text in Person.objects.public().values_list("pk", "slug", "summary")]
    texts += [(key(thing), thing.person_id, thing.note) for thing in (*events(), *warrants())]
    notes = Participation.objects.public().values_list("person", "slug", "note")
    texts += [(f"participations/{slug}", person, text) for person, slug, text in notes]
    yield from beyond_the_stage(texts)


def beyond_the_stage(texts):
    """Offences of the texts, each `(key of its entry, primary key of the person, text)`, that say more than was ever reached."""
    for entry, person, text in texts:
        reached = {standing.stage for standing in standings().get(person, ())}
        for word, stages in WORDS:
            said = word.search(text)
            if said and not reached & stages:
                yield Offence(entry, _t("It says “%(word)s” of a person who never was.") % {"word": said[0]})


@invariant(
    "sealed-is-absent",
    _("A warrant or summons is on record only once the Court has made it public."),
    severity=Severity.BLOCKING,
    rule=_("Our method: nothing that is sealed; rule G29"),
    reads=(Warrant,),
)
def sealed_warrants():
    for warrant in warrants():
        if not warrant.unsealed_on:
            yield Offence(key(warrant), _t("The day on which it became public is missing."))


@invariant(
    "summons-is-no-warrant",
    _("A summons ends when the person appears, a warrant of arrest when it is executed: nobody is surrendered on a summons."),
    severity=Severity.BLOCKING,
    rule=_("Article 58(1) and (7); rule G29"),
    reads=(Warrant,),
)
def warrants_and_summonses_mixed():
    wrong = {WarrantKind.SUMMONS: EndReason.EXECUTED, WarrantKind.ARREST: EndReason.APPEARED}
    for warrant in warrants():
        if warrant.end_reason == wrong[warrant.kind]:
            words = {"kind": warrant.get_kind_display(), "reason": warrant.get_end_reason_display()}
            yield Offence(key(warrant), _t("A %(kind)s does not end as “%(reason)s”.") % words)


@once
def kinds_by_person():
    """{primary key of the person: kinds of the cases that it is in}"""
    found = {}
    for person, kind in Participation.objects.public().values_list("person", "case__kind"):
        found.setdefault(person, set()).add(kind)
    return found


@invariant(
    "article-70-stands-apart",
    _("Of a person who is in a case about core crimes and in one of article 70, each warrant and event names its case."),
    severity=Severity.ERROR,
    rule=_("Articles 5 and 70; rule G30"),
)
def cases_of_two_kinds_mixed():
    for thing in (*warrants(), *events()):
        if thing.case is None and len(kinds_by_person().get(thing.person_id, ())) == len(CaseKind):
            yield Offence(key(thing), _t("It names no case, and the person is in one of each kind."))


@invariant(
    "person-is-in-the-case",
    _("The person of a warrant or an event is on record in the case that it names."),
    severity=Severity.ERROR,
    rule=_("Our method: a case and its persons"),
)
def persons_outside_their_case():
    known = set(Participation.objects.public().values_list("person", "case"))
    for thing in (*warrants(), *events()):
        if thing.case and (thing.person_id, thing.case_id) not in known:
            yield Offence(key(thing), _t("The person is not on record in the case that it names."))


@invariant(
    "case-and-person-share-their-situation",
    _("A case belongs to the situation of its persons."),
    severity=Severity.ERROR,
    rule=_("Articles 13 to 15: a case arises from a situation"),
)
def cases_outside_the_situation():
    apart = Participation.objects.public().exclude(case__situation=F("person__situation"))
    for slug in Case.objects.public().filter(participations__in=apart).values_list("slug", flat=True):
        yield Offence(f"cases/{slug}", _t("One of its persons belongs to another situation."))


ORDER = (  # the second never comes before the first, in one case
    (EventKind.APPLICATION_FILED, EventKind.APPLICATION_MADE_PUBLIC),
    (EventKind.APPLICATION_FILED, EventKind.APPLICATION_WITHDRAWN),
    (EventKind.SURRENDERED, EventKind.FIRST_APPEARANCE),
    (EventKind.FIRST_APPEARANCE, EventKind.CHARGES_CONFIRMED),
    (EventKind.FIRST_APPEARANCE, EventKind.CHARGES_NOT_CONFIRMED),
    (EventKind.CHARGES_CONFIRMED, EventKind.TRIAL_OPENED),
    (EventKind.TRIAL_OPENED, EventKind.CONVICTED),
    (EventKind.TRIAL_OPENED, EventKind.ACQUITTED),
    (EventKind.CONVICTED, EventKind.SENTENCED),
    (EventKind.CONVICTED, EventKind.CONVICTION_CONFIRMED),
    (EventKind.CONVICTED, EventKind.CONVICTION_REVERSED),
    (EventKind.ACQUITTED, EventKind.ACQUITTAL_CONFIRMED),
    (EventKind.SENTENCED, EventKind.SENTENCE_SERVED),
    (EventKind.CASE_INADMISSIBLE, EventKind.INADMISSIBILITY_CONFIRMED),
)


@invariant(
    "events-in-their-order",
    _("What happened to a person in a case stands in the order of the Statute: appearance, confirmation, trial, judgment, sentence, appeal."),
    severity=Severity.ERROR,
    rule=_("Articles 58 to 85; rule G26"),
)
def events_out_of_order():
    for own in events_by_person().values():
        for earlier, later in ORDER:
            firsts = {event.case_id: event for event in reversed(own) if event.kind == earlier}
            for event in own:
                first = firsts.get(event.case_id)
                if event.kind == later and first and event.occurred_on_latest < first.occurred_on_earliest:
                    words = {"later": event.get_kind_display(), "earlier": first.get_kind_display()}
                    yield Offence(key(event), _t("“%(later)s” stands before “%(earlier)s”.") % words)


AFTER_DEATH = {EventKind.PROCEEDINGS_TERMINATED, EventKind.APPLICATION_WITHDRAWN, EventKind.DEATH_REPORTED, EventKind.DIED}


@invariant(
    "nothing-after-death",
    _("After a death nothing happens to the person but the end of the proceedings."),
    severity=Severity.ERROR,
    rule=_("Article 66; rule G28"),
)
def acts_upon_the_dead():
    for own in events_by_person().values():
        died_on = min((event.occurred_on_latest for event in own if event.kind == EventKind.DIED), default=None)
        for event in own:
            if died_on and event.occurred_on_earliest > died_on and event.kind not in AFTER_DEATH:
                yield Offence(key(event), _t("The person had died."))


ENDS = {
    EndReason.EXECUTED: EventKind.SURRENDERED,
    EndReason.APPEARED: EventKind.FIRST_APPEARANCE,
    EndReason.DEATH: EventKind.DIED,
    EndReason.INADMISSIBLE: EventKind.CASE_INADMISSIBLE,
}


@invariant(
    "warrant-ends-by-what-happened",
    _("A warrant that ended by surrender, appearance, death or inadmissibility has the event on record, on the same day."),
    severity=Severity.WARNING,
    rule=_("Articles 19, 58(4), 59 and 60"),
)
def ends_without_their_event():
    for person, own in warrants_by_person().items():
        for warrant in own:
            kind = ENDS.get(warrant.end_reason)
            days = [(e.occurred_on_earliest, e.occurred_on_latest) for e in events_by_person().get(person, ()) if e.kind == kind]
            if kind and not any(first <= warrant.ended_on_latest and warrant.ended_on_earliest <= last for first, last in days):
                yield Offence(key(warrant), _t("There is no “%(event)s” on record on the day of its end.") % {"event": EventKind(kind).label})
