from record.models.archive import ArchivedCopy, LinkCheck
from record.models.citation import Citation, Consulted, Stance
from record.models.correction import AskedBy, Correction, NoticeKind
from record.models.edition import Edition, EditionCounter, EditionKind
from record.models.editor import Editor
from record.models.entry import Entry, EntryQuerySet, Hold, Origin, Status
from record.models.heartbeat import Heartbeat
from record.models.history import EditionEvent, tracked
from record.models.message import Message, MessageKind, MessageStatus
from record.models.reading import ERRORS, OfAnEntry, Reading, Settled, SweepDifference, Verdict
from record.models.review import Comment, Review
from record.models.revision import Revision, RevisionKind, RevisionStatus
from record.models.source import PRIMARY_KINDS, LinkState, Source, SourceKind
from record.models.stamped import Stamped
from record.models.sweep import Sweep
from record.models.triggers import computed_triggers
from record.models.withholding import Decision, Withholding

__all__ = [
    "ERRORS", "PRIMARY_KINDS", "ArchivedCopy", "AskedBy", "Citation", "Comment", "Consulted", "Correction", "Decision", "Edition",
    "EditionCounter", "EditionEvent", "EditionKind", "Editor", "Entry", "EntryQuerySet", "Heartbeat", "Hold", "LinkCheck",
    "LinkState", "Message", "MessageKind", "MessageStatus", "NoticeKind", "OfAnEntry", "Origin", "Reading", "Review", "Revision",
    "RevisionKind", "RevisionStatus", "Settled", "Source", "SourceKind", "Stamped", "Stance", "Status", "Sweep", "SweepDifference", "Verdict", "Withholding", "computed_triggers",
    "tracked",
]  # fmt: skip
