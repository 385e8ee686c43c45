"""Acts of organs in the oversight of the Court."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly import filters
from assembly.collection.columns import official_column, session_column
from assembly.models import OversightAct, OversightKind, OversightOrgan
from assembly.standfirsts import oversight_standfirst
from cases.collection.columns import DOCUMENT, SLUG, SUMMARY
from record.collection import Collection, Column, Moment, On, Preset, register


def _say_act(act):
    return _t("%(organ)s: %(title)s") % {"organ": capfirst(act.get_organ_display()), "title": act.title}


OVERSIGHT = register(
    Collection(
        name="oversight",
        model=OversightAct,
        filterset=filters.OversightFilterSet,
        label=_("Oversight of the Court"),
        kicker=_("Articles 46 and 112(4) of the Statute"),
        intro=_(
            "Audit, inspection, and proceedings that concern elected officials as far as an organ has acted in public: acts, dates and organs, never allegations. A result that is not known is shown as not known."
        ),
        columns=(
            SLUG,
            Column("kind", _("Act"), _("What the organ did."), kind="choice", choices=OversightKind.choices, required=True),
            Column("organ", _("Organ"), _("Who did it."), kind="choice", choices=OversightOrgan.choices, required=True),
            official_column(absent="–"),
            Column("acted_on", _("On"), _("The day of the act."), kind="date", required=True),
            Column("made_public_on", _("Made public"), _("If later than the act."), kind="date", listed=False, absent="–"),
            session_column(listed=False, absent="–"),
            DOCUMENT,
            Column("title", _("Title"), _("A few neutral words on the act."), required=True, fact=False),
            SUMMARY,
            Column("result", _("Result"), _("What the organ concluded; empty: not known.")),
        ),
        listing=("title", "acted_on", "organ", "official", "result"),
        order=("-acted_on",),
        related=("official", "session__resumes"),
        facets=("kind", "organ", "official"),
        presets=(
            Preset(_("Audit"), "kind=audit_report"),
            Preset(_("Independent Oversight Mechanism"), "organ=oversight_mechanism"),
            Preset(_("Decisions of the Bureau and the Assembly"), "organ=bureau&organ=assembly"),
        ),
        on=(
            On("officials", "official", _("Acts of oversight"), ("acted_on", "organ", "title", "result"), "official", limit=30),
            On("assembly", "session", _("Oversight"), ("acted_on", "organ", "title"), "session"),
        ),
        moments=(Moment("acted_on", _say_act, own=False),),
        named=True,
        standfirst=oversight_standfirst,
        method=_(
            "Only acts of an organ, in public, with their day: reports, decisions, arrangements. What somebody is said to have done is not recorded. Everybody concerned is presumed to have done nothing wrong until a competent organ has found otherwise."
        ),
    )
)
