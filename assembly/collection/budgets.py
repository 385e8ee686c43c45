"""Budgets by year and Major Programme, and amounts as they stood on a day."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly import filters
from assembly.collection.columns import amount, decision_column, session_column
from assembly.models import Budget, BudgetLine, FinancialPosition, PositionKind, Programme
from assembly.standfirsts import budget_standfirst, line_standfirst, position_standfirst
from cases.collection.columns import NOTE, SLUG
from record.collection import Collection, Column, Moment, On, Preset, register

STAGES = (
    amount("proposed_eur", _("Proposed (EUR)"), _("By the Court, in whole euros, without the host State loan.")),
    amount("recommended_eur", _("Recommended (EUR)"), _("By the Committee on Budget and Finance, in whole euros, without the host State loan.")),
    amount("approved_eur", _("Approved (EUR)"), _("By the Assembly, in whole euros, without the host State loan.")),
)
POSTS = amount("established_posts", _("Established posts"), _("As approved; empty: not found."), listed=False)

BUDGETS = register(
    Collection(
        name="budgets",
        model=Budget,
        filterset=filters.BudgetFilterSet,
        label=_("Budgets"),
        kicker=_("Article 112(2)(d) of the Statute"),
        intro=_(
            "What the Court asked for each year, what the Committee on Budget and Finance recommended, and what the Assembly approved, in whole euros."
        ),
        columns=(
            SLUG,
            Column("year", _("Year"), _("The financial year; the first period, 2002-2003, under 2003."), kind="number", required=True),
            session_column(listed=False),
            decision_column(),
            *STAGES,
            amount("host_state_loan_eur", _("Host State loan (EUR)"), _("The year's instalment in whole euros; 0 where there was none.")),
            amount(
                "proposed_with_loan_eur",
                _("Proposed with the loan (EUR)"),
                _("As printed, in whole euros, the host State loan included."),
                listed=False,
            ),
            amount(
                "recommended_with_loan_eur",
                _("Recommended with the loan (EUR)"),
                _("As printed, in whole euros, the host State loan included."),
                listed=False,
            ),
            amount("approved_with_loan_eur", _("Approved with the loan (EUR)"), _("As printed, in whole euros, the host State loan included.")),
            amount("assessed_eur", _("Assessed (EUR)"), _("To be paid by States Parties, in whole euros."), listed=False),
            amount("contingency_fund_eur", _("Contingency Fund (EUR)"), _("The level that the Assembly set, in whole euros."), listed=False),
            amount("working_capital_fund_eur", _("Working Capital Fund (EUR)"), _("The level that the Assembly set, in whole euros."), listed=False),
            POSTS,
            NOTE,
        ),
        order=("-year",),
        related=("session__resumes", "decision"),
        on=(
            On("assembly", "session", _("Budget approved"), ("year", "approved_eur", "host_state_loan_eur", "approved_with_loan_eur"), "session"),
            On("decisions", "decision", _("Budget it approved"), ("year", "approved_eur", "approved_with_loan_eur"), "decision"),
        ),
        standfirst=budget_standfirst,
        method=_(
            "From the Assembly's resolutions and the reports of the Committee on Budget and Finance, then from press releases and organisations that attended. All amounts are whole euros; documents print thousands. A figure that would have to be added up or subtracted is left out. Empty means that it was not found, not that there was none."
        ),
    )
)

BUDGET_LINES = register(
    Collection(
        name="budget-lines",
        model=BudgetLine,
        filterset=filters.BudgetLineFilterSet,
        label=_("Budget lines"),
        kicker=_("Major Programmes"),
        intro=_("What each budget gives to each Major Programme, in whole euros, where a table was published."),
        columns=(
            SLUG,
            Column("budget", _("Budget"), _("Year of the budget."), kind="ref", ref="budgets", path="budget__slug", required=True),
            Column("programme", _("Major Programme"), _("As numbered in the resolution."), kind="choice", choices=Programme.choices, required=True),
            *STAGES,
            POSTS,
            NOTE,
        ),
        listing=("programme", "budget", "proposed_eur", "recommended_eur", "approved_eur"),
        order=("-budget", "programme"),
        related=("budget",),
        facets=("budget", "programme"),
        on=(On("budgets", "budget", _("By Major Programme"), ("programme", "proposed_eur", "recommended_eur", "approved_eur"), "budget"),),
        presets=(Preset(_("Office of the Prosecutor"), "programme=ii"), Preset(_("Registry"), "programme=iii")),
        standfirst=line_standfirst,
        method=_("From the tables in the Assembly's resolutions on the programme budget and in the reports of the Committee on Budget and Finance."),
    )
)


def _say_position(position):
    return _t("%(what)s on this day: EUR %(amount)s") % {"what": position.get_kind_display(), "amount": f"{position.amount_eur:,}"}


FINANCIAL_POSITIONS = register(
    Collection(
        name="financial-positions",
        model=FinancialPosition,
        filterset=filters.FinancialPositionFilterSet,
        label=_("Financial positions"),
        kicker=_("Arrears, funds and cash"),
        intro=_("What was owed to the Court, and what its funds held, on the day that a report names, in whole euros."),
        columns=(
            SLUG,
            Column("kind", _("What"), _("What the amount is."), kind="choice", choices=PositionKind.choices, required=True),
            Column("as_of", _("As of"), _("The day that the report names."), kind="date", required=True),
            amount("amount_eur", _("Amount (EUR)"), _("In whole euros."), required=True),
            amount("states_concerned", _("States Parties concerned"), _("How many owe it; empty: not published."), absent="–"),
            NOTE,
        ),
        order=("-as_of",),
        facets=("kind",),
        presets=(
            Preset(_("Contributions outstanding"), "kind=contributions_outstanding&kind=arrears&kind=outstanding_current_year"),
            Preset(_("Reserves"), "kind=contingency_fund&kind=working_capital_fund"),
        ),
        moments=(Moment("as_of", _say_position, own=False, news=False),),
        named=True,
        standfirst=position_standfirst,
        method=_("From reports of the Committee on Budget and Finance, of the Bureau on arrears, and financial statements. An amount has the day that its report names."),
    )
)  # fmt: skip
