"""A violation of the rule on numbers that others have published."""

from cooperation.models import PublishedTotal
from tests.planted.common import breaks, change


@breaks("published-totals-agree-or-are-explained")
def _():
    return change(PublishedTotal, "states-parties-2012-07-31", figure=120)
