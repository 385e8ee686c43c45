"""For every rule of the record a violation, planted into the loaded record."""

from tests.planted import assembly, cases, measures, proceedings, record, states, totals, visits, voices
from tests.planted.common import PLANTED, change

__all__ = ["PLANTED", "assembly", "cases", "change", "measures", "proceedings", "record", "states", "totals", "visits", "voices"]
