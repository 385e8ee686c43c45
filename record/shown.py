"""Which sources readers see: those that a public entry cites."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from record import derived
from record.models import Citation, Entry, Source


@derived.register("shown", inputs=None, values=lambda: Source.objects.values_list("slug", "shown"))
def compute_shown(changed):
    """Of the sources that the changed entries cite or once cited; of all, after a load."""
    sources = Source.objects.all() if changed is None else Source.objects.filter(pk__in=_ever_cited(changed))
    pks = set(sources.values_list("pk", flat=True))
    shown = _cited_by_public_entries(pks if changed is not None else None)
    Source.objects.filter(pk__in=pks & shown, shown=False).update(shown=True)
    Source.objects.filter(pk__in=pks - shown, shown=True).update(shown=False)


def _ever_cited(changed):
    history = Citation.history.rel.related_model.objects
    pks = set()
    for model, entries in changed.items():
        cited = history.filter(content_type=ContentType.objects.get_for_model(model), object_id__in=entries)
        pks |= set(cited.values_list("source_id", flat=True))
    return pks


def _cited_by_public_entries(sources):
    """Primary keys; of these sources, or of all where None."""
    found = set()
    for model in apps.get_models():
        if issubclass(model, Entry):
            citations = Citation.objects.filter(
                content_type=ContentType.objects.get_for_model(model), object_id__in=model.objects.addressable().values("pk")
            )
            if sources is not None:
                citations = citations.filter(source__in=sources)
            found |= set(citations.order_by().values_list("source_id", flat=True).distinct())
    return found
