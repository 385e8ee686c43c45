"""Rules that must hold over the public record, each with its text, its severity, its source and a query.

A rule reads what is published and yields an Offence for each entry that breaks it. It reads in bulk: a few
queries, whatever the number of entries. What several rules read is read once in a run (`once`).
"""

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from record.known import known
from record.models import Edition


class Severity(models.TextChoices):
    """What a broken rule does, in order of weight."""

    BLOCKING = "blocking", _("refuses loading and publication")
    ERROR = "error", _("error: to be mended")
    WARNING = "warning", _("warning: to be looked into")


@dataclass(frozen=True, order=True)
class Offence:
    """An entry that breaks a rule, by its key (`findings/zaf-2017-07-06`), and a sentence that says how.

    Without a key it concerns the record as a whole.
    """

    key: str
    sentence: str

    def get_absolute_url(self):
        return reverse("entry", args=self.key.split("/")) if self.key else ""


@dataclass(frozen=True)
class Invariant:
    """A rule. `reads`: the kinds of entries by whose publication it may be broken; empty where that cannot be."""

    key: str
    text: Any
    severity: Severity
    rule: Any
    query: Callable[[], Iterable[Offence]]
    reads: tuple[type, ...] = ()

    def offences(self) -> list[Offence]:
        return sorted(set(self.query()))


@dataclass(frozen=True)
class Result:
    """A rule and what breaks it now."""

    invariant: Invariant
    offences: list[Offence]

    @property
    def holds(self) -> bool:
        return not self.offences


_invariants: dict[str, Invariant] = {}
_facts: ContextVar[dict | None] = ContextVar("facts", default=None)


def invariant(key, text, *, severity, rule, reads=()):
    """Decorator of a query: registers the rule. `rule`: the article, or the part of our method, that it comes from."""

    def wrap(query):
        assert key not in _invariants, key
        _invariants[key] = Invariant(key, text, Severity(severity), rule, query, tuple(reads))
        return query

    return wrap


def invariants() -> list[Invariant]:
    """All rules: the blocking ones first, then as they were registered."""
    weights = list(Severity)
    return sorted(_invariants.values(), key=lambda rule: weights.index(rule.severity))


def once(read):
    """Decorator of a reader without arguments: in a run of several rules it reads once. Nobody changes what it returns."""

    @wraps(read)
    def reader():
        facts = _facts.get()
        if facts is None:
            return read()
        if reader not in facts:
            facts[reader] = read()
        return facts[reader]

    return reader


@contextmanager
def reading_once():
    """Inside, each reader that is marked `once` reads once."""
    token = _facts.set({})
    try:
        yield
    finally:
        _facts.reset(token)


def run(rules=None) -> list[Result]:
    """Each rule with what breaks it; all rules, or some."""
    with reading_once():
        return [Result(rule, rule.offences()) for rule in (invariants() if rules is None else rules)]


def broken(*severities, reads=None) -> list[tuple[Invariant, Offence]]:
    """What breaks rules of these severities; with `reads`, of those that a publication of these kinds may break."""
    chosen = [rule for rule in invariants() if rule.severity in severities and (reads is None or set(reads) & set(rule.reads))]
    return [(result.invariant, offence) for result in run(chosen) for offence in result.offences]


def refuse(entries):
    """Raises ValidationError where the edition in hand, with these entries, breaks a blocking rule.

    To be called in the edition, after what rests on the entries was computed anew. Only the rules that may be
    broken by such entries are asked. What broke a rule in the edition before is not held against this one: it is
    compared with the record as known then, which is read only where something is found.
    """
    reads = {type(entry) for entry in entries}
    found = broken(Severity.BLOCKING, reads=reads)
    if not found:
        return
    with known(Edition.current_number() - 1):
        before = {(rule.key, offence.key) for rule, offence in broken(Severity.BLOCKING, reads=reads)}
    new = [offence.sentence for rule, offence in found if (rule.key, offence.key) not in before]
    if new:
        raise ValidationError(new)
