"""Acts on whether the Court or a State is to proceed."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases import filters
from cases.collection.columns import DOCUMENT, SLUG, SUMMARY, case_column, situation_column, state_column
from cases.models import ComplementarityAct, ComplementarityKind, ComplementarityOutcome
from record.collection import Collection, Column, Moment, On, Preset, register


def _say_act(act):
    said = _t("%(about)s: %(act)s") % {"about": act.case or act.situation, "act": act.get_kind_display()}
    return f"{said} ({act.get_outcome_display()})" if act.outcome else said


def _act_in_brief(act, noun):
    """On the page of the case or the situation, the act alone."""
    said = act.get_kind_display()[:1].upper() + act.get_kind_display()[1:]
    said = f"{said} ({act.get_outcome_display()})" if act.outcome else said
    return _t("%(act)s, in respect of %(about)s") % {"act": said, "about": act.case or act.situation} if noun == "states" else said


COMPLEMENTARITY = register(
    Collection(
        name="complementarity",
        model=ComplementarityAct,
        filterset=filters.ComplementarityFilterSet,
        label=_("Complementarity"),
        kicker=_("Articles 17 to 20 of the Statute"),
        intro=_("Whether the Court or a State is to proceed: requests for deferral, challenges, decisions, and agreements on a State's own proceedings."),
        columns=(
            SLUG,
            situation_column(required=True),
            case_column(listed=False),
            state_column(),
            Column("kind", _("Act"), _("What was done."), kind="choice", choices=ComplementarityKind.choices, required=True),
            Column("outcome", _("Outcome"), _("Of a decision or a closure; empty: none."), kind="choice", choices=ComplementarityOutcome.choices, absent="–"),
            Column("occurred_on", _("On"), _("The day of the act."), kind="date", required=True),
            Column("organ", _("By"), _("Which Chamber, the Office of the Prosecutor, or the State."), required=True),
            DOCUMENT,
            SUMMARY,
        ),
        order=("-occurred_on",),
        related=("situation", "case", "state"),
        facets=("kind", "outcome", "situation", "state"),
        presets=(
            Preset(_("Deferrals (article 18)"), "kind=deferral_requested&kind=resumption_sought&kind=deferral_decided"),
            Preset(_("Held inadmissible"), "outcome=inadmissible"),
            Preset(_("Agreements with States"), "kind=agreement_concluded"),
        ),
        on=(
            On("situations", "situation", _("Complementarity"), ("occurred_on", "kind", "outcome", "organ"), "situation"),
            On("cases", "case", _("Complementarity"), ("occurred_on", "kind", "outcome", "organ"), "case"),
            On("states", "state", _("Complementarity"), ("occurred_on", "kind", "outcome", "situation"), "state", chapter="docket"),
        ),
        moments=(Moment("occurred_on", _say_act, brief=_act_in_brief),),
        method=_(
            "From decisions of Chambers, statements and reports of the Office of the Prosecutor and texts of agreements. National proceedings stand here only where an organ of the Court has spoken of them."
        ),
    )
)  # fmt: skip
