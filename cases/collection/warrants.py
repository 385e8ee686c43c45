"""Warrants of arrest and summonses to appear."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases import filters
from cases.collection.columns import DOCUMENT, NOTE, SLUG, case_column, person_column
from cases.models import EndReason, Warrant, WarrantKind
from record.collection import Collection, Column, Moment, On, Preset, register


def _in_force(warrants, day):
    """Annotates `in_force` by the QuerySet's own word."""
    return warrants.annotate(in_force=Exists(Warrant.objects.in_force(on=day).filter(pk=OuterRef("pk"))))


def _say_end(warrant):
    return _t("%(kind)s against %(person)s ends: %(reason)s") % {
        "kind": warrant.get_kind_display().capitalize(), "person": warrant.person, "reason": warrant.get_end_reason_display()
    }  # fmt: skip


WARRANTS = register(
    Collection(
        name="warrants",
        menu=_("Warrants"),
        model=Warrant,
        filterset=filters.WarrantFilterSet,
        label=_("Warrants and summonses"),
        kicker=_("Article 58 of the Statute"),
        intro=_(
            "Warrants of arrest and summonses to appear that are public. A warrant does not expire; it stands until the Court orders otherwise (article 58(4))."
        ),
        annotate=_in_force,
        by_day=True,
        columns=(
            SLUG,
            person_column(required=True),
            case_column(listed=False),
            Column("kind", _("Kind"), _("A warrant is not a summons."), kind="choice", choices=WarrantKind.choices, required=True),
            Column("issued_on", _("Issued"), _("Day of the decision."), kind="date"),
            Column("unsealed_on", _("Public"), _("Day on which it became public."), kind="date"),
            Column("ended_on", _("Ended"), _("Empty: it stands."), kind="date", absent=_("stands")),
            Column("end_reason", _("Ended by"), _("Why it no longer stands."), kind="choice", choices=EndReason.choices, absent="–"),
            Column("chamber", _("Chamber"), _("The Chamber that issued it."), listed=False),
            DOCUMENT,
            Column("crimes", _("Crimes"), _("As in the warrant, in short."), listed=False),
            NOTE,
        ),
        order=("-issued_on",),
        related=("person", "case"),
        facets=("in_force", "kind", "end_reason", "situation"),
        on=(
            On("persons", "person", _("Warrants and summonses"), ("kind", "issued_on", "unsealed_on", "ended_on", "end_reason"), "person"),
            On("cases", "case", _("Warrants and summonses"), ("person", "kind", "issued_on", "ended_on"), "case"),
            On("situations", "person__situation", _("Warrants and summonses"), ("person", "kind", "issued_on", "ended_on"), "situation", limit=10),
        ),
        moments=(
            Moment("issued_on", lambda w: _t("%(kind)s issued against %(person)s") % {"kind": w.get_kind_display().capitalize(), "person": w.person}),
            Moment(
                "unsealed_on",
                lambda w: _t("%(kind)s against %(person)s public") % {"kind": w.get_kind_display().capitalize(), "person": w.person},
                news=False,
            ),
            Moment("ended_on", _say_end, news=False),
        ),
        presets=(
            Preset(_("In force today"), "in_force=true"),
            Preset(_("Ended by surrender"), "end_reason=executed"),
            Preset(_("Ended by death"), "end_reason=death"),
            Preset(_("Summonses"), "kind=summons"),
        ),
        method=_("From the Court's decisions and announcements. Applications for a warrant are not warrants and stand among the case events."),
        core=True,
    )
)
