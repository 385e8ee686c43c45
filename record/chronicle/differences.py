"""What can differ between an entry at one edition and at the one before."""

from dataclasses import dataclass, field
from enum import StrEnum

from record.chronicle.computed import Computed
from record.collection import Column
from record.models import Correction, Edition


class Done(StrEnum):
    """What an edition did to an entry, in the order in which it is told."""

    PUBLISHED = "published"
    RETRACTED = "retracted"
    WITHHELD = "withheld"
    RESTORED = "restored"
    REDACTED = "redacted"
    CORRECTED = "corrected"
    UPDATED = "updated"
    READ = "read"
    SOURCE = "source"
    COMPUTED = "computed"


@dataclass(frozen=True)
class ValueChange:
    """Of a public Column. A reference is the key that the table holds, several of them a tuple."""

    column: Column
    before: object
    after: object


@dataclass(frozen=True)
class PeriodsChange:
    """Of what is computed in rows of their own: those that went and those that came."""

    computed: Computed
    before: tuple
    after: tuple


@dataclass(frozen=True)
class CitationChange:
    """A citation and its source as they were: added where nothing was before, removed where nothing is after."""

    before: dict | None
    after: dict | None
    source: dict


@dataclass(frozen=True)
class SourceChange:
    """Of a source that the entry cites, as it was: (name of the field, before, after)."""

    source: dict
    changes: tuple[tuple[str, object, object], ...]


@dataclass
class Step:
    """An edition in the life of an entry. `facts` and `sources_cited` are counted at its first publication only."""

    edition: Edition
    done: tuple[Done, ...] = ()
    values: list[ValueChange] = field(default_factory=list)
    periods: list[PeriodsChange] = field(default_factory=list)
    citations: list[CitationChange] = field(default_factory=list)
    sources: list[SourceChange] = field(default_factory=list)
    notices: list[Correction] = field(default_factory=list)
    reason: str = ""
    facts: int | None = None
    sources_cited: int | None = None
