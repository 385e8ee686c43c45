"""What every kind of entry has, whoever adds the next one. Walks the models and names none."""

import pghistory
import pgtrigger
import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection

from record import collection as registry
from record.exchange import field_of
from record.fields import PartialDateField, SpanEdgeField, partial_date_fields
from record.models import Citation, Entry, Source
from record.models.history import EditionEvent


def links_of(model):
    """Its many-to-many fields but for those whose rows are entries themselves."""
    return [field for field in model._meta.local_many_to_many if not issubclass(field.remote_field.through, Entry)]


ENTRIES = [model for model in apps.get_models() if issubclass(model, Entry)]
LINKS = [link.remote_field.through for model in ENTRIES for link in links_of(model)]
TRACKED = [*ENTRIES, *LINKS, Citation, Source]
GUARDS = {"partial_dates", "guard_edition", "guard_delete", "has_citation"}
HISTORY = {"insert_insert", "update_update", "delete_delete"}


def by_name(model):
    return model._meta.label


def names_of_triggers(model):
    return {trigger.name for trigger in model._meta.triggers}


@pytest.fixture
def triggers_in_database(db):
    """{table: names of its triggers}, those that are switched off left out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'")
        found = {}
        for table, name in cursor.fetchall():
            found.setdefault(table, set()).add(name)
    return found


def test_there_are_entries_to_walk():
    assert len(ENTRIES) >= 15


@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_an_entry_has_the_guards(model):
    assert names_of_triggers(model) >= GUARDS


@pytest.mark.parametrize("model", TRACKED, ids=by_name)
def test_its_history_keeps_inserts_changes_and_deletes(model):
    assert names_of_triggers(model) >= HISTORY


@pytest.mark.parametrize("model", TRACKED, ids=by_name)
def test_the_database_has_every_trigger_that_the_model_names(model, triggers_in_database):
    wanted = {trigger.get_pgid(model) for trigger in model._meta.triggers}
    assert wanted <= triggers_in_database[model._meta.db_table]


@pytest.mark.parametrize("model", LINKS, ids=by_name)
def test_a_link_changes_in_an_edition(model):
    assert "guard_edition" in names_of_triggers(model)


@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_support_is_asked_for_when_the_transaction_ends(model):
    trigger = next(trigger for trigger in model._meta.triggers if trigger.name == "has_citation")
    assert trigger.timing == pgtrigger.Deferred


@pytest.mark.parametrize("model", TRACKED, ids=by_name)
def test_its_history_is_stamped_with_the_edition_and_only_grows(model):
    event = model.history.rel.related_model
    assert issubclass(event, EditionEvent)
    assert issubclass(event, pghistory.models.Event)
    assert "append_only" in names_of_triggers(event)


@pytest.mark.parametrize("model", TRACKED, ids=by_name)
def test_its_history_has_every_column(model):
    event = model.history.rel.related_model
    own = {field.column for field in model._meta.concrete_fields if not getattr(field, "generated", False)}
    assert own - {"id"} <= {field.column for field in event._meta.concrete_fields}


@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_its_constraints_include_those_of_every_entry(model):
    common = {constraint.name % {"class": model._meta.model_name} for constraint in Entry._meta.constraints}
    assert common <= {constraint.name for constraint in model._meta.constraints}


@pytest.mark.parametrize("model", TRACKED, ids=by_name)
def test_every_check_says_in_words_what_it_forbids(model):
    silent = [
        constraint.name for constraint in model._meta.constraints if constraint.violation_error_message == constraint.default_violation_error_message
    ]
    assert set(silent) <= {f"{model._meta.model_name}_has_an_address", "situation_names_a_state_once"}


@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_every_field_that_an_editor_fills_has_help(model):
    fields = [field for field in [*model._meta.local_fields, *links_of(model)] if field.editable and not field.primary_key]
    assert not [field.name for field in fields if not field.help_text]


@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_editors_can_reach_it(model):
    assert admin.site.is_registered(model)


@pytest.mark.parametrize("model", [*ENTRIES, Citation], ids=by_name)
def test_its_table_has_the_default_name(model):
    """The triggers of citations find an entry's table by its content type."""
    assert model._meta.db_table == f"{model._meta.app_label}_{model._meta.model_name}"


@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_it_has_a_collection_of_its_own(model):
    assert registry.of(model).model is model


def test_no_list_shows_anything_but_entries_and_sources():
    assert {collection.model for collection in registry.collections()} == set(ENTRIES)
    assert {collection.model for collection in registry.lists()} == {*ENTRIES, Source}


@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_its_only_door_to_the_public_side_is_public(model, db):
    assert "published" in str(model.objects.public().query)


@pytest.mark.parametrize("collection", registry.collections(), ids=str)
def test_every_stored_column_can_be_cited(collection):
    fields = {field.name for field in collection.model._meta.get_fields()}
    assert {field_of(column) for column in collection.stored_columns} <= fields


@pytest.mark.parametrize("collection", registry.collections(), ids=str)
def test_a_column_that_is_cited_is_one_field(collection):
    """A citation names a field; two columns of one field would share its sources."""
    cited = [field_of(column) for column in collection.stored_columns]
    assert len(cited) == len(set(cited))


@pytest.mark.parametrize("collection", registry.collections(), ids=str)
def test_every_field_that_an_editor_fills_is_in_the_data(collection):
    stored = {field_of(column) for column in collection.stored_columns}
    editable = {field.name for field in collection.model._meta.concrete_fields if field.editable and not field.primary_key}
    assert editable == stored - {link.name for link in links_of(collection.model)}


@pytest.mark.parametrize("model", [model for model in apps.get_models() if partial_date_fields(model)], ids=by_name)
def test_a_partial_date_has_both_edges(model):
    wanted = {(name, edge): f"{name}_{edge}" for name in partial_date_fields(model) for edge in ("earliest", "latest")}
    edges = {(field.text_field, field.edge): field.name for field in model._meta.local_fields if isinstance(field, SpanEdgeField)}
    assert edges == wanted


@pytest.mark.parametrize("model", [model for model in TRACKED if partial_date_fields(model)], ids=by_name)
def test_the_database_writes_both_edges(model):
    assert "partial_dates" in names_of_triggers(model)


@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_a_column_of_a_partial_date_is_called_a_date(model):
    collection = registry.of(model)
    for column in collection.stored_columns:
        field = model._meta.get_field(field_of(column))
        assert (column.kind == "date") == isinstance(field, PartialDateField), column.name


@pytest.mark.django_db
@pytest.mark.parametrize("model", ENTRIES, ids=by_name)
def test_the_factories_make_one(model):
    from record.tests import factories

    assert factories.make(model).pk
