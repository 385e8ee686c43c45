"""Values computed by rules and stored, so that lists can filter by them: rooms register how, workflow recomputes.

A recomputation runs inside the edition that called for it and gets the primary keys of the
changed entries by model, or None after a load, when everything is computed anew.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Derivation:
    """`compute(changed)` writes the derived values that follow from the `inputs` (models; None: every kind of entry).

    `values()` is a query of what it wrote, as tuples, for checks.
    """

    name: str
    inputs: tuple[type, ...] | None
    compute: Callable[[Mapping[type, Sequence[int]] | None], None]
    values: Callable[[], Iterable[tuple]]


_derivations: list[Derivation] = []


def register(name, *, inputs, values):
    """Decorator: rooms call it in the order in which one derivation may rest on another."""

    def wrap(compute):
        _derivations.append(Derivation(name, inputs and tuple(inputs), compute, values))
        return compute

    return wrap


def recompute(entries=None):
    """Recompute what rests on these entries; on all, where `entries` is None."""
    if entries is None:
        for derivation in _derivations:
            derivation.compute(None)
        return
    changed = {}
    for entry in entries:
        changed.setdefault(type(entry), []).append(entry.pk)
    for derivation in _derivations:
        if derivation.inputs is None or any(model in changed for model in derivation.inputs):
            derivation.compute(changed)


def snapshot():
    """{name: set of tuples} of all that is stored now."""
    return {derivation.name: set(derivation.values()) for derivation in _derivations}
