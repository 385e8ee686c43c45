from record.models.citation import Citation, Consulted, Stance
from record.models.edition import Edition, EditionCounter
from record.models.editor import Editor
from record.models.entry import Entry, EntryQuerySet, Origin, Status
from record.models.heartbeat import Heartbeat
from record.models.history import EditionEvent, tracked
from record.models.source import PRIMARY_KINDS, Source, SourceKind

__all__ = [
    "PRIMARY_KINDS", "Citation", "Consulted", "Edition", "EditionCounter", "EditionEvent", "Editor", "Entry",
    "EntryQuerySet", "Heartbeat", "Origin", "Source", "SourceKind", "Stance", "Status", "tracked",
]  # fmt: skip
