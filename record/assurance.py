"""How far the record can be trusted, in numbers: its sources, how they were read, what reading again and sweeping twice found."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from record.collection import Collection, collections
from record.models import ERRORS, Citation, Consulted, Reading, Settled, SourceKind, Stance, Status, Sweep, SweepDifference, Verdict

CLASSES = (  # of sources, the best first
    ("court", _("the Court"), (SourceKind.COURT_FILING, SourceKind.COURT_PUBLICATION)),
    (
        "official",
        _("depositary, Assembly, United Nations, States"),
        (SourceKind.TREATY_DEPOSITARY, SourceKind.UN_DOCUMENT, SourceKind.ASSEMBLY_DOCUMENT, SourceKind.STATE_DOCUMENT),
    ),
    ("scholarly", _("scholars, organisations"), (SourceKind.ACADEMIC, SourceKind.NGO)),
    ("data_set", _("data sets"), (SourceKind.DATA_SET,)),
    ("press", _("press"), (SourceKind.PRESS,)),
)
CLASS_OF = {kind: key for key, _words, kinds in CLASSES for kind in kinds}
_RANK = {key: place for place, (key, _words, _kinds) in enumerate(CLASSES)}


@dataclass
class Assurance:
    """Of one collection. `best` counts entries by the class of their best source, `consulted` citations by how they were read."""

    collection: Collection
    entries: int = 0
    sweep: Sweep | None = None
    best: Counter = field(default_factory=Counter)
    consulted: Counter = field(default_factory=Counter)
    verdicts: Counter = field(default_factory=Counter)  # of the last reading of each entry
    reread: int = 0  # entries that stand and were read again
    settled: Counter = field(default_factory=Counter)  # of differences between its two sweeps

    @property
    def readings(self):
        return sum(self.verdicts.values())

    @property
    def opened(self):
        """Entries read again whose source could be opened: what an error rate is a share of."""
        return self.readings - self.verdicts[Verdict.NOT_CONFIRMED]

    @property
    def errors(self):
        return sum(self.verdicts[verdict] for verdict in ERRORS)

    @property
    def error_rate(self):
        """Per cent; None where nothing was read again."""
        return 100 * self.errors / self.opened if self.opened else None

    @property
    def differences(self):
        return sum(self.settled.values())

    @property
    def share_court(self):
        return percent(self.best["court"], self.entries)

    @property
    def share_official(self):
        return percent(self.best["official"], self.entries)

    @property
    def share_scholarly(self):
        return percent(self.best["scholarly"], self.entries)

    @property
    def share_rest(self):
        return percent(self.best["data_set"] + self.best["press"], self.entries)

    @property
    def share_in_full(self):
        """Per cent of the citations."""
        return percent(self.consulted[Consulted.FULL], sum(self.consulted.values()))

    @property
    def by_class(self):
        """[(words, per cent of the entries)]"""
        return [(words, percent(self.best[key], self.entries)) for key, words, _kinds in CLASSES]

    @property
    def by_reading(self):
        """[(words, per cent of the citations)]"""
        whole = sum(self.consulted.values())
        return [(label, percent(self.consulted[value], whole)) for value, label in Consulted.choices]

    @property
    def by_verdict(self):
        return [(label, self.verdicts[value]) for value, label in Verdict.choices]

    @property
    def by_settlement(self):
        return [(label, self.settled[value]) for value, label in Settled.choices]


def percent(part, whole):
    return 100 * part / whole if whole else None


def assurances(only=None) -> list[Assurance]:
    """Of every collection, those that are kept current first; or of one. Reads in bulk: a query for each, and a few for all."""
    found = {collection.name: Assurance(collection) for collection in collections() if only in (None, collection)}
    entries = {name: _entries(assurance.collection) for name, assurance in found.items()}
    sweeps = Sweep.objects.latest_of_each()
    for name, assurance in found.items():
        assurance.entries = sum(entry.shown for entry in entries[name])
        assurance.sweep = sweeps.get(name)
    _count_sources(found, entries)
    hidden = {(name, entry.slug) for name, of_it in entries.items() for entry in of_it if not entry.shown}
    _count_readings(found, entries, hidden)
    for name, slug, settled in SweepDifference.objects.values_list("collection", "slug", "settled"):
        if name in found and (name, slug) not in hidden:
            found[name].settled[settled] += 1
    return sorted(found.values(), key=lambda assurance: not assurance.collection.core)


class _Entry(NamedTuple):
    pk: int
    slug: str
    shown: bool  # in the lists


def _entries(collection):
    rows = collection.model.objects.order_by().values_list("pk", "slug", "status", "hold")
    return [_Entry(pk, slug, status == Status.PUBLISHED and not hold) for pk, slug, status, hold in rows]


def _count_sources(found, entries):
    types = ContentType.objects.get_for_models(*(assurance.collection.model for assurance in found.values()))
    names = {content_type.pk: model.collection for model, content_type in types.items()}
    shown = {name: {entry.pk for entry in of_it if entry.shown} for name, of_it in entries.items()}
    best = defaultdict(dict)
    rows = Citation.objects.filter(stance=Stance.SUPPORTS, content_type__in=names)
    for type_id, pk, kind, consulted in rows.order_by().values_list("content_type_id", "object_id", "source__kind", "consulted"):
        name = names[type_id]
        if pk in shown[name]:
            found[name].consulted[consulted] += 1
            key = CLASS_OF[kind]
            best[name][pk] = min(best[name].get(pk, key), key, key=_RANK.__getitem__)
    for name, keys in best.items():
        found[name].best.update(keys.values())


def _count_readings(found, entries, hidden):
    shown = {(name, entry.slug) for name, of_it in entries.items() for entry in of_it if entry.shown}
    last = {(name, slug): verdict for name, slug, verdict in Reading.objects.order_by("read_on", "pk").values_list("collection", "slug", "verdict")}
    for (name, slug), verdict in last.items():
        if name in found and (name, slug) not in hidden:
            found[name].verdicts[verdict] += 1
            found[name].reread += (name, slug) in shown


@dataclass(frozen=True)
class Number:
    """A number that others have published, beside ours. `ours` is None where this record does not count the same."""

    what: Any
    total: Any  # the entry that holds it
    ours: int | None
    ours_is: Any  # what this record counts, in words
    agrees: bool


@dataclass(frozen=True)
class Counts:
    """What a room counts: published numbers beside ours, and our own year by year."""

    numbers: Callable[[], list[Number]]
    years: Callable[[], tuple[list, list]]  # ([(label, meaning)], [(year, [count])])


_counts: list[Counts] = []


def register_counts(counts):
    _counts.append(counts)


def numbers() -> list[Number]:
    return [number for counts in _counts for number in counts.numbers()]


def years():
    """[(heads, rows)] of every room that counts."""
    return [counts.years() for counts in _counts]
