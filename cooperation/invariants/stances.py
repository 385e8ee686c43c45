"""Rules about what governments said of an arrest, and whom they met: articles 27, 58, 86 and 89."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.derived import warrant_value
from cases.invariants.persons import beyond_the_stage
from cases.invariants.readers import warrants_by_person
from cases.models import CaseEvent, Person, Warrant, WarrantKind
from cooperation.invariants.readers import contacts, key, positions, visits
from cooperation.invariants.visits import MADE
from cooperation.models import ArrestPosition, Contact, Visit
from record.invariants import Offence, Severity, invariant


@invariant(
    "position-is-about-the-traveller",
    _("A position about a visit is about the person who travelled."),
    severity=Severity.BLOCKING,
    rule=_("Our method: obliged, said and did stand side by side"),
    reads=(ArrestPosition, Visit),
)
def positions_about_another():
    for position in positions():
        if position.visit and position.person_id and position.visit.person_id != position.person_id:
            yield Offence(key(position), _t("The visit is another person's."))


@invariant(
    "position-on-a-visit-is-the-hosts",
    _("A position about a visit is that of the host; of another State only where the way there led through it."),
    severity=Severity.WARNING,
    rule=_("Our method: obliged, said and did stand side by side"),
)
def positions_of_others():
    for position in positions():
        if position.visit and position.visit.host_id != position.state_id:
            yield Offence(key(position), _t("The host of the visit is %(host)s.") % {"host": position.visit.host_id})


@invariant(
    "position-comes-before-the-visit-is-over",
    _("What a government said about a visit before it is not dated after it; what it says afterwards is a reply."),
    severity=Severity.WARNING,
    rule=_("Our method: obliged, said and did stand side by side"),
)
def positions_after_the_visit():
    for position in positions():
        last = (position.visit.ends_on_latest or position.visit.starts_on_latest) if position.visit else None
        if last and position.stated_on_earliest > last:
            yield Offence(key(position), _t("The visit was over by %(day)s.") % {"day": last})


@invariant(
    "position-is-superseded-by-a-later-one",
    _("A position is superseded by one of the same State about the same person that is not earlier, and in the end by none."),
    severity=Severity.BLOCKING,
    rule=_("Our method: what holds today is computed from what came last"),
    reads=(ArrestPosition,),
)
def positions_superseded_wrongly():
    following = {one.pk: one.superseded_by_id for one in positions()}
    for position in positions():
        later = position.superseded_by
        if later and (later.state_id, later.person_id) != (position.state_id, position.person_id):
            yield Offence(key(position), _t("What supersedes it is of another State or about another person."))
        elif later and later.stated_on_latest < position.stated_on_earliest:
            yield Offence(key(position), _t("What supersedes it is earlier."))
        elif later and _comes_back(position.pk, following):
            yield Offence(key(position), _t("Following what supersedes it leads back to it."))


def _comes_back(start, following):
    place, seen = following.get(start), set()
    while place is not None and place not in seen:
        if place == start:
            return True
        seen.add(place)
        place = following.get(place)
    return False


@invariant(
    "contact-is-with-a-person-sought",
    _("A contact is on record only with a person under a public warrant of arrest that day."),
    severity=Severity.BLOCKING,
    rule=_("Articles 58 and 66; guidelines on non-essential contacts"),
    reads=(Contact, Warrant),
)
def contacts_with_others():
    for contact in contacts():
        first, last = contact.occurred_on_earliest, contact.occurred_on_latest
        arrest = [warrant_value(w) for w in warrants_by_person().get(contact.person_id, ()) if w.kind == WarrantKind.ARREST]
        if not any(warrant.public_on <= last and not warrant.ended(first) for warrant in arrest):
            yield Offence(key(contact), _t("No public warrant of arrest against this person was in force."))


@invariant(
    "contact-is-no-visit",
    _("What happened on a visit to that State in the same days is told by the visit, not by a contact beside it."),
    severity=Severity.WARNING,
    rule=_("Our method: one fact, one entry"),
)
def contacts_on_visits():
    made = {}
    for visit in visits():
        if visit.visit_status in MADE:
            made.setdefault((visit.person_id, visit.host_id), []).append(visit)
    for contact in contacts():
        for visit in made.get((contact.person_id, contact.state_id), ()):
            first, last = visit.starts_on_earliest or visit.ends_on_earliest, visit.ends_on_latest or visit.starts_on_latest
            if first and first <= contact.occurred_on_latest and contact.occurred_on_earliest <= last:
                yield Offence(key(contact), _t("A visit of that person to that State is on record on these days: %(visit)s.") % {"visit": visit.slug})


@invariant(
    "no-word-beyond-the-stage-in-positions",
    _("Nor is anybody called accused or convicted, who never was, in the words of a position or a contact."),
    severity=Severity.BLOCKING,
    rule=_("Article 66; rule G27"),
    reads=(ArrestPosition, Contact, Person, Warrant, CaseEvent),
)
def words_beyond_the_stage():
    texts = [(key(position), position.person_id, position.summary) for position in positions() if position.person_id]
    texts += [(key(contact), contact.person_id, contact.note) for contact in contacts()]
    return beyond_the_stage(texts)
