"""The desk of this room: sessions and money, and what was said, asked and promised."""

from assembly.admin import sessions, voices  # noqa: F401  (registers)
