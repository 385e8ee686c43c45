"""Rules about the Assembly and the money, and about who speaks for and against the Court: articles 36, 38, 42, 43, 112, 117 and 121."""

from assembly.invariants import amendments, calls, in_office, money, offices, oversight, sessions, voices  # noqa: F401  (registers)
