"""What the database refuses, whoever asks: raw SQL against entries, citations, links and sources."""

from functools import partial

import pytest
from django.db import IntegrityError, connection

from record import workflow
from record.tests import factories
from record.tests.refusals import refused

pytestmark = pytest.mark.django_db

OUTSIDE = "public_change_in_an_edition"


def execute(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount == 1, "the statement met no row"


edition = partial(workflow.edition, "A try")  # inside, a raw statement stands in an edition


@pytest.fixture
def draft():
    return factories.make_state()


@pytest.fixture
def public():
    return factories.made_public(factories.make_state())


@pytest.fixture
def retracted(public):
    with edition():
        execute("UPDATE states_state SET status = 'retracted', retraction_reason = 'A mistake.' WHERE id = %s", public.pk)
    return public


PUBLISH = "UPDATE states_state SET status = 'published', origin = 'load', published_at = now() WHERE id = %s"

# A source for what is published


def test_a_fact_without_a_citation_cannot_be_published(draft):
    with refused("has_citation", "A published entry needs a source that supports it."), edition():
        execute(PUBLISH, draft.pk)


def test_a_fact_that_sources_only_contradict_cannot_be_published(draft):
    factories.cite(draft, stance="contradicts", field="name", rival_value="Other", reason="Older.")
    with refused("has_citation", "A published entry needs a source"), edition():
        execute(PUBLISH, draft.pk)


def test_a_row_inserted_as_published_needs_a_citation():
    statement = """
        INSERT INTO states_state (slug, published_at, iso3, name, name_fr, name_es, regional_group, un_status, independent_on, note,
            status, hold, origin, review_note, retraction_reason, created_at, updated_at)
        VALUES ('a', now(), 'XZZ', 'A', 'A', 'A', '', 'member', '', '', 'published', '', 'load', '', '', now(), now())"""
    with refused("has_citation", "A published entry needs a source"), edition():
        execute(statement)


def test_a_cited_fact_can_be_published(draft):
    factories.cite(draft)
    with edition():
        execute(PUBLISH, draft.pk)
    connection.check_constraints()


def test_the_last_citation_of_a_published_entry_cannot_be_deleted(public):
    with refused("has_citation", "A published entry needs a source"), edition():
        execute("DELETE FROM record_citation WHERE id = %s", public.citations.get().pk)


def test_the_last_citation_of_a_published_entry_cannot_change_its_stance(public):
    statement = "UPDATE record_citation SET stance = 'contradicts', field = 'name', rival_value = 'A', reason = 'Old.' WHERE id = %s"
    with refused("has_citation", "A published entry needs a source"), edition():
        execute(statement, public.citations.get().pk)


def test_the_last_citation_of_a_published_entry_cannot_move_to_another(public, draft):
    with refused("has_citation", "A published entry needs a source"), edition():
        execute("UPDATE record_citation SET object_id = %s WHERE id = %s", draft.pk, public.citations.get().pk)


def test_one_of_two_citations_of_a_published_entry_can_go(public):
    with edition():
        second = factories.cite(public)
        execute("DELETE FROM record_citation WHERE id = %s", second.pk)
    connection.check_constraints()


# An edition for each public change


def test_nothing_is_published_outside_an_edition(draft):
    factories.cite(draft)
    with refused(OUTSIDE, "A public entry changes only in an edition"):
        execute(PUBLISH, draft.pk)


def test_a_public_entry_does_not_change_outside_an_edition(public):
    with refused(OUTSIDE, "A public entry changes only in an edition"):
        execute("UPDATE states_state SET name = 'Other' WHERE id = %s", public.pk)


def test_a_retracted_entry_does_not_change_outside_an_edition(retracted):
    with refused(OUTSIDE, "A public entry changes only in an edition"):
        execute("UPDATE states_state SET name = 'Other' WHERE id = %s", retracted.pk)


def test_a_public_entry_changes_in_an_edition(public):
    with edition():
        execute("UPDATE states_state SET name = 'Other' WHERE id = %s", public.pk)


def test_the_edition_ends_with_its_transaction(public):
    with edition():
        pass
    with refused(OUTSIDE, "A public entry changes only in an edition"):
        execute("UPDATE states_state SET name = 'Other' WHERE id = %s", public.pk)


def test_a_draft_changes_outside_an_edition(draft):
    execute("UPDATE states_state SET name = 'Other' WHERE id = %s", draft.pk)


def test_a_public_entry_is_not_cited_outside_an_edition(public):
    with refused(OUTSIDE, "The sources of a public entry change only in an edition."):
        factories.cite(public)


def test_a_citation_of_a_public_entry_does_not_change_outside_an_edition(public):
    with refused(OUTSIDE, "The sources of a public entry change only in an edition."):
        execute("UPDATE record_citation SET locator = 'p. 2' WHERE id = %s", public.citations.get().pk)


def test_a_citation_does_not_move_to_a_public_entry_outside_an_edition(public, draft):
    moved = factories.cite(draft)
    with refused(OUTSIDE, "The sources of a public entry change only in an edition."):
        execute("UPDATE record_citation SET object_id = %s WHERE id = %s", public.pk, moved.pk)


def test_a_citation_of_a_draft_changes_outside_an_edition(draft):
    execute("UPDATE record_citation SET locator = 'p. 2' WHERE id = %s", factories.cite(draft).pk)


def test_a_source_of_a_public_entry_does_not_change_outside_an_edition(public):
    with refused(OUTSIDE, "A source of a public entry changes only in an edition."):
        execute("UPDATE record_source SET title = 'Other' WHERE id = %s", public.citations.get().source_id)


def test_a_source_that_only_drafts_cite_changes_outside_an_edition(draft):
    execute("UPDATE record_source SET title = 'Other' WHERE id = %s", factories.cite(draft).source_id)


def test_a_source_that_is_cited_cannot_be_deleted(draft):
    source = factories.cite(draft).source_id
    execute("DELETE FROM record_source WHERE id = %s", source)
    with pytest.raises(IntegrityError, match="violates foreign key constraint"):
        connection.check_constraints()


# Link rows


@pytest.fixture
def public_situation(public):
    return factories.made_public(factories.make_situation(public))


def test_a_public_situation_gets_no_state_outside_an_edition(public_situation, draft):
    with refused(OUTSIDE, "A public entry changes only in an edition."):
        execute("INSERT INTO cases_situationstate (situation_id, state) VALUES (%s, %s)", public_situation.pk, draft.iso3)


def test_a_public_situation_loses_no_state_outside_an_edition(public_situation):
    with refused(OUTSIDE, "A public entry changes only in an edition."):
        execute("DELETE FROM cases_situationstate WHERE situation_id = %s", public_situation.pk)


def test_a_public_situation_does_not_change_its_state_outside_an_edition(public_situation, draft):
    with refused(OUTSIDE, "A public entry changes only in an edition."):
        execute("UPDATE cases_situationstate SET state = %s WHERE situation_id = %s", draft.iso3, public_situation.pk)


def test_a_link_does_not_move_to_a_public_situation_outside_an_edition(public_situation, draft):
    other = factories.make_situation(draft)
    with refused(OUTSIDE, "A public entry changes only in an edition."):
        execute("UPDATE cases_situationstate SET situation_id = %s WHERE situation_id = %s", public_situation.pk, other.pk)


def test_a_draft_situation_gets_a_state_outside_an_edition(draft):
    situation = factories.make_situation()
    execute("INSERT INTO cases_situationstate (situation_id, state) VALUES (%s, %s)", situation.pk, draft.iso3)


# An address for ever


@pytest.mark.parametrize("status", ["public", "retracted"])
def test_the_address_of_what_was_public_cannot_change(request, status):
    entry = request.getfixturevalue(status)
    with refused("address_is_for_ever", "The address of an entry that was once public cannot change."), edition():
        execute("UPDATE states_state SET slug = 'elsewhere' WHERE id = %s", entry.pk)


def test_the_address_of_a_draft_can_change(draft):
    execute("UPDATE states_state SET slug = 'elsewhere' WHERE id = %s", draft.pk)


@pytest.mark.parametrize("status", ["public", "retracted"])
def test_what_was_public_cannot_be_deleted(request, status):
    entry = request.getfixturevalue(status)
    with refused("once_public_never_deleted", "An entry that was once public cannot be deleted: retract it."), edition():
        execute("DELETE FROM states_state WHERE id = %s", entry.pk)


def test_a_draft_can_be_deleted(draft):
    execute("DELETE FROM states_state WHERE id = %s", draft.pk)


@pytest.mark.parametrize("status", ["draft", "in_review"])
def test_what_was_public_cannot_become_a_draft_again(public, status):
    with refused("once_public_stays_public", "An entry that was once public cannot become a draft again"), edition():
        execute("UPDATE states_state SET status = %s, published_at = NULL WHERE id = %s", status, public.pk)


# Four eyes


def test_nobody_reviews_what_they_wrote(draft):
    editor = factories.make_editor()
    with refused("state_reviewer_is_not_its_author", 'new row for relation "states_state" violates check constraint'):
        execute("UPDATE states_state SET author_id = %s, reviewer_id = %s WHERE id = %s", editor.pk, editor.pk, draft.pk)


@pytest.mark.parametrize("status", ["published", "retracted"])
def test_what_an_editor_wrote_is_not_public_without_a_reviewer(draft, status):
    factories.cite(draft)
    with refused("state_public_was_read_or_loaded", "new row"), edition():
        execute("UPDATE states_state SET status = %s, published_at = now(), retraction_reason = 'A mistake.' WHERE id = %s", status, draft.pk)


def test_what_an_editor_wrote_is_public_with_another_reader(draft):
    factories.cite(draft)
    author, reader = factories.make_editor(), factories.make_reviewer()
    with edition():
        execute(
            "UPDATE states_state SET status = 'published', published_at = now(), author_id = %s, reviewer_id = %s WHERE id = %s",
            author.pk, reader.pk, draft.pk,
        )  # fmt: skip
    connection.check_constraints()


def test_a_retraction_states_its_reason(public):
    with refused("state_retracted_says_why", "new row"), edition():
        execute("UPDATE states_state SET status = 'retracted' WHERE id = %s", public.pk)


def test_what_is_public_has_its_day(draft):
    factories.cite(draft)
    with refused("state_public_has_its_day", "new row"), edition():
        execute("UPDATE states_state SET status = 'published', origin = 'load' WHERE id = %s", draft.pk)


def test_an_entry_has_an_address(draft):
    with refused("state_has_an_address", "new row"):
        execute("UPDATE states_state SET slug = '' WHERE id = %s", draft.pk)


# Citations


def test_a_source_is_cited_once_at_a_passage(draft):
    citation = factories.cite(draft, locator="para. 3")
    with refused("citation_is_given_once", "duplicate key value"):
        factories.cite(draft, citation.source, locator="para. 3")


@pytest.mark.parametrize("missing", ["field", "rival_value", "reason"])
def test_a_contradiction_says_of_what_what_and_why(draft, missing):
    said = {"field": "name", "rival_value": "Other", "reason": "Older."}
    with refused("citation_contradiction_says_what_and_why", "new row"):
        factories.cite(draft, stance="contradicts", **{**said, missing: ""})


def test_a_supporting_source_has_no_rival_value(draft):
    with refused("citation_support_has_no_rival_value", "new row"):
        factories.cite(draft, rival_value="Other")


def test_the_counter_of_editions_is_one_row():
    with refused("edition_counter_is_one_row", "new row"):
        execute("INSERT INTO record_editioncounter (id, number) VALUES (2, 1)")
