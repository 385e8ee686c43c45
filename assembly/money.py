"""The money as of a day: budgets by year, their parts, what was owed and held, who had no vote. A fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass, field

from assembly import asof
from assembly.models import FIRST_YEAR, IN_EVERY_BUDGET, Budget, BudgetLine, BudgetStage, Contribution, FinancialPosition, Programme, VotingRight
from assembly.sources import Sources
from assembly.sums import Sum, percent, with_and_without
from record.day import today

SPAN = 10  # years over which the latest amount is compared


@dataclass(frozen=True)
class Year:
    """A financial year: its budget (empty where none is on record) and the best source for what was approved."""

    budget: Budget
    source: object = None

    @property
    def year(self):
        return self.budget.year

    @property
    def basis(self):
        """On which basis the amount approved is known: `both`, `without_loan`, `with_loan`, or empty for neither."""
        alone, together = self.budget.approved_eur is not None, self.budget.approved_with_loan_eur is not None
        return {(True, True): "both", (True, False): "without_loan", (False, True): "with_loan"}.get((alone, together), "")


@dataclass(frozen=True)
class Parts:
    """A budget by Major Programme, at the furthest stage for which there are amounts; its sums without and with the loan."""

    budget: Budget
    stage: BudgetStage
    amounts: dict
    without: Sum | None
    together: Sum | None

    @property
    def whole(self):
        """Whether no part is known to be missing."""
        return bool(self.without and self.without.whole)


@dataclass(frozen=True)
class Report:
    """What one source says of several States on a day."""

    as_of: str
    source: object
    rights: list


@dataclass
class Money:
    """Everything on the page of the budget."""

    day: object
    years: list
    rivals: list
    parts: list
    lines: list
    positions: list = field(default_factory=list)
    levels: list = field(default_factory=list)
    owed: list = field(default_factory=list)
    reports: list = field(default_factory=list)

    @property
    def latest(self):
        """The last year for which an amount approved is known, on either basis; None without any."""
        return next((year for year in reversed(self.years) if year.basis), None)

    @property
    def unknown(self):
        """The years for which no amount approved is known."""
        return [year for year in self.years if not year.basis]

    @property
    def later_unknown(self):
        return [year for year in self.unknown if self.latest and year.year > self.latest.year]

    @property
    def rise(self):
        """(year, per cent) from the earliest of the ten years before the latest that is known on the same basis; None without one."""
        name = "approved_eur" if self.latest and self.latest.budget.approved_eur is not None else "approved_with_loan_eur"
        for year in self.years:
            before = getattr(year.budget, name)
            if self.latest and before and self.latest.year - SPAN <= year.year < self.latest.year:
                return year.year, percent(getattr(self.latest.budget, name), before)
        return None


def gather(day):
    """The public record's money as of a day."""
    budgets = list(asof.budgets(day).order_by("-year"))
    lines = list(BudgetLine.objects.public().filter(budget__in=budgets).select_related("budget"))
    positions, owed, votes = _positions(day), _owed(day), _votes(day)
    sources = Sources([*budgets, *lines, *positions, *owed, *votes])
    return Money(
        day=day,
        years=_years(budgets, day, sources),
        rivals=sources.rivals(),
        parts=[parts for budget in budgets if (parts := parts_of(budget, [line for line in lines if line.budget_id == budget.pk]))],
        lines=lines,
        positions=[(position, sources.best(position)) for position in positions],
        levels=[found for name in ("contingency_fund_eur", "working_capital_fund_eur") if (found := _level(budgets, name))],
        owed=[(contribution, sources.best(contribution, "outstanding_eur")) for contribution in owed],
        reports=_reports(votes, sources),
    )


def _years(budgets, day, sources):
    """Every year from the first budget to this one, or to the last on record, the oldest first, whether or not it is on record."""
    by_year = {budget.year: budget for budget in budgets}
    last = max([min(day, today()).year, *by_year])
    return [
        Year(by_year[year], sources.best(by_year[year], "approved_eur", "approved_with_loan_eur")) if year in by_year else Year(Budget(year=year))
        for year in range(FIRST_YEAR, last + 1)
    ]


def parts_of(budget, lines):
    """A budget's parts at the furthest stage that any of its lines has; None without lines."""
    for stage in reversed(BudgetStage):
        amounts = {line.programme: amount for line in lines if (amount := getattr(line, stage.alone)) is not None}
        if amounts:
            return Parts(budget, stage, amounts, *sums_of(budget, lines, stage))
    return None


def sums_of(budget, lines, stage):
    """(sum of the Major Programmes without the host State loan, sum with it), each beside the budget's total."""
    amounts = {line.programme: getattr(line, stage.alone) for line in lines}
    loan, whole = amounts.pop(Programme.VII_2, None), amounts.keys() >= IN_EVERY_BUDGET
    return with_and_without(list(amounts.values()), loan, getattr(budget, stage.alone), getattr(budget, stage.together), whole)


def _positions(day):
    """The latest amount of each kind."""
    found = FinancialPosition.objects.public().filter(as_of_latest__lte=day).order_by("kind", "-as_of_latest", "-pk").distinct("kind")
    return sorted(found, key=lambda position: position.as_of_latest, reverse=True)


def _level(budgets, name):
    """(label, amount, budget) of a fund's level as last set with a budget; None where none is known."""
    label = Budget._meta.get_field(name).verbose_name
    return next(((label, amount, budget) for budget in budgets if (amount := getattr(budget, name)) is not None), None)


def _owed(day):
    """What was outstanding of each State on the latest day for which there is a report, by State."""
    found = Contribution.objects.public().filter(outstanding_eur__isnull=False, as_of_latest__lte=day)
    latest = found.order_by("-as_of_latest", "-pk").values("as_of")[:1]
    return list(found.filter(as_of=latest).select_related("state").order_by("state__name", "-year"))


def _votes(day):
    return list(VotingRight.objects.public().without_vote(on=day).select_related("state").order_by("-as_of_latest", "state__name"))


def _reports(votes, sources):
    """By the day that the report names and by its source."""
    found = defaultdict(list)
    for right in votes:
        found[str(right.as_of), sources.best(right)].append(right)
    return [Report(as_of, source, rights) for (as_of, source), rights in found.items()]
