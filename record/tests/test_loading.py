"""Loading the data files: all or nothing, nothing twice, and never over the work of editors."""

import pytest

from cooperation.models import ArrestPosition
from record import workflow
from record.collection import collections
from record.exchange import LOGS
from record.loading import BadData, editors_have_worked, load
from record.models import Citation, Edition, Origin, Source, Status
from record.tests import factories
from record.tests.small_record import SmallRecord
from states.models import Membership, State, TreatyAction
from tests import loaded as test_database

pytestmark = pytest.mark.django_db

NO_ENTRIES = {"sources.csv", "citations.csv", *(log.file for log in LOGS)}


@pytest.fixture(scope="module")
def small_record_loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """A database that has the small record, as edition 1, and nothing else; each test works on top of it."""
    with django_db_blocker.unblock(), test_database.undone():
        test_database.clear()
        load(SmallRecord(tmp_path_factory.mktemp("small") / "data").write())
        yield


@pytest.fixture
def loaded(small_record_loaded, db, tmp_path):
    """The small record as it was loaded: its rows to be changed and written again."""
    record = SmallRecord(tmp_path / "data")
    record.write()
    return record


@pytest.fixture
def small(loaded):
    """The same, and an empty database."""
    test_database.clear()
    return loaded


@pytest.fixture
def edited(loaded):
    """The small record loaded, and one draft begun by an editor."""
    factories.make_state(author=factories.make_editor())
    return loaded


def entries():
    """{key: (status, origin)} of every entry."""
    found = {}
    for collection in collections():
        rows = collection.model.objects.values_list("slug", "status", "origin")
        found.update({f"{collection.name}/{slug}": (status, origin) for slug, status, origin in rows})
    return found


def events_of_entries():
    """How many changes of entries, citations and sources were ever made."""
    models = [collection.model for collection in collections()] + [Citation, Source]
    return sum(model.history.rel.related_model.objects.count() for model in models)


# An empty database


def test_an_empty_database_is_filled_in_edition_1(small):
    assert load(small.write()).edition == 1


def test_what_is_loaded_is_published_and_says_that_it_was_loaded(loaded):
    assert set(entries().values()) == {(Status.PUBLISHED, Origin.LOAD)}


def test_every_row_is_loaded(loaded):
    assert len(entries()) == sum(len(rows) for file, rows in loaded.rows.items() if file not in NO_ENTRIES)


def test_what_is_loaded_is_compiled_and_not_read(loaded):
    assert State.objects.get(iso3="XRU").reading == "compiled"


def test_what_follows_from_the_record_is_computed(loaded):
    assert [str(day) for day in Membership.objects.values_list("since", flat=True)] == ["2012-07-01"]


def test_a_net_result_is_computed_when_loading(loaded):
    from cooperation.models import Proceeding

    assert Proceeding.objects.get().outcome == "found"


# Nothing twice


def test_loading_again_makes_no_edition(loaded):
    assert load(loaded.folder).edition is None


def test_loading_again_changes_nothing(loaded):
    before = events_of_entries()
    load(loaded.folder)
    assert (events_of_entries(), Edition.objects.count()) == (before, 1)


# Differences, while only loads have been at work


def test_a_changed_cell_makes_a_second_edition(loaded):
    loaded.row("states.csv", "ruritania")["name"] = "Kingdom of Ruritania"
    assert load(loaded.write()).edition == 2


def test_a_changed_cell_is_published(loaded):
    loaded.row("states.csv", "ruritania")["name"] = "Kingdom of Ruritania"
    load(loaded.write())
    assert State.objects.get(iso3="XRU").name == "Kingdom of Ruritania"


@pytest.mark.parametrize(
    ("file", "key", "column", "value"),
    [
        ("persons.csv", "a-person", "also_known_as", "The C"),
        ("persons.csv", "a-person", "nationality", ""),
        ("warrants.csv", "a-person-2015", "issued_on", ""),
        ("treaty_actions.csv", "xru-accession", "effected_on", "2012-05-02"),
        ("situations.csv", "zembla", "states", "XZE"),
        ("citations.csv", "states/ruritania", "locator", "para. 3"),
        ("sources.csv", "a-report", "title", "Another report"),
    ],
)
def test_any_changed_cell_is_loaded(loaded, file, key, column, value):
    loaded.row(file, key)[column] = value
    load(loaded.write())
    assert load(loaded.folder).edition is None


def test_a_changed_deposit_changes_the_membership(loaded):
    loaded.row("treaty_actions.csv", "xru-accession")["effected_on"] = "2012-07-02"
    load(loaded.write())
    assert [str(day) for day in Membership.objects.values_list("since", flat=True)] == ["2012-09-01"]


def test_only_what_differs_is_written(loaded):
    loaded.row("states.csv", "ruritania")["name"] = "Kingdom of Ruritania"
    report = load(loaded.write())
    assert (sum(report.added.values()), {name: count for name, count in report.changed.items() if count}) == (0, {"states": 1})


def test_a_new_row_is_added_in_a_second_edition(loaded):
    loaded.add_state("zenda", "XZA")
    assert (load(loaded.write()).edition, State.objects.get(iso3="XZA").status) == (2, Status.PUBLISHED)


def test_a_row_that_is_gone_is_told_and_stays(loaded):
    loaded.rows["visits.csv"].clear()
    loaded.rows["citations.csv"].remove(loaded.row("citations.csv", "visits/a-person-xru"))
    report = load(loaded.write())
    assert (report.absent, entries()["visits/a-person-xru"][0]) == (["visits/a-person-xru"], Status.PUBLISHED)


# All or nothing


def test_one_bad_row_loads_nothing(small):
    small.row("visits.csv", "a-person-xru")["status"] = "teleported"
    with pytest.raises(BadData):
        load(small.write())
    assert (entries(), Source.objects.count(), Edition.objects.count()) == ({}, 0, 0)


def test_one_row_that_the_database_refuses_loads_nothing(small):
    small.row("warrants.csv", "a-person-2015").update(ended_on="2014", end_reason="withdrawn")
    with pytest.raises(BadData):
        load(small.write())
    assert (entries(), Source.objects.count(), Edition.objects.count()) == ({}, 0, 0)


def test_one_bad_row_changes_nothing_of_what_was_loaded(loaded):
    before = events_of_entries()
    loaded.row("states.csv", "ruritania")["name"] = "Kingdom of Ruritania"
    loaded.row("warrants.csv", "a-person-2015").update(ended_on="2014", end_reason="withdrawn")
    with pytest.raises(BadData):
        load(loaded.write())
    assert events_of_entries() == before


# Those that point to others of their kind

FIRST, SECOND, THIRD = "xru-2015", "xru-2016", "xru-2017"  # positions, each superseded by the next


def chained(record, order):
    """The record with a third position that supersedes the second, and the rows in this order."""
    record.row("positions.csv", SECOND)["superseded_by"] = THIRD
    record.rows["positions.csv"].append(record.row("positions.csv", SECOND) | {"slug": THIRD, "stated_on": "2017-01-01", "superseded_by": ""})
    record.cite(f"positions/{THIRD}")
    record.rows["positions.csv"] = [record.row("positions.csv", slug) for slug in order]
    return record


def chain():
    return dict(ArrestPosition.objects.values_list("slug", "superseded_by__slug"))


@pytest.mark.parametrize("order", [(FIRST, SECOND, THIRD), (SECOND, FIRST, THIRD), (THIRD, SECOND, FIRST)])
def test_a_chain_is_loaded_in_any_order_of_its_rows(small, order):
    load(chained(small, order).write())
    assert chain() == {FIRST: SECOND, SECOND: THIRD, THIRD: None}


def test_a_chain_grows_at_its_end(loaded):
    load(chained(loaded, (THIRD, SECOND, FIRST)).write())
    assert chain() == {FIRST: SECOND, SECOND: THIRD, THIRD: None}


def test_a_chain_becomes_drafts_where_editors_have_worked(edited):
    edited.rows["positions.csv"] += [
        edited.row("positions.csv", SECOND) | {"slug": "one", "superseded_by": "two"},
        edited.row("positions.csv", SECOND) | {"slug": "two"},
    ]
    edited.cite("positions/one"), edited.cite("positions/two")
    load(edited.write())
    assert ArrestPosition.objects.get(slug="one").superseded_by.status == Status.DRAFT


def test_a_circle_is_refused_at_each_of_its_rows(small):
    small.row("positions.csv", SECOND)["superseded_by"] = FIRST
    with pytest.raises(BadData) as bad:
        load(small.write())
    assert [str(problem) for problem in bad.value.problems] == [
        f"positions.csv:{line}: superseded_by: It points to others of its kind, and they back to it: a circle." for line in (2, 3)
    ]


def test_what_points_at_a_circle_is_not_loaded_either(small):
    chained(small, (FIRST, SECOND, THIRD)).row("positions.csv", THIRD)["superseded_by"] = SECOND
    with pytest.raises(BadData):
        load(small.write())
    assert not ArrestPosition.objects.exists()


def test_a_row_that_points_to_one_that_was_refused_is_no_problem_of_its_own(small):
    small.row("positions.csv", SECOND)["person"] = ""
    with pytest.raises(BadData) as bad:
        load(small.write())
    assert [(problem.file, problem.line, problem.column) for problem in bad.value.problems] == [("positions.csv", 3, "person")]


# Where editors have worked


def test_a_draft_is_the_work_of_an_editor(edited):
    assert editors_have_worked()


def test_a_reading_is_the_work_of_an_editor(loaded):
    workflow.confirm_reading(State.objects.get(iso3="XRU"), by=factories.make_reviewer())
    assert editors_have_worked()


def test_a_load_is_not_the_work_of_an_editor(loaded):
    assert not editors_have_worked()


def test_the_same_files_change_nothing_where_editors_have_worked(edited):
    before = events_of_entries()
    load(edited.folder)
    assert (events_of_entries(), Edition.objects.count()) == (before, 1)


def test_a_new_row_becomes_a_draft_where_editors_have_worked(edited):
    edited.add_state("zenda", "XZA")
    report = load(edited.write())
    assert (report.edition, report.drafted, State.objects.get(iso3="XZA").status) == (None, {"states": 1}, Status.DRAFT)


def test_a_draft_from_the_files_has_its_sources(edited):
    edited.add_state("zenda", "XZA")
    load(edited.write())
    assert State.objects.get(iso3="XZA").citations.get().source.slug == "a-decision"


def test_a_row_that_became_a_draft_is_not_drafted_twice(edited):
    edited.add_state("zenda", "XZA")
    load(edited.write())
    assert load(edited.folder).drafted == {}


def test_a_differing_row_is_told_where_editors_have_worked(edited):
    edited.row("states.csv", "ruritania")["name"] = "Kingdom of Ruritania"
    assert load(edited.write()).differing == ["states/ruritania"]


def test_a_redeploy_changes_no_published_entry(edited):
    before = events_of_entries()
    edited.row("states.csv", "ruritania")["name"] = "Kingdom of Ruritania"
    edited.row("citations.csv", "states/zembla")["locator"] = "para. 3"
    edited.row("sources.csv", "a-report")["title"] = "Another report"
    edited.rows["visits.csv"].clear()
    edited.rows["citations.csv"].remove(edited.row("citations.csv", "visits/a-person-xru"))
    load(edited.write())
    assert (events_of_entries(), Edition.objects.count()) == (before, 1)


def test_what_an_editor_retracted_stays_retracted(loaded):
    action = TreatyAction.objects.get(slug="xze-signature")
    workflow.retract(action, by=factories.make_reviewer(), reason="Not found.")
    load(loaded.folder)
    assert entries()["treaty-actions/xze-signature"][0] == Status.RETRACTED
