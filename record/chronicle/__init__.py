"""What each edition did to an entry, as read from the history: plain differences, without a word or a page."""

from record.chronicle.changed import Changes
from record.chronicle.computed import Computed, register
from record.chronicle.differences import CitationChange, Done, PeriodsChange, SourceChange, Step, ValueChange
from record.chronicle.steps import chronicle, chronicles

__all__ = [
    "Changes", "CitationChange", "Computed", "Done", "PeriodsChange", "SourceChange", "Step", "ValueChange", "chronicle",
    "chronicles", "register",
]  # fmt: skip
