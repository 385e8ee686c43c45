"""Proceedings under article 87(7) and those of their steps that are not decisions."""

from django.db.models import F
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.collection.columns import DOCUMENT, NOTE, SLUG, SUMMARY, person_column, situation_column, state_column
from cooperation import (
    filters,
    panels,  # noqa: F401  (registers the computed parts of pages)
)
from cooperation.models import Outcome, Proceeding, ProceedingStatus, ProceedingStep, Referral, StepKind, Subject
from cooperation.panels import proceeding_standfirst
from record.collection import Collection, Column, Moment, On, Preset, register

OUTCOME_MARKS = {
    "found": "full", "informed": "half", "not_found": "open", "refused": "open", "upheld": "full", "reversed": "quarter",
    "reversed_in_part": "quarter", "remanded": "quarter", "leave_granted": "planned", "leave_refused": "gone",
}  # fmt: skip


def _opening_in_brief(proceeding, noun):
    if noun == "persons":
        return _t("Proceeding under article 87(7) opened: %(state)s") % {"state": proceeding.state}
    if noun == "states":
        return _t("Proceeding under article 87(7) opened, in respect of %(about)s") % {"about": proceeding.person or proceeding.situation}
    return _t("Proceeding under article 87(7) opened: %(state)s, in respect of %(about)s") % {
        "state": proceeding.state, "about": proceeding.person or proceeding.situation
    }  # fmt: skip


PROCEEDINGS = register(
    Collection(
        name="proceedings",
        menu=_("Proceedings"),
        model=Proceeding,
        filterset=filters.ProceedingFilterSet,
        label=_("Proceedings"),
        kicker=_("Article 87(7) of the Statute"),
        intro=_(
            "Each path from a request to its end: the State is heard, a Chamber finds or does not find that it failed to comply, and refers the matter or does not. One non-compliance is one proceeding, however many decisions."
        ),
        columns=(
            SLUG,
            state_column(required=True),
            person_column(),
            situation_column(required=True, listed=False),
            Column("subject", _("Subject"), _("Which duty it is about."), kind="choice", choices=Subject.choices, required=True, listed=False),
            Column("opened_on", _("Opened"), _("A finding was sought, or the State was heard."), kind="date"),
            Column(
                "outcome",
                _("Net outcome"),
                _("After appeal: the last operative decision on the finding. Empty: none yet."),
                kind="choice",
                absent=_("none yet"),
                choices=Outcome.choices,
                marks=OUTCOME_MARKS,
                rests_on=lambda entry: entry.collection == "findings",
                computed=lambda day: F("outcome"),
            ),
            Column(
                "referral",
                _("Net referral"),
                _("After appeal: the last operative decision on referral."),
                kind="choice",
                absent=_("none yet"),
                choices=Referral.choices,
                rests_on=lambda entry: entry.collection == "findings",
                computed=lambda day: F("referral"),
            ),
            Column(
                "status",
                _("Stands"),
                _("Open or closed."),
                kind="choice",
                path="path_status",
                choices=ProceedingStatus.choices,
                marks={"open": "planned", "closed": "full"},
                required=True,
            ),
            SUMMARY,
        ),
        order=("-opened_on",),
        related=("state", "person", "situation"),
        facets=("status", "outcome", "referral", "subject", "situation", "state"),
        on=(
            On(
                "states",
                "state",
                _("Proceedings under article 87(7)"),
                ("person", "opened_on", "outcome", "referral", "status"),
                "state",
                chapter="cooperation",
            ),
            On("persons", "person", _("Proceedings under article 87(7)"), ("state", "opened_on", "outcome", "referral"), "person", limit=25),
            On("situations", "situation", _("Proceedings under article 87(7)"), ("state", "person", "opened_on", "outcome"), "situation", limit=25),
        ),
        moments=(
            Moment(
                "opened_on",
                lambda p: _opening_in_brief(p, ""),
                brief=_opening_in_brief,
                news=False,
            ),
        ),
        presets=(
            Preset(_("Open today"), "status=open"),
            Preset(_("Failure found, standing after appeal"), "outcome=found"),
            Preset(_("Referred to the Assembly"), "referral=asp&referral=both"),
            Preset(_("Found, not referred"), "outcome=found&referral=none"),
        ),
        standfirst=proceeding_standfirst,
        docket=True,
        method=_(
            "From the Court's decisions and filings first, then documents of the Assembly and the United Nations, then press where no filing was found. Net outcome and net referral are computed from the decisions: the last operative one on each limb."
        ),
        core=True,
    )
)


def _say_step(step):
    return _t("%(state)s, in respect of %(about)s: %(step)s") % {
        "state": step.proceeding.state, "about": step.proceeding.person or step.proceeding.situation, "step": step.get_kind_display()
    }  # fmt: skip


def _step_in_brief(step, noun):
    what = capfirst(step.get_kind_display())
    if noun == "states":
        return _t("%(what)s, in respect of %(about)s") % {"what": what, "about": step.proceeding.person or step.proceeding.situation}
    return _t("%(what)s: %(actor)s") % {"what": what, "actor": step.actor} if step.actor else what


STEPS = register(
    Collection(
        name="proceeding-steps",
        model=ProceedingStep,
        filterset=filters.ProceedingStepFilterSet,
        label=_("Steps of proceedings"),
        kicker=_("Article 87(7) of the Statute"),
        intro=_("Requests, consultations, observations, transmissions and what followed: the steps that are not decisions."),
        columns=(
            SLUG,
            Column(
                "proceeding", _("Proceeding"), _("Address of the proceeding."), kind="ref", ref="proceedings", path="proceeding__slug", required=True
            ),
            Column("kind", _("Step"), _("Which step."), kind="choice", choices=StepKind.choices, required=True),
            Column("occurred_on", _("On"), _("The day; empty: not known."), kind="date"),
            Column("actor", _("By"), _("Who acted.")),
            DOCUMENT,
            Column("deadline_on", _("Deadline"), _("The time limit set, if any."), kind="date", listed=False),
            NOTE,
        ),
        order=("-occurred_on",),
        related=("proceeding__state", "proceeding__person", "proceeding__situation"),
        facets=("kind",),
        on=(
            On("states", "proceeding__state", _("Steps of proceedings"), ("proceeding", "kind", "occurred_on"), "state", limit=0),
            On("proceedings", "proceeding", _("Steps"), ("kind", "occurred_on", "actor"), "proceeding", limit=0),
        ),
        moments=(Moment("occurred_on", _say_step, brief=_step_in_brief, newsworthy=lambda step: step.kind != StepKind.NONE_RECORDED),),
        method=_("What was found in decisions, filings, documents of the Assembly and reports. A step that is missing may only not be public."),
        core=True,
    )
)
