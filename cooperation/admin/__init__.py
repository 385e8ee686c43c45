"""The desk of this room: the path of article 87(7), and what was done against the Court and for it."""

from cooperation.admin import docket, measures, totals  # noqa: F401  (registers)
