"""Rows that a rule computed for an entry, in a table of their own: rooms register how they read in its history."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model


@dataclass(frozen=True)
class Computed:
    """`owner` is the way from a row to its entry of the collection `noun`; `say(row)` puts the row into words."""

    noun: str
    name: str
    label: Any
    model: type[Model]
    owner: str
    fields: tuple[str, ...]
    say: Callable[[Any], str]

    @property
    def owner_attname(self):
        return self.model._meta.get_field(self.owner).attname

    @property
    def key(self):
        """The field of the entry by which a row names it."""
        return self.model._meta.get_field(self.owner).target_field.attname


_computed: list[Computed] = []


def register(computed: Computed) -> Computed:
    _computed.append(computed)
    return computed


def computed_for(noun: str) -> list[Computed]:
    return [computed for computed in _computed if computed.noun == noun]
