"""Bad data files: every problem named by file, line, column and reason, and nothing but problems."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from record.exchange import Problem
from record.intake import Intake
from record.loading import BadData, load
from record.tests.small_record import ROWS, SmallRecord
from states.models import State
from tests import loaded as test_database


@pytest.fixture
def small(tmp_path):
    return SmallRecord(tmp_path / "data")


def problems_of(folder):
    """What reading a folder says, and what the database says where reading says nothing: as (file, line, column, reason)."""
    try:
        load(folder)
    except BadData as bad:
        return [(problem.file, problem.line, problem.column, problem.reason) for problem in bad.problems]
    return []


def only_problem(folder):
    problems = problems_of(folder)
    assert len(problems) == 1, problems
    return problems[0]


# Cells that reading refuses

CELLS = [
    ("visits.csv", "a-person-xru", "status", "teleported", "Value 'teleported' is not a valid choice."),
    ("states.csv", "zembla", "name", "", "Empty, but every entry of this kind has it."),
    ("states.csv", "zembla", "name", "Z" * 101, "at most 100 characters"),
    ("states.csv", "zembla", "name", " Zembla", "Starts or ends with a space"),
    ("states.csv", "zembla", "name", "Zem\x00bla", "a character that no text has"),
    ("states.csv", "zembla", "iso3", "XRU", "“XRU” stands in the file already."),
    ("treaty_actions.csv", "xze-signature", "state", "XXX", "“XXX” is not in states."),
    ("situations.csv", "zembla", "states", "XRU;XXX", "“XXX” is not in states."),
    ("situations.csv", "zembla", "states", "XRU;XRU", "“XRU” stands in the list twice."),
    ("situations.csv", "zembla", "states", "XRU;", "“” is not in states."),
    ("duties.csv", "xze-declaration", "since", "2013-02-30", "“2013-02-30” is not a day: write 2025-04-03."),
    ("duties.csv", "xze-declaration", "since", "2013-01", "“2013-01” is not a day: write 2025-04-03."),
    ("duties.csv", "xze-declaration", "since", "20130101", "“20130101” is not a day: write 2025-04-03."),
    ("duties.csv", "xze-declaration", "since", "2013-W01-2", "“2013-W01-2” is not a day: write 2025-04-03."),
    ("duties.csv", "xze-declaration", "articles", "86;;89", "cannot be blank"),
    ("findings.csv", "xru-2016", "decided_on", "2016-13", "“2016-13” is not a date: there is no month 13."),
    ("findings.csv", "xru-2016", "decided_on", "2016-09-31", "2016-09 has no day 31"),
    ("findings.csv", "xru-2016", "decided_on", "September", "write 2025, 2025-04 or 2025-04-03"),
    ("sources.csv", "a-report", "kind", "rumour", "Value 'rumour' is not a valid choice."),
    ("sources.csv", "a-report", "url", "example", "Enter a valid URL."),
    ("sources.csv", "a-report", "title", "", "cannot be blank"),
    ("citations.csv", "states/zembla", "source", "a-dream", "“a-dream” is not in sources.csv."),
    ("citations.csv", "states/zembla", "stance", "doubts", "Value 'doubts' is not a valid choice."),
    ("citations.csv", "states/zembla", "consulted", "", "cannot be blank"),
]


def line_of(record, file, row):
    """The line on which a row starts in its file."""
    before = record.rows[file][: next(place for place, other in enumerate(record.rows[file]) if other is row)]
    return 2 + len(before) + sum(str(cell).count("\n") for other in before for cell in other.values())


@pytest.mark.parametrize(("file", "key", "column", "cell", "reason"), CELLS)
def test_a_bad_cell_is_named_by_file_line_and_column(small, file, key, column, cell, reason):
    row = small.row(file, key)
    row[column] = cell
    named = [(p.file, p.line, p.column) for p in Intake(small.write()).problems if reason in p.reason]
    assert named == [(file, line_of(small, file, row), column)]


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        ("states/atlantis", "“states/atlantis” is no entry of these files."),
        ("wishes/zembla", "“wishes/zembla” is no entry of these files."),
        ("zembla", "“zembla” is no entry of these files."),
        ("", "“” is no entry of these files."),
        ("states/zembla#anthem", "states has no column “anthem”."),
        ("persons/a-person#stage", "persons has no column “stage”."),
    ],
)
def test_a_citation_of_what_is_not_there_is_named(small, fact, reason):
    small.cite(fact)
    assert [(p.file, p.column, p.reason) for p in Intake(small.write()).problems] == [("citations.csv", "fact", reason)]


def test_a_row_that_stands_twice_is_named(small):
    small.rows["cases.csv"].append(dict(small.rows["cases.csv"][0]))
    assert Intake(small.write()).problems == [Problem("cases.csv", 3, "slug", "“a-person” stands in the file already.")]


def test_a_source_that_stands_twice_is_named(small):
    small.rows["sources.csv"].append(dict(small.rows["sources.csv"][0]))
    assert Intake(small.write()).problems == [Problem("sources.csv", 4, "slug", "“a-decision” stands in the file already.")]


def test_a_source_that_nothing_cites_is_named(small):
    small.rows["sources.csv"].append({"slug": "unread", "kind": "press", "title": "Unread", "publisher": "Nobody"})
    assert Intake(small.write()).problems == [Problem("sources.csv", 4, "slug", "No citation names “unread”.")]


def test_an_entry_without_a_supporting_source_is_named(small):
    small.rows["citations.csv"].remove(small.row("citations.csv", "visits/a-person-xru"))
    [problem] = Intake(small.write()).problems
    assert (problem.file, problem.line, problem.column) == ("visits.csv", 2, "slug")


def test_an_entry_that_sources_only_contradict_is_named(small):
    citation = small.row("citations.csv", "visits/a-person-xru")
    citation.update(fact="visits/a-person-xru#host", stance="contradicts", rival_value="XZE", reason="Press.")
    [problem] = Intake(small.write()).problems
    assert problem.reason == "No source supports “a-person-xru”: add a row to citations.csv."


def test_all_problems_are_named_and_not_the_first(small):
    small.row("states.csv", "zembla")["un_status"] = "island"
    small.row("findings.csv", "xru-2016").update(decided_on="2016-13", outcome="perhaps")
    small.row("citations.csv", "visits/a-person-xru")["source"] = "a-dream"
    named = {(p.file, p.column) for p in Intake(small.write()).problems}
    wanted = {("states.csv", "un_status"), ("findings.csv", "decided_on"), ("findings.csv", "outcome"), ("citations.csv", "source")}
    assert named == wanted | {("visits.csv", "slug")}  # which has no other source


def test_a_line_is_counted_through_cells_of_several_lines(small):
    small.rows["findings.csv"].append({**small.row("findings.csv", "xru-2016"), "slug": "xru-2017", "decided_on": "2017-13"})
    small.cite("findings/xru-2017")
    assert [(p.line, p.column) for p in Intake(small.write()).problems] == [(4, "decided_on")]


# Files that cannot be read


def spoilt(small, file, change):
    path = small.write() / file
    path.write_bytes(change(path.read_bytes()))
    return [str(problem) for problem in Intake(small.folder).problems if problem.file == file]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda data: b"\xff" + data, "duties.csv: Not UTF-8: byte 0 cannot be read."),
        (lambda data: b"\xef\xbb\xbf" + data, "duties.csv:1: The header must be: slug,state,"),
        (lambda data: data.replace(b"slug", b"key", 1), "duties.csv:1: The header must be: slug,state,"),
        (lambda data: data.replace(b"slug,state", b"state,slug", 1), "duties.csv:1: The header must be: slug,state,"),
        (lambda data: b"", "duties.csv:1: The header must be: slug,state,"),
        (lambda data: data + b"one,two\n", "duties.csv:3: 2 cells where the header has 14."),
        (lambda data: data + b"\n", "duties.csv:3: 0 cells where the header has 14."),
        (lambda data: data + b'"open', "duties.csv:3: Not CSV (RFC 4180): unexpected end of data."),
        (lambda data: data + b'"a"b,', "duties.csv:3: Not CSV (RFC 4180): ',' expected after '\"'."),
    ],
)
def test_a_file_that_cannot_be_read_is_named(small, change, problem):
    assert [said[: len(problem)] for said in spoilt(small, "duties.csv", change)] == [problem]


def test_a_missing_file_is_named(small):
    (small.write() / "duties.csv").unlink()
    assert Problem("duties.csv", 0, "", "The file is missing.") in Intake(small.folder).problems


def test_an_empty_folder_is_named_file_by_file(tmp_path):
    assert len({p.file for p in Intake(tmp_path).problems}) == len(ROWS) + 1


# Rows that the database refuses


@pytest.fixture(scope="module")
def empty_database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), test_database.undone():
        test_database.clear()
        yield


ROWS_REFUSED = [
    ("warrants.csv", {"ended_on": "2014", "end_reason": "withdrawn"}, "ended_on", "A warrant cannot end before it is issued."),
    ("warrants.csv", {"ended_on": "2016"}, "end_reason", "Say why the warrant ended."),
    ("visits.csv", {"ends_on": "2015"}, "ends_on", "A visit cannot end before it starts."),
    ("duties.csv", {"until": "2012-01-01"}, "until", "A duty ends after it begins."),
    (
        "findings.csv", {"outcome": "not_found"}, "referral",
        "A matter is referred only where the Chamber found a failure or informed (article 87(7)).",
    ),
    ("situations.csv", {"situation_referral_on": "2013"}, "situation_referral_on", "A situation opened by the Prosecutor's own motion was not referred."),
    ("requests.csv", {"made_public_on": "2014"}, "made_public_on", "A request cannot become public before it is sent."),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("file", "cells", "column", "sentence"), ROWS_REFUSED)
def test_a_row_that_the_database_refuses_is_named_in_words(small, empty_database, file, cells, column, sentence):
    small.rows[file][0].update(cells)
    assert only_problem(small.write()) == (file, 2, column, sentence)


@pytest.mark.django_db
def test_a_citation_that_the_database_refuses_is_named_in_words(small, empty_database):
    small.row("citations.csv", "findings/xru-2016#decided_on")["rival_value"] = ""
    file, _, _, sentence = only_problem(small.write())
    assert (file, sentence) == ("citations.csv", "A source that says otherwise names the field, its value and why the record differs.")


@pytest.mark.django_db
def test_all_rows_that_the_database_refuses_are_named(small, empty_database):
    small.rows["warrants.csv"][0].update(ended_on="2014", end_reason="withdrawn")
    small.rows["visits.csv"][0].update(ends_on="2015")
    small.add_state("zenda", "XZ1"), small.add_state("zilch", "XZ2")
    named = {(file, line) for file, line, _, _ in problems_of(small.write())}
    assert named == {("warrants.csv", 2), ("visits.csv", 2), ("states.csv", 4), ("states.csv", 5)}


# Anything at all

CELL = st.one_of(
    st.sampled_from(["", "XRU", "XZE;XRU", "2016-09", "20160901", "2016-09-31", "found", "a-person", "states/zembla#name", "\x00", "0", "'; --"]),
    st.text(max_size=20),
)


@st.composite
def spoilings(draw):
    """Some cells, each as (file, number of the row, number of the column, text)."""
    file = st.sampled_from([*ROWS, "citations.csv"])
    return draw(st.lists(st.tuples(file, st.integers(0, 30), st.integers(0, 20), CELL), min_size=1, max_size=3))


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spoilings=spoilings())
def test_any_text_in_any_cell_is_loaded_or_named(empty_database, tmp_path, spoilings):
    record = SmallRecord(tmp_path / "wild")
    for file, row, column, text in spoilings:
        header, rows = record.header(file), record.rows[file]
        rows[row % len(rows)][header[column % len(header)]] = text
    with test_database.undone():
        problems = problems_of(record.write())
        loaded = State.objects.exists()
    assert loaded is not bool(problems)
    assert all(file.endswith(".csv") and reason for file, _, _, reason in problems)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from([*ROWS, "citations.csv"]), data=st.binary(max_size=200))
def test_any_bytes_in_any_file_are_named(tmp_path, file, data):
    record = SmallRecord(tmp_path / "wild")
    (record.write() / file).write_bytes(data)
    assert re.match(rf"{file}(:\d+)?: ", str(next(problem for problem in sorted(Intake(record.folder).problems) if problem.file == file)))
