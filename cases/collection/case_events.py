"""What became of each person before the Court."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases import filters
from cases.collection.columns import DOCUMENT, NOTE, SLUG, case_column, person_column, state_column
from cases.models import CaseEvent, EventKind
from record.collection import Collection, Column, Moment, On, Preset, register


def _say_event(event):
    said = (
        {
            EventKind.ARRESTED: _t("%(person)s arrested by %(state)s"),
            EventKind.RELEASED_BY_STATE: _t("%(person)s released by %(state)s"),
            EventKind.SURRENDERED: _t("%(person)s surrendered to the Court by %(state)s"),
        }.get(event.kind)
        if event.state_id
        else None
    )
    said = said or _t("%(person)s: %(what)s")
    return said % {"person": event.person, "state": event.state, "what": event.get_kind_display()}


def _event_in_brief(event, noun):
    if noun != "persons":
        return _say_event(event)
    what = capfirst(event.get_kind_display())
    if event.state_id and event.kind in (EventKind.ARRESTED, EventKind.RELEASED_BY_STATE, EventKind.SURRENDERED):
        return _t("%(what)s: %(state)s") % {"what": what, "state": event.state}
    return what


CASE_EVENTS = register(
    Collection(
        name="case-events",
        model=CaseEvent,
        filterset=filters.CaseEventFilterSet,
        label=_("Case events"),
        kicker=_("The docket"),
        intro=_("What became of each person before the Court, step by step."),
        columns=(
            SLUG,
            person_column(required=True),
            case_column(listed=False),
            Column("kind", _("What happened"), _("The step."), kind="choice", choices=EventKind.choices, required=True),
            Column("occurred_on", _("On"), _("The day; empty: not known."), kind="date"),
            state_column(absent="–"),
            Column("place", _("Place"), _("Where."), listed=False),
            DOCUMENT,
            Column(
                "articles", _("Articles"), _("Of the crimes that the decision is about, as printed; empty: not found so."), kind="list", listed=False
            ),
            NOTE,
        ),
        order=("-occurred_on",),
        related=("person", "case", "state"),
        facets=("kind",),
        on=(
            On("persons", "person", _("Before the Court"), ("kind", "occurred_on", "state"), "person", limit=30),
            On("cases", "case", _("Steps of the case"), ("person", "kind", "occurred_on", "state"), "case", limit=30),
        ),
        moments=(Moment("occurred_on", _say_event, brief=_event_in_brief),),
        presets=(Preset(_("Surrendered"), "kind=surrendered"), Preset(_("Arrested by a State"), "kind=arrested")),
        method=_("From the Court's decisions and announcements; press where nothing better was found, and said so."),
        core=True,
    )
)
