"""Amendments to the Statute, the Rules, the Regulations of the Court and the Elements of Crimes."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly import filters
from assembly.collection.columns import decision_column, session_column
from assembly.models import Amendment, AmendmentStage, EntryRule, Instrument
from assembly.standfirsts import amendment_standfirst
from cases.collection.columns import SLUG, SUMMARY
from record.collection import Collection, Column, Moment, On, Preset, register

STAGE_MARKS = {"proposed": "planned", "adopted": "half", "in_force": "full", "withdrawn": "none"}

AMENDMENTS = register(
    Collection(
        name="amendments",
        model=Amendment,
        filterset=filters.AmendmentFilterSet,
        label=_("Amendments"),
        kicker=_("Articles 9, 51, 52 and 121 to 123 of the Statute"),
        intro=_("What was proposed and adopted, by which rule it enters into force, and which States have accepted it."),
        columns=(
            SLUG,
            Column("instrument", _("Instrument"), _("What is amended."), kind="choice", choices=Instrument.choices, required=True),
            Column("provisions", _("Provisions"), _("The articles or rules."), kind="list"),
            Column("title", _("Title"), _("A few neutral words."), required=True, fact=False),
            Column("treaty", _("Treaty"), _("Address of the treaty under which States deposit their acceptances."), kind="ref", ref="treaties", path="treaty__slug", listed=False, absent=_("none")),
            Column("proposed_by", _("Proposed by"), _("Codes of States, or the organ; empty: not found."), kind="list", listed=False),
            Column("proposed_on", _("Proposed"), _("Empty: not found."), kind="date", listed=False),
            session_column(listed=False),
            Column("adopted_on", _("Adopted"), _("Empty: not adopted, or not found."), kind="date", absent=_("none on record")),
            decision_column(),
            Column("rule", _("Enters into force"), _("By which rule."), kind="choice", choices=EntryRule.choices, listed=False),
            Column("stage", _("Stage"), _("Where it stands."), kind="choice", choices=AmendmentStage.choices, marks=STAGE_MARKS, required=True),
            Column("in_force_on", _("In force since"), _("For some State at least."), kind="date", absent=_("none on record")),
            SUMMARY,
        ),
        listing=("title", "instrument", "provisions", "adopted_on", "stage", "in_force_on"),
        order=("-adopted_on",),
        related=("treaty", "session__resumes", "decision"),
        facets=("instrument", "stage"),
        presets=(
            Preset(_("To the Statute"), "instrument=statute"),
            Preset(_("To the Rules"), "instrument=rules"),
            Preset(_("On the table"), "stage=proposed"),
        ),
        on=(
            On("assembly", "session", _("Amendments adopted"), ("title", "instrument", "stage"), "session"),
            On("decisions", "decision", _("Amendments it adopted"), ("title", "instrument", "stage"), "decision"),
            On("treaties", "treaty", _("Amendment"), ("title", "provisions", "rule", "in_force_on"), "treaty"),
        ),
        moments=(
            Moment("proposed_on", lambda amendment: _t("Proposed: %(title)s") % {"title": amendment.title}, own=False, news=False),
            Moment("adopted_on", lambda amendment: _t("Adopted: %(title)s") % {"title": amendment.title}, own=False),
            Moment("in_force_on", lambda amendment: _t("In force: %(title)s") % {"title": amendment.title}, news=False),
        ),
        named=True,
        standfirst=amendment_standfirst,
        method=_(
            "From the resolutions that adopted them, the depositary's notifications and the Court's own texts. Under article 121(5) an amendment is in force for those that accept it alone, one year after each has deposited: the acceptances are acts under its treaty."
        ),
    )
)  # fmt: skip
