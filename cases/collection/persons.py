"""Persons."""

from django.db.models import F
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases import filters
from cases.collection.columns import SLUG, SUMMARY, situation_column
from cases.models import Person, Stage, Standing
from record import chronicle
from record.collection import Collection, Column, On, Preset, register


def person_standfirst(person, day):
    """Where the person stands on the day, by the computed stage."""
    if not person.stage:
        return ""
    return _t("%(stage)s; situation: %(situation)s.") % {"stage": capfirst(Stage(person.stage).label), "situation": person.situation}


PERSONS = register(
    Collection(
        name="persons",
        menu=_("Persons"),
        model=Person,
        filterset=filters.PersonFilterSet,
        label=_("Persons"),
        kicker=_("Article 58 of the Statute"),
        intro=_(
            "Persons against whom a warrant, a summons or an application became public, and where each stands. All are presumed innocent until proved guilty (article 66)."
        ),
        annotate=lambda persons, day: persons.with_standing(on=day),
        by_day=True,
        columns=(
            SLUG,
            Column("name", _("Person"), _("As the Court writes the name."), required=True, fact=False),
            Column("also_known_as", _("Also known as"), _("Other forms of the name."), kind="list", listed=False),
            Column("nationality", _("Nationality"), _("ISO 3166-1 alpha-3; empty: not known."), kind="ref", ref="states", path="nationality_id"),
            situation_column(required=True),
            Column(
                "stage",
                _("Stage"),
                _("Where the person stands in the case about core crimes on the day asked for."),
                kind="choice",
                choices=Stage.choices,
                absent=_("none yet"),
                computed=lambda day: F("stage"),
            ),
            Column(
                "at_large",
                _("At large"),
                _("Under a public arrest warrant in force on the day asked for, and not surrendered."),
                kind="boolean",
                absent=_("no"),
                computed=lambda day: F("at_large"),
            ),
            SUMMARY,
        ),
        order=("name",),
        related=("situation", "nationality"),
        standfirst=person_standfirst,
        facets=("at_large", "stage", "situation"),
        on=(
            On("situations", "situation", _("Persons"), ("name", "nationality", "stage"), "situation", limit=40),
            On("cases", "participations__case", _("Persons"), ("name", "nationality", "stage"), "situation"),
            On(
                "states",
                "nationality",
                _("Nationals before the Court"),
                ("name", "situation", "stage"),
                "state",
                chapter="docket",
            ),
        ),
        presets=(
            Preset(_("At large today"), "at_large=true"),
            Preset(_("Convicted"), "stage=convicted&stage=convicted_final&stage=sentence_served"),
            Preset(_("Acquitted"), "stage=acquitted&stage=acquitted_final"),
        ),
        method=_(
            "Every person named in a warrant, a summons or an application that the Court made public. What is sealed, or only reported by the press, is not here. The stage is computed from the events on record; article 70 cases stand apart."
        ),
        core=True,
    )
)


def _say_standing(period):
    what = capfirst(Stage(period.stage).label) if period.stage else _t("At large")
    if period.until:
        return _t("%(stage)s: from %(since)s until %(until)s") % {
            "stage": what, "since": date_format(period.since, "j F Y"), "until": date_format(period.until, "j F Y")
        }  # fmt: skip
    return _t("%(stage)s: since %(since)s") % {"stage": what, "since": date_format(period.since, "j F Y")}


chronicle.register(
    chronicle.Computed(
        noun="persons",
        name="stage",
        label=_("Stage"),
        model=Standing,
        owner="person",
        fields=("since", "until", "stage", "at_large"),
        say=_say_standing,
    )
)
