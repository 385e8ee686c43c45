"""What the loader refuses of measures, assistance, agreements and voices: each at its file, line and column, in a sentence."""

import pytest

from record.loading import BadData, load
from record.models import Edition
from record.tests.small_record import SmallRecord
from tests import loaded as test_database

pytestmark = pytest.mark.django_db
NO_CHOICE = "Value '{}' is not a valid choice."
OF_SOMEBODY = "An arrest, a surrender, an enforcement or a release is of a person: name them."
WHO_CAN = "A State pledges, or an organisation of States: name one of them. No other body can."

# What is spoilt in a row that is right otherwise: (file, cells, the column at which it is refused, the sentence)
MISWRITTEN = {
    "a measure of an unknown kind": ("measures.csv", {"kind": "sabotage"}, "kind", NO_CHOICE.format("sabotage")),
    "a measure against somebody not on record": ("measures.csv", {"officials": "nobody"}, "officials", "“nobody” is not in officials."),
    "an official named twice": ("measures.csv", {"officials": "an-official;an-official"}, "officials", "“an-official” stands in the list twice."),
    "a response to nothing on record": ("responses.csv", {"measures": "nothing"}, "measures", "“nothing” is not in measures."),
    "a contact with nobody": ("contacts.csv", {"person": ""}, "person", "Empty, but every entry of this kind has it."),
    "a signatory that is no State on record": ("statements.csv", {"signatories": "XRU;XXX"}, "signatories", "“XXX” is not in states."),
    "a vote that is none": ("votes.csv", {"vote": "maybe"}, "vote", NO_CHOICE.format("maybe")),
    "a pledge by a body that cannot pledge": (
        "pledges.csv", {"state": "", "organisation": "a_coalition"}, "organisation", NO_CHOICE.format("a_coalition"),
    ),
}  # fmt: skip
UNTRUE = {
    "a measure that ends before it starts": ("measures.csv", {"ended_on": "2016-09-30"}, "ended_on", "A measure cannot end before it starts."),
    "a measure that ended without saying how": (
        "measures.csv", {"end_reason": ""}, "end_reason", "A measure that ended has its day and how it ended; one that did not has neither.",
    ),
    "a response of a State and a body": ("responses.csv", {"body": "A court"}, "body", "Name the State or the body that acted, one of them."),
    "an arrest without a person": ("assistance.csv", {"person": "", "warrant": ""}, "person", OF_SOMEBODY),
    "a surrender without a person": ("assistance.csv", {"kind": "surrender", "person": "", "warrant": ""}, "person", OF_SOMEBODY),
    "an arrest without a State": ("assistance.csv", {"state": ""}, "state", "Name the State; only a person can come to the Court without one."),
    "evidence on a warrant": ("assistance.csv", {"kind": "evidence"}, "warrant", "Only an arrest or a surrender carries out a warrant."),
    "a position about nobody": ("positions.csv", {"person": ""}, "person", "Name the person, or the situation, that it is about."),
    "an agreement in force before it is signed": (
        "agreements.csv", {"in_force_on": "2013-01-19"}, "in_force_on", "An agreement cannot be in force before it is signed.",
    ),
    "an agreement that ends before it begins": (
        "agreements.csv", {"ended_on": "2013-05-27"}, "ended_on", "An agreement cannot end before it begins.",
    ),
    "a non-surrender agreement with itself": (
        "non_surrender_agreements.csv", {"other_state": "XRU"}, "other_state", "An agreement of this kind is made by two States.",
    ),
    "no law that has a title": (
        "laws.csv", {"covers": "none", "adopted_on": ""}, "covers", "Where there is no law, or none known, there is no title, day or section.",
    ),
    "a focal point that says nothing": ("focal_points.csv", {"office": "", "languages": ""}, "office", "Give the office or the languages."),
    "a joint statement of one State": (
        "statements.csv", {"state": "XRU"}, "body",
        "A statement is a State's or a body's: name one of them. Of several States, its signatories are listed.",
    ),
    "votes on words": ("statements.csv", {"in_favour": "3"}, "adopted", "Only a resolution, or a draft of one, is adopted and voted on."),
    "a follow-up as of no day": ("demands.csv", {"follow_up": "met"}, "as_of", "A follow-up holds for a day: give it."),
    "a pledge by nobody": ("pledges.csv", {"state": ""}, "state", WHO_CAN),
    "a pledge by a State and an organisation": ("pledges.csv", {"organisation": "african_union"}, "state", WHO_CAN),
    "a pledge kept before it is made": ("pledges.csv", {"kept_on": "2014-11-03"}, "kept_on", "A pledge cannot be kept before it is made."),
    "a pledge kept on a day and not kept": (
        "pledges.csv", {"kept": "not_kept"}, "kept", "Only a pledge that was kept, or kept in part, has the day of it.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def emptied(django_db_setup, django_db_blocker):
    """An empty database, for all tests of this module."""
    with django_db_blocker.unblock(), test_database.undone():
        test_database.clear()
        yield


def problems_of(record):
    """All problems, as (file, line, column, reason)."""
    with pytest.raises(BadData) as bad:
        load(record.write())
    return [(problem.file, problem.line, problem.column, problem.reason) for problem in bad.value.problems]


def spoilt(cases, folder):
    """What a load says of the small record with one row more for each case, and {case: its file and line}."""
    record, places = SmallRecord(folder / "data"), {}
    for number, (case, (file, cells, _column, _sentence)) in enumerate(cases.items()):
        record.rows[file].append(record.rows[file][0] | {"slug": f"spoilt-{number}"} | cells)
        record.cite(f"{file.removesuffix('.csv').replace('_', '-')}/spoilt-{number}")
        places[case] = file, len(record.rows[file]) + 1
    return problems_of(record), places


@pytest.fixture(scope="module")
def miswritten(emptied, tmp_path_factory):
    return spoilt(MISWRITTEN, tmp_path_factory.mktemp("miswritten"))


@pytest.fixture(scope="module")
def untrue(emptied, tmp_path_factory):
    return spoilt(UNTRUE, tmp_path_factory.mktemp("untrue"))


@pytest.mark.parametrize("case", MISWRITTEN)
def test_the_loader_names_the_cell_that_is_miswritten(miswritten, db, case):
    problems, places = miswritten
    assert (*places[case], *MISWRITTEN[case][2:]) in problems


@pytest.mark.parametrize("case", UNTRUE)
def test_the_loader_names_the_cell_that_cannot_be(untrue, db, case):
    problems, places = untrue
    assert (*places[case], *UNTRUE[case][2:]) in problems


def test_the_loader_names_nothing_else(miswritten, untrue, db):
    assert [len(miswritten[0]), len(untrue[0])] == [len(MISWRITTEN), len(UNTRUE)]


def test_nothing_is_loaded_where_rows_are_refused(untrue, db):
    assert not Edition.objects.exists()


# Where each row is right and the record would not be


@pytest.fixture
def small(emptied, db, tmp_path):
    return SmallRecord(tmp_path / "data")


def problem_of(small):
    [problem] = problems_of(small)
    return problem


def test_a_signatory_that_was_not_a_state_that_day_is_refused_at_its_statement(small):
    small.row("states.csv", "zembla")["independent_on"] = "2016-10-04"
    file, line, column, sentence = problem_of(small)
    assert (file, line, column) == ("statements.csv", 2, "signatories")
    assert sentence == "A State cannot sign before it was one: look at the day from which it is independent."


def test_a_state_that_signs_on_its_first_day_is_taken(small):
    small.row("states.csv", "zembla")["independent_on"] = "2016-10-03"
    assert load(small.write()).edition == 1


def test_a_changed_day_before_a_signatory_was_a_state_is_refused(small):
    small.row("states.csv", "zembla")["independent_on"] = "2016-10-03"
    load(small.write())
    small.row("statements.csv", "joint-2016").update(delivered_on="2016-10-02", measures="")
    file, line, column, sentence = problem_of(small)
    assert (file, line, column) == ("statements.csv", 2, "delivered_on")
    assert sentence == "A State cannot sign before it was one: look at the day from which it is independent."


def test_a_measure_against_an_official_that_names_none_is_refused(small):
    small.rows["measures.csv"][0]["officials"] = ""
    file, line, _column, sentence = problem_of(small)
    assert (file, line, "names none. (measure-against-officials-names-them)" in sentence) == ("measures.csv", 2, True)


def test_a_second_vote_of_a_state_is_refused(small):
    small.rows["votes.csv"].append(small.rows["votes.csv"][0] | {"slug": "once-more"})
    small.cite("votes/once-more")
    assert problem_of(small) == ("votes.csv", 3, "state", "The vote of this State is on record already.")


def test_a_number_given_to_two_demands_is_refused(small):
    small.rows["demands.csv"].append(small.rows["demands.csv"][0] | {"slug": "once-more"})
    small.cite("demands/once-more")
    assert problem_of(small) == ("demands.csv", 3, "number", "This number is given already in this call.")
