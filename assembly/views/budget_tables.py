"""The tables and the chart of `/assembly/budget/`: what stands in which cell."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly import chart
from assembly.models import Programme
from assembly.money_sentence import sums_words

BESIDE = 3  # years whose parts stand beside each other
STAGES = {"proposed": _("proposed"), "recommended": _("recommended"), "approved": _("approved")}
AMOUNTS = (  # a column's head, its amount, and what stands in the same cell with the host State loan
    (_("Proposed (EUR)"), "proposed_eur", "proposed_with_loan_eur"),
    (_("Recommended (EUR)"), "recommended_eur", "recommended_with_loan_eur"),
    (_("Approved (EUR)"), "approved_eur", ""),
    (_("Host State loan (EUR)"), "host_state_loan_eur", ""),
    (_("Approved with the loan (EUR)"), "approved_with_loan_eur", ""),
    (_("Assessed (EUR)"), "assessed_eur", ""),
    (_("Posts"), "established_posts", ""),
)
HEADS = [head for head, _name, _with_loan in AMOUNTS]


def rows(years):
    """The table of years, the newest first: each with [(head, amount, amount with the loan)] and the heads of what is missing."""
    return [_row(year) for year in reversed(years)]


def _row(year):
    amounts = [(head, getattr(year.budget, name), getattr(year.budget, other, None)) for head, name, other in AMOUNTS]
    missing = [_name(head) for head, amount, together in amounts if amount is None and together is None]
    return {
        "year": year.year,
        "budget": year.budget,
        "source": year.source,
        "amounts": amounts,
        "missing": missing if len(missing) < len(AMOUNTS) else [_t("any amount")],
    }


def _name(head):
    """A column within a sentence: “host State loan”."""
    name = str(head).removesuffix(" (EUR)")
    return name[0].lower() + name[1:]


def drawn(year):
    """A year as the chart wants it."""
    budget = year.budget
    return chart.Year(
        year.year, budget.approved_eur, budget.approved_with_loan_eur, budget.proposed_eur, budget.proposed_with_loan_eur, budget.assessed_eur
    )  # fmt: skip


def programmes(found):
    """The table of Major Programmes: a column for each of a few years, a bar beside each amount, the sums in words.

    Years whose parts are all on record come before others.
    """
    shown = sorted(sorted(found, key=lambda parts: not parts.whole)[:BESIDE], key=lambda parts: -parts.budget.year)
    largest = max((amount for parts in shown for amount in parts.amounts.values()), default=0)
    return {
        "years": [(parts.budget.year, STAGES[parts.stage]) for parts in shown],
        "rows": [
            (label, programme == Programme.VII_2, [_part(parts, programme, largest) for parts in shown])
            for programme, label in Programme.choices
            if any(programme in parts.amounts for parts in shown)
        ],
        "sums": [(parts.budget, sums_words(parts.without, parts.together)) for parts in shown],
    }


def _part(parts, programme, largest):
    """(the year, the amount, the length of its bar in per cent of the longest, whether the others make the total without it)."""
    amount = parts.amounts.get(programme)
    none = amount is None and any(added and added.agrees for added in (parts.without, parts.together))
    return parts.budget.year, amount, f"{amount * 100 / largest:.1f}" if amount is not None else "", none
