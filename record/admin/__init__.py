"""The editors' desk. Rooms declare their kinds with `EntryAdmin`; what the desk shares is registered here."""

from record.admin import editors, holds, messages, revisions, sources, sweeps  # noqa: F401  (registers)
from record.admin.beginning import ITSELF, FollowUp
from record.admin.citations import LinkInline
from record.admin.entries import EntryAdmin

__all__ = ["ITSELF", "EntryAdmin", "FollowUp", "LinkInline"]
