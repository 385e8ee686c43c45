"""Named rules about the whole record. `registry` holds them; rooms write theirs; the page, the daily check, loading and publishing ask them."""

from record.invariants.registry import Invariant, Offence, Result, Severity, broken, invariant, invariants, once, reading_once, refuse, run

__all__ = ["Invariant", "Offence", "Result", "Severity", "broken", "invariant", "invariants", "once", "reading_once", "refuse", "run"]
