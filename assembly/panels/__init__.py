"""Computed parts of pages of this room."""

from assembly.panels import amendments, budget, decisions, elections, officials, session, statements  # noqa: F401  (registers)
