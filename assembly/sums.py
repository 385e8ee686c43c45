"""Whether the parts of a budget sum to its total, and what changed from one stage to the next.

Plain values in whole euros; None where it was not found.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Sum:
    """Parts added up, beside the total on record. `whole`: none of the parts is known to be missing."""

    parts: int
    total: int | None
    whole: bool = True

    @property
    def difference(self):
        """Parts less total; None where there is nothing to compare."""
        return self.parts - self.total if self.whole and self.total is not None else None

    @property
    def agrees(self):
        return self.difference == 0


def against(total, amounts, whole=True):
    """The sum of amounts beside a total; None where no part has an amount."""
    known = [amount for amount in amounts if amount is not None]
    return Sum(sum(known), total, whole and len(known) == len(amounts)) if known else None


def with_and_without(amounts, loan, total, total_with_loan, whole=True):
    """(sum without the host State loan, sum with it); the second is None where the loan is not among the parts."""
    return against(total, amounts, whole), against(total_with_loan, [*amounts, loan], whole) if loan is not None else None


@dataclass(frozen=True)
class Step:
    """A stage's amount and, beside the last stage before it that is known, the difference in euros and in per cent."""

    stage: str
    amount: int | None
    before: str = ""
    difference: int | None = None
    percent: Decimal | None = None


def chain(amounts):
    """Steps of {stage: amount}, in its order, all on one basis."""
    steps, before = [], None
    for stage, amount in amounts.items():
        if amount is not None and before is not None:
            steps.append(Step(stage, amount, before.stage, amount - before.amount, percent(amount, before.amount)))
        else:
            steps.append(Step(stage, amount))
        before = steps[-1] if amount is not None else before
    return steps


def percent(amount, before):
    """By how many per cent an amount differs from another, to one place."""
    return round(Decimal(amount - before) * 100 / before, 1) if before else None
