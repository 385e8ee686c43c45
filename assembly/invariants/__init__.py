"""Rules about the Assembly and the money: articles 36, 38, 42, 43, 112, 117 and 121."""

from assembly.invariants import amendments, money, offices, oversight, sessions  # noqa: F401  (registers)
