"""Decisions on whether a State failed to comply."""

from django.db.models import F
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.collection.columns import DOCUMENT, SLUG, SUMMARY
from cooperation import filters
from cooperation.collection.proceedings import OUTCOME_MARKS
from cooperation.models import Finding, Outcome, Referral
from record.collection import Collection, Column, Moment, On, Preset, register


def _proceeding_part(name, label, ref, path, **kwargs):
    return Column(name, label, _("As in its proceeding."), kind="ref", ref=ref, path=path, computed=lambda day: F(path), **kwargs)


def _say_finding(finding):
    said = {
        Outcome.FOUND: _t("%(chamber)s finds that %(state)s failed to comply"),
        Outcome.NOT_FOUND: _t("%(chamber)s makes no finding against %(state)s"),
        Outcome.REFUSED: _t("%(chamber)s refuses the request for a finding against %(state)s"),
        Outcome.INFORMED: _t("%(chamber)s informs of the position of %(state)s, without a reasoned finding"),
        Outcome.UPHELD: _t("%(chamber)s upholds the decision on %(state)s"),
        Outcome.REVERSED_IN_PART: _t("%(chamber)s reverses in part the decision on %(state)s"),
        Outcome.REMANDED: _t("%(chamber)s sends the decision on %(state)s back to be taken anew"),
        Outcome.LEAVE_GRANTED: _t("%(chamber)s grants leave to appeal in the proceeding on %(state)s"),
        Outcome.LEAVE_REFUSED: _t("%(chamber)s refuses leave to appeal in the proceeding on %(state)s"),
        Outcome.REVERSED: _t("%(chamber)s reverses the decision on %(state)s"),
    }[finding.outcome]
    sentence = said % {"chamber": finding.chamber, "state": finding.proceeding.state}
    if finding.referral in (Referral.ASP, Referral.UNSC, Referral.BOTH):
        sentence += _t(" and refers the matter: %(to)s") % {"to": finding.get_referral_display()}
    return sentence


def _finding_in_brief(finding, noun):
    """On the page of a State, the person tells one decision from another."""
    sentence = _say_finding(finding)
    if noun == "states" and finding.proceeding.person:
        return _t("%(sentence)s (%(person)s)") % {"sentence": sentence, "person": finding.proceeding.person}
    return sentence


FINDINGS = register(
    Collection(
        name="findings",
        menu=_("Findings"),
        model=Finding,
        filterset=filters.FindingFilterSet,
        label=_("Findings on cooperation"),
        kicker=_("Article 87(7) of the Statute"),
        intro=_(
            "Decisions in which a Chamber ruled on whether a State failed to comply with a request of the Court, with those that later changed them."
        ),
        columns=(
            SLUG,
            Column(
                "proceeding",
                _("Proceeding"),
                _("Address of the proceeding."),
                kind="ref",
                ref="proceedings",
                path="proceeding__slug",
                listed=False,
                required=True,
            ),
            _proceeding_part("state", _("State"), "states", "proceeding__state_id"),
            Column("decided_on", _("Decided"), _("Date of the decision."), kind="date", required=True),
            Column(
                "outcome", _("Outcome"), _("What this decision says."), kind="choice", choices=Outcome.choices, marks=OUTCOME_MARKS, required=True
            ),
            Column(
                "referral",
                _("Referred to"),
                _("What this decision says on referral; empty: nothing."),
                kind="choice",
                choices=Referral.choices,
                absent="–",
            ),
            _proceeding_part("person", _("Person"), "persons", "proceeding__person__slug"),
            _proceeding_part("situation", _("Situation"), "situations", "proceeding__situation__slug", listed=False),
            Column("chamber", _("Chamber"), _("Which Chamber decided."), required=True),
            DOCUMENT,
            Column("made_public_on", _("Public"), _("If later than the decision."), kind="date", listed=False),
            Column("articles", _("Articles"), _("The duties it speaks of."), kind="list", listed=False),
            SUMMARY,
        ),
        order=("-decided_on",),
        related=("proceeding__state", "proceeding__person", "proceeding__situation"),
        facets=("outcome", "referral", "situation", "state"),
        on=(
            On(
                "states",
                "proceeding__state",
                _("Findings"),
                ("decided_on", "outcome", "referral", "person", "chamber"),
                "state",
                chapter="cooperation",
            ),
            On("persons", "proceeding__person", _("Findings"), ("state", "decided_on", "outcome", "referral"), "person", limit=30),
            On("situations", "proceeding__situation", _("Findings"), ("state", "decided_on", "outcome", "referral"), "situation"),
            On("proceedings", "proceeding", _("Decisions"), ("decided_on", "outcome", "referral", "chamber", "document_no"), "proceeding"),
        ),
        moments=(Moment("decided_on", _say_finding, brief=_finding_in_brief),),
        presets=(
            Preset(_("Failure found"), "outcome=found"),
            Preset(_("Referred to the Assembly"), "referral=asp&referral=both"),
            Preset(_("Found, not referred"), "outcome=found&referral=none"),
            Preset(_("On appeal"), "outcome=upheld&outcome=reversed_in_part&outcome=remanded&outcome=reversed"),
        ),
        method=_(
            "From the Court's filings first, then documents of the Assembly and the United Nations, then press where no filing was found. A later decision does not replace an earlier one: both stand, linked by their proceeding. An empty document number means that we have not found it, not that there is none."
        ),
        core=True,
    )
)
