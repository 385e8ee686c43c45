"""The figures of `/assembly/budget/` as JSON, in the columns that re-users rely on."""

from django.conf import settings

from assembly.money_sentence import sentence
from record.models import Edition

BUDGET_COLUMNS = (
    "year", "proposed_eur", "recommended_eur", "approved_eur", "host_state_loan_eur", "proposed_with_loan_eur", "recommended_with_loan_eur",
    "approved_with_loan_eur", "assessed_eur", "contingency_fund_eur", "working_capital_fund_eur", "established_posts",
)  # fmt: skip
LINE_COLUMNS = ("programme", "proposed_eur", "recommended_eur", "approved_eur", "established_posts")


def of_money(money):
    return {
        "edition": Edition.current_number(),
        "on": money.day.isoformat(),
        "unit": "EUR",
        "sentence": sentence(money),
        "budgets": [{**_values(year.budget, BUDGET_COLUMNS), "basis": year.basis or None} for year in money.years],
        "rivals": [
            {
                "entry": f"{rival.entry.collection}/{rival.entry.slug}",
                "column": rival.column.name,
                "value": rival.chosen if rival.column.kind == "amount" else str(rival.chosen),
                "rival_value": rival.value,
                "reason": rival.reason,
                "source": f"{settings.PUBLIC_URL}{rival.source.get_absolute_url()}",
            }
            for rival in money.rivals
        ],
        "budget_lines": [{"budget": line.budget.year, **_values(line, LINE_COLUMNS)} for line in money.lines],
        "sums": [_sums(parts) for parts in money.parts],
        "financial_positions": [_values(position, ("kind", "as_of", "amount_eur", "states_concerned")) for position, _source in money.positions],
        "contributions": [
            {"state": row.state_id, **_values(row, ("year", "assessed_eur", "outstanding_eur", "as_of"))} for row, _source in money.owed
        ],
        "without_vote": [
            {"state": right.state_id, "as_of": report.as_of, "source_kind": report.source and report.source.kind}
            for report in money.reports
            for right in report.rights
        ],
    }


def _values(entry, names):
    """The columns of an entry, dates as text."""
    return {name: str(value) if name == "as_of" else value for name in names for value in [getattr(entry, name)]}


def _sums(parts):
    """What the parts add up to, computed, beside the totals on record."""
    without, together = parts.without, parts.together
    return {
        "year": parts.budget.year,
        "stage": parts.stage,
        "complete": parts.whole,
        "sum_eur": without and without.parts,
        "difference_eur": without and without.difference,
        "sum_with_loan_eur": together and together.parts,
        "difference_with_loan_eur": together and together.difference,
    }
