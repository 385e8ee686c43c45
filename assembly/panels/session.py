"""Computed parts of the page of a session: who presided, its agenda by topic with what was decided, the referrals that lay before it."""

from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from assembly.asof import as_of
from assembly.models import AgendaItem, Decision, Office, SessionKind, Term, Topic
from assembly.referrals import referrals
from assembly.sources import give_backing
from record.collection import Panel, register_panel


def officers(session, day):
    """The President and Vice-Presidents of the Assembly on the first day of the session."""
    first = session.starts_on_earliest
    held = Term.objects.public().held(on=first).filter(office__in=OFFICERS)
    terms = list(held.select_related("official", "state").order_by("since_earliest", "pk"))
    give_backing(terms)
    by_office = [(office.label, [term for term in terms if term.office == office]) for office in OFFICERS]
    return {"offices": by_office, "first": first, "ahead": first > day}


def agenda(session, day):
    """What stood on the agenda and what was decided, by topic; a decision beside the item under which it was taken."""
    items, decisions = _of(AgendaItem, session, "taken_up_on", day), _of(Decision, session, "adopted_on", day)
    give_backing([*items, *decisions])
    under, others = defaultdict(list), defaultdict(list)
    known = {item.pk for item in items}
    for decision in decisions:
        (under[decision.agenda_item_id] if decision.agenda_item_id in known else others[decision.topic]).append(decision)
    groups = [(topic, [(item, under[item.pk]) for item in items if item.topic == topic], others[topic]) for topic in Topic]
    return {"groups": [group for group in groups if group[1] or group[2]], "items": len(items), "decisions": len(decisions)}


def _of(model, session, name, day):
    entries = as_of(model.objects.public().filter(session=session), name, day)
    return list(entries.order_by(f"{name}_earliest", "number", "pk"))


def referred(session, day):
    """Referrals of non-compliance made before a regular session on which no action of the Assembly was on record by then."""
    if session.kind != SessionKind.REGULAR:
        return None
    until = min(session.last_day, day)
    open_ = [one for one in referrals(until) if one.open_on(session.starts_on_earliest)]
    give_backing([*(one.finding for one in open_), *(step for one in open_ for step in one.steps)])
    return {"referred": open_, "first": session.starts_on_earliest, "day": until} if open_ else None


OFFICERS = (Office.ASSEMBLY_PRESIDENT, Office.ASSEMBLY_VICE_PRESIDENT)

register_panel(Panel("assembly", _("Officers on its first day"), "assembly/panel_officers.html", officers))
register_panel(Panel("assembly", _("Agenda and decisions, by topic"), "assembly/panel_agenda.html", agenda))
register_panel(Panel("assembly", _("Referrals without an action on record"), "assembly/panel_referred.html", referred))
