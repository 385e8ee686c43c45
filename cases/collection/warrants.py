"""Warrants of arrest and summonses to appear."""

from django.db.models import Exists, F, OuterRef, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases import filters
from cases.collection.columns import DOCUMENT, NOTE, SLUG, case_column, person_column
from cases.models import EndReason, Warrant, WarrantKind
from record.collection import Collection, Column, Moment, On, Preset, register


def _in_force(warrants, day):
    """Annotates `in_force` by the QuerySet's own word."""
    return warrants.annotate(in_force=Exists(Warrant.objects.in_force(on=day).filter(pk=OuterRef("pk"))))


def _same_day(warrant):
    return warrant.unsealed_on is not None and str(warrant.unsealed_on) == str(warrant.issued_on)


def _say_issue(warrant, noun=""):
    if noun == "persons":
        said = _t("%(kind)s issued and made public") if _same_day(warrant) else _t("%(kind)s issued")
    else:
        said = _t("%(kind)s against %(person)s issued and made public") if _same_day(warrant) else _t("%(kind)s issued against %(person)s")
    return said % {"kind": capfirst(warrant.get_kind_display()), "person": warrant.person}


def _say_unsealed(warrant, noun=""):
    """Nothing where its issue says so."""
    if _same_day(warrant):
        return ""
    said = _t("%(kind)s made public") if noun == "persons" else _t("%(kind)s against %(person)s made public")
    return said % {"kind": capfirst(warrant.get_kind_display()), "person": warrant.person}


def _end_in_brief(warrant, noun):
    if noun != "persons":
        return _say_end(warrant)
    return _t("%(kind)s ends: %(reason)s") % {"kind": capfirst(warrant.get_kind_display()), "reason": warrant.get_end_reason_display()}


def _say_end(warrant):
    return _t("%(kind)s against %(person)s ends: %(reason)s") % {
        "kind": capfirst(warrant.get_kind_display()), "person": warrant.person, "reason": warrant.get_end_reason_display()
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
            Column(
                "articles",
                _("Articles"),
                _("Of the crimes, article by article as printed; empty: not found so."),
                kind="list",
                listed=False,
                fact=False,
            ),
            Column(
                "liability", _("Modes of liability"), _("Articles 25 and 28, as printed; empty: not found."), kind="list", listed=False, fact=False
            ),
            NOTE,
        ),
        order=("-issued_on",),
        related=("person", "case"),
        facets=("in_force", "kind", "end_reason", "situation", "article"),
        on=(
            On("persons", "person", _("Warrants and summonses"), ("kind", "issued_on", "unsealed_on", "ended_on", "end_reason"), "person"),
            On("cases", "case", _("Warrants and summonses"), ("person", "kind", "issued_on", "ended_on"), "case"),
            On("situations", "person__situation", _("Warrants and summonses"), ("person", "kind", "issued_on", "ended_on"), "situation", limit=10),
        ),
        moments=(
            Moment("issued_on", _say_issue, brief=_say_issue),
            Moment("unsealed_on", _say_unsealed, brief=_say_unsealed, news=False, apart=~Q(unsealed_on=F("issued_on"))),
            Moment("ended_on", _say_end, brief=_end_in_brief, news=False),
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
