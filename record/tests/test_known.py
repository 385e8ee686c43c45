"""The record as it stood: the views of `record.known`, whatever the kind."""

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, transaction
from psycopg import sql

from record import derived, workflow
from record.collection import collections
from record.day import today
from record.exchange import as_text
from record.known import SCHEMA, drop_views, known, make_views
from record.models import Citation, Edition, Entry, Hold, Source, Stamped, Status
from record.tests.factories import cite, made_public, make, make_finding

pytestmark = pytest.mark.django_db

ENTRIES = [model for model in apps.get_models() if issubclass(model, Entry)]
KEPT = [model for model in apps.get_models() if issubclass(model, Stamped) or hasattr(getattr(model, "history", None), "rel")]


def by_name(model):
    return model._meta.label


def rows(collection):
    return sorted([as_text(value) for value in row] for row in collection.rows(collection.public(today()), today()))


@pytest.mark.parametrize("model", [*KEPT, Edition], ids=by_name)
def test_what_is_kept_by_edition_has_a_view_with_its_columns(model):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = %s AND table_name = %s", [SCHEMA, model._meta.db_table]
        )
        assert {name for (name,) in cursor.fetchall()} == {field.column for field in model._meta.concrete_fields}


@pytest.mark.parametrize("collection", collections(), ids=str)
def test_at_the_current_edition_the_record_stands_as_it_is(collection):
    live = rows(collection)
    with known(Edition.current_number()):
        assert rows(collection) == live


def test_before_the_first_edition_there_is_nothing():
    with known(0):
        assert not any(collection.model.objects.exists() for collection in collections())
        assert not Edition.objects.exists()


@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_a_draft_is_in_no_view(model):
    draft = make(model)
    with known(Edition.current_number()):
        assert not model.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_an_entry_is_there_from_the_edition_that_published_it(model):
    before = Edition.current_number()
    entry = made_public(make(model))
    with known(before):
        assert not model.objects.filter(pk=entry.pk).exists()
    with known(Edition.current_number()):
        assert model.objects.public().filter(pk=entry.pk).exists()


@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_a_held_entry_is_in_no_view_of_any_edition(model):
    entry = made_public(make(model))
    published = Edition.current_number()
    with workflow.edition("Sealed"):
        entry.hold = Hold.SEALED
        entry.save()
    for number in (published, Edition.current_number()):
        with known(number):
            assert not model.objects.filter(pk=entry.pk).exists()


def test_an_earlier_edition_has_the_earlier_value_and_its_sources():
    from states.models import State

    state = State.objects.public().first()
    name, before = state.name, Edition.current_number()
    citations = set(state.citations.values_list("pk", "locator"))
    with workflow.edition("Renamed"):
        state.name = "Another name"
        state.save()
        Citation.objects.filter(pk=next(iter(citations))[0]).update(locator="another page")
    with known(before):
        then = State.objects.get(pk=state.pk)
        assert then.name == name
        assert set(then.citations.values_list("pk", "locator")) == citations


def test_what_was_computed_then_is_there_too():
    from states.models import Membership, TreatyAction

    action = TreatyAction.objects.public().of_statute().filter(kind="ratification").first()
    before, members = Edition.current_number(), Membership.objects.count()
    editor_free = workflow.edition("Taken back")
    with editor_free:
        action.status, action.retraction_reason = Status.RETRACTED, "A try"
        action.save()
        derived.recompute([action])
    assert Membership.objects.count() == members - 1
    with known(before):
        assert Membership.objects.filter(state=action.state).count() == 1


@pytest.mark.parametrize("model", [*KEPT, Edition], ids=by_name)
def test_nothing_can_be_written_through_a_view(model):
    with known(Edition.current_number()), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(SCHEMA, model._meta.db_table)))


def test_after_the_block_the_tables_answer_again():
    with known(0):
        pass
    assert Source.objects.exists()


def test_without_its_views_it_refuses_to_answer_with_the_rows_of_today():
    drop_views()
    with pytest.raises(ImproperlyConfigured, match="manage.py migrate"), known(1):
        pass
    make_views()


def test_a_source_that_is_edited_as_a_draft_again_stands_as_it_was_published():
    finding = made_public(make_finding())
    source = finding.citations.get().source
    published = Edition.current_number()
    with workflow.edition("Another source"):
        cite(finding)
        finding.citations.filter(source=source).delete()
        derived.recompute([finding])
    Source.objects.filter(pk=source.pk).update(title="A draft title")
    with known(published):
        assert Source.objects.get(pk=source.pk).title == source.title
