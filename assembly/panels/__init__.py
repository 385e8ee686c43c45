"""Computed parts of pages of this room."""

from assembly.panels import amendments, budget, decisions, elections, officials, session, standfirsts  # noqa: F401  (registers)
