"""For every rule of the record a violation, planted into the loaded record."""

from tests.planted import assembly, cases, proceedings, record, states, visits
from tests.planted.common import PLANTED, change

__all__ = ["PLANTED", "assembly", "cases", "change", "proceedings", "record", "states", "visits"]
