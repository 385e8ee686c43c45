"""The one place that knows which day it is."""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime

_pinned: ContextVar[date | None] = ContextVar("pinned_day", default=None)


def today() -> date:
    """Today in UTC, or the day that a test has pinned."""
    return _pinned.get() or datetime.now(UTC).date()


@contextmanager
def pinned(day: date):
    """Make it this day, for tests."""
    token = _pinned.set(day)
    try:
        yield
    finally:
        _pinned.reset(token)
