"""For every rule of the record a violation, planted into the loaded record; each returns the key of the entry that breaks it.

An empty key: the record as a whole. What a constraint forbids is planted without the constraint, what a trigger
forbids without the trigger; the test undoes it all.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from cases.models import Standing
from record import workflow
from record.models import Citation, Source
from states.models import Membership, TreatyAction

PLANTED = {}


def breaks(rule):
    """Decorator: registers what breaks the rule."""

    def wrap(plant):
        assert rule not in PLANTED, rule
        PLANTED[rule] = plant
        return plant

    return wrap


def change(model, slug, **values):
    """Change an entry past all code but the database's; returns its key."""
    with workflow.edition("Planted"):
        assert model.objects.filter(slug=slug).update(**values) == 1, slug
    return f"{model.collection}/{slug}"


def retract(entries):
    with workflow.edition("Planted"):
        assert entries.update(status="retracted", retraction_reason="Planted.")


def without(model, constraint):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {model._meta.db_table} DROP CONSTRAINT {constraint}")


def citations_of(model, slug):
    entry = model.objects.get(slug=slug)
    return Citation.objects.filter(content_type=ContentType.objects.get_for_model(model), object_id=entry.pk)


def sources_of(model, slug, **values):
    """Change every source of an entry; returns its key."""
    with workflow.edition("Planted"):
        Source.objects.filter(citations__in=citations_of(model, slug)).update(**values)
    return f"{model.collection}/{slug}"


def membership(state, **values):
    with workflow.edition("Planted"):
        Membership.objects.filter(state=state).update(**values)


def standing(person, **values):
    with workflow.edition("Planted"):
        assert Standing.objects.filter(person__slug=person).update(**values)
    return f"persons/{person}"


def key_of(entry):
    return f"{entry.collection}/{entry.slug}"


def act(state, kind):
    return TreatyAction.objects.of_statute().get(state=state, kind=kind).slug
