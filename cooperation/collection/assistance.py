"""What States did for the Court: arrests, surrenders, enforcement of sentences, release, evidence."""

from django.db.models import Case, DurationField, ExpressionWrapper, F, Q, When
from django.db.models.functions import ExtractDay
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cases.collection.columns import DOCUMENT, NOTE, SLUG, person_column, situation_column, state_column
from cooperation import filters
from cooperation.models import Assistance, AssistanceKind
from record.collection import Collection, Column, Moment, On, Preset, register
from record.dated import words_for

EXACT = Q(occurred_on_earliest=F("occurred_on_latest"), warrant__issued_on_earliest=F("warrant__issued_on_latest"))


def _days(assistance, day):
    """Annotates `days_since_warrant`, where both days are exact."""
    between = ExpressionWrapper(F("occurred_on_earliest") - F("warrant__issued_on_earliest"), DurationField())
    return assistance.annotate(days_since_warrant=Case(When(EXACT, then=ExtractDay(between)), default=None))


def _what(assistance):
    """What was done for the person; empty for kinds that concern nobody in particular."""
    words = {
        AssistanceKind.ARREST: _t("arrest of %(person)s"),
        AssistanceKind.SURRENDER: _t("surrender of %(person)s to the Court"),
        AssistanceKind.SENTENCE_ENFORCEMENT: _t("enforcement of the sentence of %(person)s begins"),
        AssistanceKind.INTERIM_RELEASE: _t("hosting of %(person)s on interim release"),
        AssistanceKind.RELEASE: _t("hosting of %(person)s after release"),
    }.get(assistance.kind, "")
    return words % {"person": assistance.person} if words else ""


def _say(assistance):
    if not assistance.state_id:
        return _t("%(person)s comes into the custody of the Court") % {"person": assistance.person}
    return f"{assistance.state}: {_what(assistance) or assistance.get_kind_display()}"


def _in_brief(assistance, noun):
    """On the page of the State, without its name."""
    what = _what(assistance) if noun == "states" and assistance.state_id else ""
    return capfirst(what) or _say(assistance)


def _warrant_page(assistance):
    """What the days are counted from."""
    return reverse("entry", args=["warrants", assistance.warrant.slug])


def assistance_standfirst(assistance, day):
    """When, and how long after the warrant, where both days are known."""
    days = assistance.days_since_warrant
    if days is None:
        return words_for(assistance.occurred_on)
    words = ngettext("%(when)s, %(days)s day after the warrant was issued.", "%(when)s, %(days)s days after the warrant was issued.", days)
    return words % {"when": words_for(assistance.occurred_on), "days": days}


ASSISTANCE = register(
    Collection(
        name="assistance",
        menu=_("Assistance"),
        model=Assistance,
        filterset=filters.AssistanceFilterSet,
        label=_("Assistance to the Court"),
        kicker=_("Parts 9 and 10 of the Statute"),
        intro=_(
            "What States did for the Court as far as it is public: who arrested and who surrendered each person, who enforces sentences, who hosts the released, who helped with evidence. Requests are confidential (article 87(3)); much help is never known."
        ),
        annotate=_days,
        columns=(
            SLUG,
            state_column(absent=_("none")),
            Column("kind", _("Kind"), _("What the State did."), kind="choice", choices=AssistanceKind.choices, required=True),
            person_column(absent="–"),
            situation_column(listed=False),
            Column("warrant", _("Warrant"), _("Address of the warrant that it carries out."), kind="ref", ref="warrants", path="warrant__slug", listed=False, absent="–"),
            Column("occurred_on", _("On"), _("The day of the arrest, of the transfer to the Court or to the State."), kind="date"),
            Column(
                "days_since_warrant", _("Days since the warrant"), _("From the issue of the warrant to this day; empty unless both days are exact."),
                kind="amount", computed=lambda day: F("days_since_warrant"), absent="–", why=_warrant_page,
            ),
            Column("ended_on", _("Ended"), _("The last day of enforcement or release."), kind="date", listed=False, absent=_("none on record")),
            Column("place", _("Place"), _("Where."), listed=False),
            DOCUMENT,
            NOTE,
        ),
        order=("-occurred_on",),
        related=("state", "person", "warrant"),
        facets=("kind", "state", "situation"),
        presets=(
            Preset(_("Surrenders"), "kind=surrender"),
            Preset(_("Arrests"), "kind=arrest"),
            Preset(_("Enforcement of sentences"), "kind=sentence_enforcement"),
            Preset(_("Release"), "kind=interim_release&kind=release"),
        ),
        on=(
            On("states", "state", _("Assistance to the Court"), ("kind", "person", "occurred_on", "days_since_warrant"), "state", limit=15, chapter="help"),
            On("persons", "person", _("Arrest, surrender, enforcement"), ("state", "kind", "occurred_on", "days_since_warrant"), "person", timeline=False),
            On("warrants", "warrant", _("Carried out"), ("state", "kind", "occurred_on", "days_since_warrant"), "warrant"),
            On("situations", "situation", _("Assistance in this situation"), ("state", "kind", "person", "occurred_on"), "situation", limit=10),
        ),
        moments=(Moment("occurred_on", _say, brief=_in_brief, own=False),),
        standfirst=assistance_standfirst,
        method=_(
            "From the Court's releases and decisions, then from governments and the press. The day of a surrender is that on which the person came into the Court's custody. Who appeared under a summons was neither arrested nor surrendered and is not here."
        ),
    )
)  # fmt: skip
