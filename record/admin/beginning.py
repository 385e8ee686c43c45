"""An entry begun from another: the next of its kind, or what follows from it, with what both share filled in.

Results are read out one after the other, from one document: nobody should choose the session, the election and the
source again for each of twenty candidates. What is filled in is checked and saved by the editor like all else.
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _t

from record.models import Entry, Revision, Stance, Status

NAME = "after"  # of the parameter: the label and primary key of what it is begun from
ITSELF = ""


@dataclass(frozen=True)
class FollowUp:
    """A kind that is written after another. `takes`: {its field: the way to the value from the entry in hand}."""

    model: type[models.Model]
    takes: dict = field(default_factory=dict)


class BegunFromOthers:
    """For an EntryAdmin. `carried`: the fields that the next of the kind has in common; `follow_ups`: what is written after it."""

    carried = ()
    follow_ups = ()

    def takes_from(self, model):
        """What a new entry of this kind takes over from one of a model: {field: way}."""
        if model is self.model:
            return {name: name for name in self.carried}
        others = self.admin_site.get_model_admin(model).follow_ups
        return next((other.takes for other in others if other.model is self.model), {})

    def get_changeform_initial_data(self, request):
        found = begun_from(request)
        return super().get_changeform_initial_data(request) | (self._shared(entry_of(found)) if found else {})

    def _shared(self, entry):
        found = {name: _follow(entry, way) for name, way in self.takes_from(type(entry)).items()}
        return {name: _as_typed(self.opts.get_field(name), value) for name, value in found.items() if value not in (None, "")}


def begun_from(request):
    """The entry or revision that a new entry is begun from; None where there is none."""
    label, _dot, pk = request.GET.get(NAME, "").rpartition(".")
    try:
        model, number = apps.get_model(label), int(pk)
    except (LookupError, ValueError):
        return None
    return model.objects.filter(pk=number).first() if issubclass(model, Entry | Revision) else None


def entry_of(thing):
    return thing.entry if isinstance(thing, Revision) else thing


def sources_after(thing, model, user):
    """The rows of citations that a new entry of a model begins with: the sources of what its author has just written."""
    if thing is None or thing.author_id != user.pk:
        return []
    same = type(thing) is model
    rows = {(row["source"], row["field"] if same else ""): row for row in _cited(thing)}
    return [row if same else row | {"field": "", "locator": ""} for row in rows.values()]


def _cited(thing):
    names = ("field", "source", "locator", "consulted", "stance")
    if isinstance(thing, Revision):
        cited = [citation for citation in thing.citations if citation not in thing.base["citations"]]
    else:
        cited = list(thing.citations.order_by("pk").values(*names))
    return [{name: citation[name] for name in names} for citation in cited if citation["stance"] == Stance.SUPPORTS]


def ways_on(thing) -> list[tuple[Any, str]]:
    """(what may be begun from it, the address of its form)."""
    entry = entry_of(thing)
    if entry.status == Status.RETRACTED or entry.hold:
        return []
    kind_admin = admin.site.get_model_admin(type(entry))
    ways = [(_t("another %(kind)s") % {"kind": entry._meta.verbose_name}, type(entry))] if kind_admin.carried else []
    ways += [(other.model._meta.verbose_name, other.model) for other in kind_admin.follow_ups]
    query = urlencode({NAME: f"{thing._meta.label}.{thing.pk}"})
    return [(label, f"{reverse(f'admin:{model._meta.app_label}_{model._meta.model_name}_add')}?{query}") for label, model in ways]


def _follow(entry, way):
    value = entry
    for name in filter(None, way.split("__")):
        value = getattr(value, name) if value is not None else None
    return value


def _as_typed(field, value):
    """As a form begins with it: of another entry, its key."""
    return getattr(value, field.target_field.attname) if isinstance(value, models.Model) else value
