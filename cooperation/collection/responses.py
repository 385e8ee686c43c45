"""What was done about measures against the Court, other than words."""

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cases.collection.columns import DOCUMENT, SLUG, SUMMARY, state_column
from cooperation import filters
from cooperation.models import MeasureResponse, ResponseKind
from record.collection import Collection, Column, Moment, On, Preset, register
from record.dated import words_for


def _who(response):
    return response.state if response.state_id else response.body


def _whose(day):
    return Coalesce(F("state__name"), F("body"))


def _say(response):
    return f"{_who(response)}: {response.title}"


def response_standfirst(response, day):
    """Who did what, when."""
    return f"{_who(response)}, {words_for(response.responded_on)}: {response.get_kind_display()}."


RESPONSES = register(
    Collection(
        name="responses",
        model=MeasureResponse,
        filterset=filters.ResponseFilterSet,
        label=_("Responses to measures"),
        kicker=_("Articles 48 and 70 of the Statute"),
        intro=_("What States, courts, the European Union and the Court itself did about measures against the Court: rulings, blocking legislation, licences, precautions. Words are under statements."),
        columns=(
            SLUG,
            Column("measures", _("Measures"), _("Addresses of the measures that it answers."), kind="refs", ref="measures", listed=False),
            Column("kind", _("Kind"), _("What was done."), kind="choice", choices=ResponseKind.choices, required=True),
            state_column(absent="–", listed=False),
            Column("body", _("Body"), _("Who acted, where it was no State."), listed=False, absent="–"),
            Column("responded_on", _("On"), _("The day of the act."), kind="date", required=True),
            Column("ended_on", _("Ended"), _("Where it was for a time."), kind="date", listed=False, absent="–"),
            Column("title", _("Title"), _("A few neutral words."), required=True, fact=False),
            DOCUMENT,
            SUMMARY,
            Column("whose", _("By"), _("The State or the body, by name."), computed=_whose, fact=False),
        ),
        listing=("title", "whose", "kind", "responded_on"),
        order=("-responded_on",),
        related=("state",),
        facets=("kind", "state"),
        presets=(
            Preset(_("Rulings of courts"), "kind=court_ruling"),
            Preset(_("Blocking legislation"), "kind=blocking_legislation"),
            Preset(_("Of the Court itself"), "kind=measure_by_court"),
        ),
        on=(
            On("measures", "measures", _("Responses"), ("title", "kind", "responded_on"), "measure", limit=25),
            On("states", "state", _("Responses to measures against the Court"), ("title", "kind", "responded_on"), "state", limit=10, chapter="pressure"),
        ),
        moments=(
            Moment("responded_on", _say, brief=lambda response, noun: capfirst(response.title) if noun == "states" else _say(response), own=False, news=False),
        ),
        named=True,
        standfirst=response_standfirst,
        method=_("From the rulings, laws and releases themselves, then from the press. That a response was asked for and not given is said in the entry."),
    )
)  # fmt: skip
