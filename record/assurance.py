"""How far the record can be trusted, in numbers: its sources, how they were read, what reading again and sweeping twice found."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from record.collection import Collection, collections
from record.exchange import hidden_keys
from record.models import ERRORS, Citation, Consulted, Reading, Settled, SourceKind, Stance, Sweep, SweepDifference, Verdict

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


def assurances(*chosen) -> list[Assurance]:
    """Of every collection, or of some, those that are kept current first. Reads in bulk."""
    found = {collection.name: Assurance(collection) for collection in chosen or collections()}
    sweeps, hidden = Sweep.objects.latest_of_each(), hidden_keys(*chosen)
    slugs = {}
    for name, assurance in found.items():
        slugs[name] = dict(assurance.collection.model.objects.public().order_by().values_list("pk", "slug"))
        assurance.entries, assurance.sweep = len(slugs[name]), sweeps.get(name)
    _count_sources(found, slugs)
    _count_readings(found, slugs, hidden)
    for difference in SweepDifference.objects.filter(collection__in=found).only("collection", "slug", "settled"):
        if difference.fact not in hidden:
            found[difference.collection].settled[difference.settled] += 1
    return sorted(found.values(), key=lambda assurance: not assurance.collection.core)


def _count_sources(found, slugs):
    types = ContentType.objects.get_for_models(*(assurance.collection.model for assurance in found.values()))
    names = {content_type.pk: model.collection for model, content_type in types.items()}
    best = defaultdict(dict)
    rows = Citation.objects.filter(stance=Stance.SUPPORTS, content_type__in=names)
    for type_id, pk, kind, consulted in rows.order_by().values_list("content_type_id", "object_id", "source__kind", "consulted"):
        name = names[type_id]
        if pk in slugs[name]:
            found[name].consulted[consulted] += 1
            key = CLASS_OF[kind]
            best[name][pk] = min(best[name].get(pk, key), key, key=_RANK.__getitem__)
    for name, keys in best.items():
        found[name].best.update(keys.values())


def _count_readings(found, slugs, hidden):
    stand, last = {name: set(of_it.values()) for name, of_it in slugs.items()}, {}
    for reading in Reading.objects.filter(collection__in=found).order_by("read_on", "pk").only("collection", "slug", "verdict"):
        last[reading.collection, reading.slug] = reading
    for (name, slug), reading in last.items():
        if reading.fact not in hidden:
            found[name].verdicts[reading.verdict] += 1
            found[name].reread += slug in stand[name]


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
