"""Resolutions and other decisions of the Assembly, its Bureau and the Review Conference."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly import filters
from assembly.collection.columns import amount, session_column
from assembly.models import AdoptedBy, DecidingOrgan, Decision, DecisionKind, Topic
from assembly.standfirsts import decision_standfirst
from cases.collection.columns import SLUG
from record.collection import Collection, Column, Moment, On, Preset, register


def _say_decision(decision):
    said = _t("%(organ)s adopts %(what)s by consensus") if decision.adopted_by == AdoptedBy.CONSENSUS else _t("%(organ)s adopts %(what)s")
    return said % {"organ": _organ(decision), "what": decision}


def _organ(decision):
    return {
        DecidingOrgan.ASSEMBLY: _t("The Assembly"),
        DecidingOrgan.BUREAU: _t("The Bureau of the Assembly"),
        DecidingOrgan.REVIEW_CONFERENCE: _t("The Review Conference"),
    }[decision.organ]


DECISIONS = register(
    Collection(
        name="decisions",
        model=Decision,
        filterset=filters.DecisionFilterSet,
        label=_("Resolutions and decisions"),
        kicker=_("Assembly of States Parties"),
        intro=_("What the Assembly, its Bureau and the Review Conference decided, with the operative points that bear on cooperation and its cost."),
        columns=(
            SLUG,
            session_column(absent=_("between sessions")),
            Column("organ", _("Organ"), _("Who decided."), kind="choice", choices=DecidingOrgan.choices, listed=False, required=True),
            Column("kind", _("Kind"), _("Resolution, decision, declaration."), kind="choice", choices=DecisionKind.choices, listed=False, required=True),
            Column("number", _("Number"), _("As printed; empty: not found.")),
            Column("title", _("Title"), _("As printed, or in a few neutral words."), required=True, fact=False),
            Column("topic", _("Topic"), _("By our taxonomy, the same for every session."), kind="choice", choices=Topic.choices, required=True),
            Column("adopted_on", _("Adopted"), _("The day; empty: not found."), kind="date"),
            Column("adopted_by", _("Adopted by"), _("Consensus or vote; empty: not found."), kind="choice", choices=AdoptedBy.choices),
            amount("in_favour", _("In favour"), _("States Parties."), listed=False, absent="–"),
            amount("against", _("Against"), _("States Parties."), listed=False, absent="–"),
            amount("abstained", _("Abstained"), _("States Parties."), listed=False, absent="–"),
            amount("parties_voting", _("Present and voting"), _("States Parties that voted in favour or against."), listed=False, absent="–"),
            Column("agenda_item", _("Agenda item"), _("Address of the item; empty: not found."), kind="ref", ref="agenda-items", path="agenda_item__slug", listed=False),
            Column(
                "steps", _("Steps of proceedings"), _("Addresses of the steps under article 87(7) that it is; empty: none."),
                kind="refs", ref="proceeding-steps", listed=False, fact=False, absent=_("none"),
            ),
            Column("operative", _("Operative points"), _("Those that matter here, in our own words."), listed=False),
        ),
        listing=("title", "number", "session", "topic", "adopted_on"),
        order=("-adopted_on",),
        related=("session__resumes", "agenda_item"),
        facets=("topic", "organ", "adopted_by"),
        presets=(
            Preset(_("On cooperation"), "topic=cooperation"),
            Preset(_("On non-cooperation"), "topic=non_cooperation"),
            Preset(_("Programme budgets"), "topic=budget"),
            Preset(_("Of the Bureau"), "organ=bureau"),
        ),
        on=(
            On("assembly", "session", _("Resolutions and decisions"), ("number", "title", "topic", "adopted_on", "adopted_by"), "session", limit=0, timeline=False),
            On("agenda-items", "agenda_item", _("Decisions under it"), ("number", "title", "adopted_on", "adopted_by"), "agenda_item"),
            On("proceedings", "steps__proceeding", _("Decisions of the Assembly"), ("number", "title", "adopted_on"), "proceeding"),
        ),
        moments=(Moment("adopted_on", _say_decision, own=False),),
        named=True,
        standfirst=decision_standfirst,
        method=_(
            "From the resolutions and official records themselves where they could be read, else from press releases of the Assembly and reports of those who attended. A number is given only where it was read. Where a decision acts on a failure to cooperate, the step of that proceeding is the fact, and the decision points at it."
        ),
    )
)  # fmt: skip
