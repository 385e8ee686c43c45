"""What States pay, what they owe, whether they may vote, and what they give beyond."""

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly import filters
from assembly.collection.columns import amount, session_column
from assembly.models import Contribution, Fund, GiftKind, VoluntaryContribution, VoteStatus, VotingRight
from assembly.standfirsts import contribution_standfirst, gift_standfirst
from cases.collection.columns import NOTE, SLUG, state_column
from record.collection import Collection, Column, Moment, On, Preset, register

CONTRIBUTIONS = register(
    Collection(
        name="contributions",
        model=Contribution,
        filterset=filters.ContributionFilterSet,
        label=_("Assessed contributions"),
        kicker=_("Article 117 of the Statute"),
        intro=_(
            "What each State Party was assessed for a year and what was outstanding on a day, only from official, dated reports, in whole euros."
        ),
        columns=(
            SLUG,
            state_column(required=True),
            Column("year", _("Year"), _("For which it was assessed."), kind="number", required=True),
            amount("scale_percent", _("Scale (per cent)"), _("As the Court's document prints it.")),
            amount("assessed_eur", _("Assessed (EUR)"), _("In whole euros.")),
            amount("outstanding_eur", _("Outstanding (EUR)"), _("Of that year's assessment on the day of the report, in whole euros.")),
            Column("as_of", _("As of"), _("The day that the report names."), kind="date"),
            NOTE,
        ),
        order=("-year", "state"),
        related=("state",),
        facets=("year",),
        on=(
            On(
                "states",
                "state",
                _("Assessed contributions"),
                ("year", "assessed_eur", "outstanding_eur", "as_of"),
                "state",
                limit=10,
                chapter="money",
            ),
        ),
        standfirst=contribution_standfirst,
        method=_(
            "Only from official, dated reports of the Court and the Assembly, or a State's own documents on what it was assessed. Nothing is derived from scales. A State that is not listed for a year is one on which no such report was read, not one that has paid or owes nothing."
        ),
    )
)


def _say_vote(right):
    said = {
        VoteStatus.LOST: _t("%(state)s has no vote in the Assembly on this day because of arrears (article 112(8))"),
        VoteStatus.EXEMPTED: _t("The Assembly permits %(state)s to vote in spite of arrears (article 112(8))"),
        VoteStatus.RESTORED: _t("%(state)s has its vote in the Assembly again"),
    }[right.kind]
    return said % {"state": right.state}


VOTING_RIGHTS = register(
    Collection(
        name="voting-rights",
        model=VotingRight,
        filterset=filters.VotingRightFilterSet,
        label=_("Voting rights"),
        kicker=_("Article 112(8) of the Statute"),
        intro=_(
            "States Parties that had no vote on a day because of arrears, that the Assembly permitted to vote, or that had their vote again. They remain Parties, and remain bound."
        ),
        columns=(
            SLUG,
            state_column(required=True),
            Column("kind", _("Vote"), _("What the report says of its vote."), kind="choice", choices=VoteStatus.choices, required=True),
            Column("as_of", _("As of"), _("The day that the report names."), kind="date", required=True),
            session_column(),
            NOTE,
        ),
        order=("-as_of",),
        related=("state", "session__resumes"),
        facets=("kind",),
        on=(
            On("states", "state", _("Vote in the Assembly"), ("kind", "as_of", "session"), "state", chapter="money"),
            On("assembly", "session", _("Voting rights"), ("state", "kind", "as_of"), "session", limit=30),
        ),
        moments=(Moment("as_of", _say_vote, own=False, news=False),),
        method=_("Only from official, dated reports and records that name the State. That a State is not listed says nothing of its payments."),
    )
)


def _say_gift(gift):
    said = _t("%(giver)s pledges a voluntary contribution: %(fund)s") if gift.kind == GiftKind.PLEDGED else _t("%(giver)s contributes: %(fund)s")
    return said % {"giver": gift.giver, "fund": gift.get_fund_display()}


def _gift_in_brief(gift, noun):
    """On the page of the State, without its name."""
    if noun != "states":
        return _say_gift(gift)
    said = _t("Pledges a voluntary contribution: %(fund)s") if gift.kind == GiftKind.PLEDGED else _t("Contributes: %(fund)s")
    return said % {"fund": gift.get_fund_display()}


def _giver(day):
    return Coalesce(F("state__name"), F("donor"))


VOLUNTARY_CONTRIBUTIONS = register(
    Collection(
        name="voluntary-contributions",
        model=VoluntaryContribution,
        filterset=filters.VoluntaryContributionFilterSet,
        label=_("Voluntary contributions"),
        kicker=_("Articles 79 and 116 of the Statute"),
        intro=_("What States and others gave, or pledged, to the trust funds, as far as it is public, in the currency in which it was given."),
        columns=(
            SLUG,
            state_column(listed=False, absent="–"),
            Column("donor", _("Other donor"), _("Where it is not a State."), listed=False, absent="–"),
            Column("fund", _("Fund"), _("To what it went."), kind="choice", choices=Fund.choices, required=True),
            Column("kind", _("Kind"), _("Pledged is not received."), kind="choice", choices=GiftKind.choices, required=True),
            Column("given_on", _("On"), _("The day, month or year; empty: not found."), kind="date"),
            amount("amount", _("Amount"), _("In the currency beside it.")),
            Column("currency", _("Currency"), _("ISO 4217.")),
            NOTE,
            Column("giver", _("Given by"), _("The State or other donor, by name."), computed=_giver, fact=False),
        ),
        listing=("giver", "fund", "kind", "given_on", "amount", "currency"),
        order=("-given_on",),
        related=("state",),
        facets=("fund", "kind"),
        presets=(Preset(_("Trust Fund for Victims"), "fund=trust_fund_victims"),),
        on=(
            On(
                "states",
                "state",
                _("Voluntary contributions"),
                ("given_on", "fund", "amount", "currency", "kind"),
                "state",
                limit=10,
                chapter="money",
            ),
        ),
        moments=(Moment("given_on", _say_gift, brief=_gift_in_brief, own=False, news=False),),
        named=True,
        standfirst=gift_standfirst,
        method=_("From the Trust Fund for Victims, documents of the Assembly and of States. Currencies are never mixed or converted."),
    )
)
