"""Corrections, readings again and differences between sweeps: from their files to the pages, what is refused, and what is never shown."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from record import workflow
from record.assurance import assurances
from record.loading import BadData, load
from record.models import Reading, SweepDifference
from record.tests import factories as make
from record.tests.small_record import SmallRecord

pytestmark = pytest.mark.django_db

XRU = "findings/xru-2016"


@pytest.fixture
def small(tmp_path, empty_record):
    record = SmallRecord(tmp_path / "data")
    load(record.write())
    return record


def read_again(entry, verdict="confirmed", **values):
    source = entry.citations.first().source
    with workflow.edition("A reading for a test") as edition:
        return Reading.objects.create(**{
            "edition": edition, "collection": entry.collection, "slug": entry.slug, "source": source, "read_on": "2026-11-24",
            "read_by": "A second reader", "verdict": verdict, "what_was_read": "The decision, its first page.", **values,
        })  # fmt: skip


def differing(entry, **values):
    with workflow.edition("A difference for a test") as edition:
        return SweepDifference.objects.create(**{
            "edition": edition, "collection": entry.collection, "slug": entry.slug, "column": "decided_on", "record": "2016-09-01",
            "sweep": "2016-09-02", "settled": "record", "why": "The decision bears the day.", **values,
        })  # fmt: skip


@pytest.fixture
def finding():
    entry = make.make_finding()
    make.made_public(entry)
    return entry


def numbers_of(name):
    return next(one for one in assurances() if one.collection.name == name)


# The data files


def test_they_are_loaded_in_the_edition_of_the_load(small):
    reading, difference = Reading.objects.get(), SweepDifference.objects.get()
    assert (reading.fact, reading.verdict, reading.source.slug, reading.edition_id) == (XRU, "confirmed", "a-decision", 1)
    assert (difference.fact, difference.record, difference.sweep, difference.settled) == (XRU, "2016-09-01", "2016-09-02", "record")


def test_a_correction_of_the_files_is_a_public_notice(small, client):
    page = client.get("/findings/xru-2016/").content.decode()
    assert "The day was that of the press release." in page
    (notice,) = client.get("/findings/xru-2016/?format=json").json()["corrections"]
    assert notice["changes"] == [{"field": "decided_on", "before": "2016-09-02", "after": "2016-09-01"}]


def test_they_are_written_as_they_were_read(small, tmp_path):
    call_command("export_record", tmp_path / "out", stdout=StringIO())
    for file in ("corrections.csv", "readings.csv", "differences.csv"):
        assert (tmp_path / "out" / file).read_bytes() == (small.folder / file).read_bytes()


def test_loading_the_same_files_again_changes_nothing(small):
    assert load(small.write()).edition is None


@pytest.mark.parametrize(
    ("file", "column", "cell", "place", "reason"),
    [
        ("readings.csv", "fact", "dreams/one", "fact", "“dreams” is no collection."),
        ("readings.csv", "read_on", "2020-12", "read_on", "“2020-12” is not a day: write 2025-04-03."),
        ("readings.csv", "verdict", "fine", "verdict", "Value 'fine' is not a valid choice."),
        ("readings.csv", "source", "a-dream", "source", "“a-dream” is not in sources.csv."),
        ("readings.csv", "what_was_read", "", "what_was_read", "This field cannot be blank."),
        ("corrections.csv", "fact", "findings/none", "fact", "“findings/none” is no entry of these files."),
        ("corrections.csv", "kind", "joke", "kind", "Value 'joke' is not a valid choice."),
        ("corrections.csv", "what_was_wrong", "", "what_was_wrong", "This field cannot be blank."),
        ("corrections.csv", "changes", "decided_on", "changes", "Not a list of {“field”, “before”, “after”} in JSON."),
        ("corrections.csv", "changes", '[{"field": "decided_on"}]', "changes", "Not a list of {“field”, “before”, “after”} in JSON."),
        ("differences.csv", "settled", "forgotten", "settled", "Value 'forgotten' is not a valid choice."),
        ("differences.csv", "why", "", "why", "This field cannot be blank."),
        ("differences.csv", "fact", "findings/not a slug", "slug", "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    ],
)
def test_a_bad_row_is_refused_by_line_and_column(tmp_path, file, column, cell, place, reason):
    record = SmallRecord(tmp_path / "data")
    record.rows[file][0][column] = cell
    with pytest.raises(BadData) as refused:
        load(record.write())
    assert [(p.file, p.line, p.column, p.reason) for p in refused.value.problems] == [(file, 2, place, reason)]


def test_what_the_database_refuses_is_told_by_its_row(tmp_path, empty_record):
    record = SmallRecord(tmp_path / "data")
    record.rows["differences.csv"][0]["sweep"] = "2016-09-01"
    with pytest.raises(BadData) as refused:
        load(record.write())
    assert [(p.file, p.line, p.reason) for p in refused.value.problems] == [
        ("differences.csv", 2, "A difference has two values, and says why it was settled so.")
    ]


@pytest.mark.parametrize("values", [{"source": None}, {"what_was_read": ""}, {"read_by": ""}])
def test_the_database_refuses_a_reading_that_does_not_say_what_was_read(finding, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        read_again(finding, **values)


# What readers see


def test_an_entry_says_that_it_was_read_again_and_against_what(finding, client):
    read_again(finding)
    page = client.get(finding.get_absolute_url()).content.decode()
    assert "read again on 24 November 2026: confirmed" in page
    assert "The decision, its first page." in page
    assert client.get(f"{finding.get_absolute_url()}?format=json").json()["readings"][0]["verdict"] == "confirmed"


def test_an_entry_that_nobody_read_again_says_so(finding, client):
    assert "not yet read by a second person" in client.get(finding.get_absolute_url()).content.decode()


def test_as_known_before_the_reading_it_was_not_read(finding, client):
    before = client.get(f"{finding.get_absolute_url()}?format=json").json()["edition"]
    read_again(finding)
    assert client.get(f"{finding.get_absolute_url()}?known={before}&format=json").json()["readings"] == []


def test_the_error_rate_leaves_out_what_could_not_be_opened(empty_record):
    entries = [make.make_finding() for _ in range(4)]
    make.made_public(*entries)
    for entry, verdict in zip(entries, ("confirmed", "corrected", "not_confirmed", "confirmed"), strict=True):
        read_again(entry, verdict)
    one = numbers_of("findings")
    assert (one.readings, one.reread, one.opened, one.errors, round(one.error_rate, 1)) == (4, 4, 3, 1, 33.3)


def test_of_two_readings_of_an_entry_the_last_counts(finding):
    read_again(finding, "not_confirmed", read_on="2026-11-20")
    read_again(finding, "confirmed", read_on="2026-11-24")
    before = numbers_of("findings")
    read_again(finding, "corrected", read_on="2026-11-25")
    after = numbers_of("findings")
    assert (after.readings - before.readings, after.errors - before.errors) == (0, 1)


def test_an_entry_counts_under_the_class_of_its_best_source(empty_record):
    entry = make.make_finding()
    make.cite(entry, make.make_source(kind="press"))
    make.cite(entry, make.make_source(kind="un_document"))
    make.made_public(entry)
    best = numbers_of("findings").best
    assert best["press"] == 0
    assert sum(best.values()) == 1


def test_the_page_of_a_collection_shows_differences_and_how_they_were_settled(finding, client):
    differing(finding)
    page = client.get("/methodology/findings/").content.decode()
    assert f'<a href="{finding.get_absolute_url()}">{finding.slug}</a>' in page
    assert "<strong>The record stands.</strong> The decision bears the day." in page


def test_what_is_held_is_shown_nowhere(finding, client):
    differing(finding, why="Why Zed Zedson was left out.")
    read_again(finding, "not_confirmed", what_was_read="The page of Zed Zedson.")
    with workflow.edition("Held for a test"):
        type(finding).objects.filter(pk=finding.pk).update(hold="sealed")
    for address in ("/methodology/findings/", "/methodology/findings/?format=json", "/methodology/"):
        page = client.get(address).content.decode()
        assert ("Zed Zedson" in page, finding.slug in page) == (False, False), address


def test_what_was_said_of_a_retracted_entry_goes_with_it(finding, client):
    differing(finding, why="Why Zed Zedson was left out.")
    with workflow.edition("Retracted for a test"):
        type(finding).objects.filter(pk=finding.pk).update(status="retracted", retraction_reason="It was another day.")
    assert "Zed Zedson" not in client.get("/methodology/findings/").content.decode()


def test_what_is_held_is_not_exported(finding, tmp_path):
    differing(finding, why="Why Zed Zedson was left out.")
    with workflow.edition("Held for a test"):
        type(finding).objects.filter(pk=finding.pk).update(hold="sealed")
    call_command("export_record", tmp_path / "out", stdout=StringIO())
    assert "Zed Zedson" not in (tmp_path / "out" / "differences.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["/methodology/dreams/", "/methodology/sources/"])
def test_there_is_no_method_of_what_is_no_collection(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("query", ["format=csv", "format=pdf", "on=2025-01-01", "sate=HUN"])
@pytest.mark.parametrize("address", ["/methodology/", "/methodology/findings/"])
def test_what_the_page_does_not_know_is_refused_by_name(client, address, query):
    response = client.get(f"{address}?{query}")
    assert (response.status_code, query.split("=")[0] in response.content.decode()) == (400, True)
