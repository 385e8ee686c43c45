"""Bad input about the Assembly and the money: refused by the form at its field, by the loader at its cell, by the database.

That the database refuses each, by which constraint, stands in test_models.py.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from assembly.models import Budget, BudgetLine, Candidate, Decision, Election, FinancialPosition, VoluntaryContribution
from record import workflow
from record.loading import BadData, load
from record.tests import factories as make
from record.tests.desk import page, typed
from record.tests.small_record import SmallRecord

pytestmark = pytest.mark.django_db
NO_NUMBER = "“{}” is not a whole number: write all its digits, and nothing but digits."
IN_EUROS = "Amounts are in whole euros: this one looks like thousands."
HAS_ITS_UNIT = "An amount has its currency, and a currency its amount: EUR, USD ..."
ONE_AT_A_TIME = "Somebody else holds this office in that period: only one person can."
OF_A_BALLOT = "A whole number for each ballot, or ? where it was not published."


# The form


@pytest.fixture
def editor():
    return make.make_editor("ana")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def an_election(**values):
    return make.make_election(rounds=2, parties_voting=["112", "110"], **values)


@dataclass(frozen=True)
class Typed:
    """What is typed into the form of a draft, at which field it is refused, and the sentence there."""

    make: Any
    values: dict
    place: str
    sentence: str


TYPED = {
    "a term that overlaps": Typed(
        lambda **values: make.make_term(
            official=make.make_term(office="prosecutor", since="1990-03-11", until="1993-03-11").official and make.make_official(),
            office="prosecutor", since="1993-03-11", until="1996-03-11", **values,
        ), {"since": "1993-03-10"}, "since", ONE_AT_A_TIME,
    ),
    "more votes than were present": Typed(
        lambda **values: make.make_decision(adopted_by="vote", in_favour=80, against=2, parties_voting=82, **values), {"against": "3"},
        "parties_voting", "More votes in favour and against than States Parties present and voting.",
    ),
    "more votes for a candidate": Typed(
        lambda **values: make.make_candidate(election=an_election(), votes=["75"], **values), {"votes": "75; 111"},
        "votes", "Ballot 2: 111 votes, where 110 States Parties were present and voting.",
    ),
    "fewer voting than votes": Typed(
        lambda **values: make.make_candidate(election=an_election(**values), votes=["75"], name="Jo Doe").election, {"parties_voting": "74; ?"},
        "parties_voting", "Ballot 1: Jo Doe has 75 votes, more than the 74 present and voting.",
    ),
    "votes that are no numbers": Typed(
        lambda **values: make.make_candidate(election=an_election(), **values), {"votes": "75; most"}, "votes", f"Item 2, “most”: {OF_A_BALLOT}",
    ),
    "votes with a comma between": Typed(
        lambda **values: make.make_candidate(election=an_election(), **values), {"votes": "75, 68"}, "votes", f"Item 1, “75, 68”: {OF_A_BALLOT}",
    ),
    "votes with a gap": Typed(
        lambda **values: make.make_candidate(election=an_election(), **values), {"votes": "75;; 68"}, "votes", "Item 2 is empty.",
    ),
    "a provision too long": Typed(
        make.make_amendment, {"provisions": "8 bis; as the Working Group wrote"}, "provisions",
        "Item 2, “as the Working Group wrote”: Ensure this value has at most 20 characters (it has 26).",
    ),
    "a budget without its year": Typed(make.make_budget, {"year": ""}, "year", "This field is required."),
    "a budget of no year of the Court": Typed(make.make_budget, {"year": "202"}, "year", "A budget has its year, 2003 or later."),
    "thousands": Typed(make.make_budget, {"proposed_eur": "141600"}, "proposed_eur", IN_EUROS),
    "thousands as printed": Typed(make.make_budget, {"approved_eur": "141,600.0"}, "approved_eur", NO_NUMBER.format("141,600.0")),
    "thousands with decimals": Typed(make.make_budget_line, {"approved_eur": "47382.1"}, "approved_eur", NO_NUMBER.format("47382.1")),
    "thousands with decimals that are nil": Typed(make.make_budget_line, {"approved_eur": "47382.0"}, "approved_eur", NO_NUMBER.format("47382.0")),
    "millions": Typed(make.make_financial_position, {"amount_eur": "141.6 million"}, "amount_eur", NO_NUMBER.format("141.6 million")),
    "an amount with no unit": Typed(make.make_voluntary_contribution, {"currency": ""}, "currency", HAS_ITS_UNIT),
    "a unit with no amount": Typed(make.make_voluntary_contribution, {"amount": ""}, "currency", HAS_ITS_UNIT),
    "an amount with commas": Typed(
        make.make_voluntary_contribution, {"amount": "50,000.00"}, "amount", "This is not a number: digits only, with a point before the decimals.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TYPED.values(), ids=TYPED)
def test_the_form_refuses_at_its_field_and_loses_nothing(desk, editor, case):
    draft = case.make(author=editor)
    form = typed(desk.get(page(draft)), **case.values)
    answer = desk.post(page(draft), form)
    said = answer.context["adminform"].form
    assert (answer.status_code, said.errors.get(case.place)) == (200, [case.sentence])
    assert {name: said[name].value() for name in case.values} == case.values
    stored = type(draft).objects.get(pk=draft.pk)
    assert typed_as(stored, case.values) == typed_as(draft, case.values)


def typed_as(entry, names):
    return {name: str(getattr(entry, name)) for name in names}


@pytest.mark.parametrize(
    ("model", "field", "meant"),
    [(Candidate, "votes", "ballot"), (Election, "parties_voting", "ballot"), (Budget, "approved_eur", ""), (Decision, "number", "")],
)
def test_a_form_says_how_a_list_is_written(desk, model, field, meant):
    help_text = desk.get(page(model, "add")).context["adminform"].form.fields[field].help_text
    assert ("A semicolon between two." in help_text, meant in help_text) == (bool(meant), True)


@pytest.mark.parametrize(("model", "name"), [(Budget, "approved_eur"), (BudgetLine, "approved_eur"), (FinancialPosition, "amount_eur")])
def test_a_browser_sends_an_amount_as_it_was_typed(desk, model, name):
    """A box for numbers would drop the comma of 141,600.0 without a word, and send thousands as euros."""
    assert desk.get(page(model, "add")).context["adminform"].form.fields[name].widget.input_type == "text"


@pytest.mark.parametrize("written", ["75;68", "75; 68", " 75 ;68 "])
def test_a_list_is_kept_as_its_items(desk, editor, written):
    candidate = make.make_candidate(election=an_election(), author=editor)
    desk.post(page(candidate), typed(desk.get(page(candidate)), votes=written))
    candidate.refresh_from_db()
    assert candidate.votes == ["75", "68"]
    assert desk.get(page(candidate)).context["adminform"].form["votes"].value() == "75; 68"


class TestAChangeOfWhatIsPublished:
    """The form of a revision refuses the same, at the same fields."""

    def propose(self, desk, editor, entry, **values):
        revision = workflow.begin(make.made_public(entry), by=editor)
        answer = desk.post(page(revision), typed(desk.get(page(revision)), **values))
        return answer.context["adminform"].form.errors

    def test_a_term_that_overlaps(self, desk, editor):
        make.make_term(office="prosecutor", since="1990-03-11", until="1993-03-11")
        term = make.make_term(office="prosecutor", since="1993-03-11", until="1996-03-11")
        assert self.propose(desk, editor, term, since="1993-03-10")["since"] == [ONE_AT_A_TIME]

    def test_fewer_voting_than_votes(self, desk, editor):
        candidate = make.make_candidate(election=an_election(), votes=["75"], name="Jo Doe")
        said = self.propose(desk, editor, candidate.election, parties_voting="74; 110")
        assert said["parties_voting"] == ["Ballot 1: Jo Doe has 75 votes, more than the 74 present and voting."]


class TestWhereTheFormDoesNotSeeIt:
    """Somebody else was faster: the database refuses, the page says it at the field, and no status is 500."""

    def test_votes_beyond_those_voting(self, desk, editor, monkeypatch):
        candidate = make.make_candidate(election=an_election(), votes=["75"], author=editor)
        monkeypatch.setattr(Candidate, "clean", lambda self: None)
        self.is_refused(desk, candidate, {"votes": "113"}, "votes", "A candidate has more votes in a ballot than there were States Parties")

    def test_those_voting_below_the_votes(self, desk, editor, monkeypatch):
        election = make.make_candidate(election=an_election(author=editor), votes=["75"]).election
        monkeypatch.setattr(Election, "clean", lambda self: None)
        self.is_refused(desk, election, {"parties_voting": "74; ?"}, "parties_voting", "A candidate has more votes in a ballot")

    def test_a_term_that_overlaps(self, desk, editor, monkeypatch):
        make.make_term(office="prosecutor", since="1990-03-11", until="1993-03-11")
        term = make.make_term(office="prosecutor", since="1993-03-11", until="1996-03-11", author=editor)
        monkeypatch.setattr("record.admin.forms.DeskForm.validate_constraints", lambda self: None)
        self.is_refused(desk, term, {"since": "1993-03-10"}, "since", ONE_AT_A_TIME)

    def is_refused(self, desk, draft, values, place, sentence):
        answer = desk.post(page(draft), typed(desk.get(page(draft)), **values))
        said = answer.context["adminform"].form
        assert (answer.status_code, said.errors[place][0][: len(sentence)]) == (409, sentence)
        assert "Nothing was saved; what you typed is still here." in said.non_field_errors()
        assert {name: said[name].value() for name in values} == values


# The loader


@pytest.fixture
def small(tmp_path):
    return SmallRecord(tmp_path / "data")


def problem_of(small):
    """The only problem, as (file, line, column, reason)."""
    with pytest.raises(BadData) as bad:
        load(small.write())
    [problem] = bad.value.problems
    return problem.file, problem.line, problem.column, problem.reason


TERMS = {"slug": "another", "institution": "An office", "since": "2015-01-01", "until": "2016-01-01", "office": "registrar"}
CELLS = {
    "more votes than were present": (
        "decisions.csv", {"against": "3"}, "parties_voting", "More votes in favour and against than States Parties present and voting.",
    ),
    "more votes for a candidate": (
        "candidates.csv", {"votes": "101;?"}, "votes", "A candidate has more votes in a ballot than there were States Parties present and voting.",
    ),
    "votes that are no numbers": ("candidates.csv", {"votes": "60;most"}, "votes", f"Item 2 in the array did not validate: {OF_A_BALLOT}"),
    "a budget without its year": ("budgets.csv", {"year": ""}, "year", "Empty, but every entry of this kind has it."),
    "a budget of no year of the Court": ("budgets.csv", {"year": "202"}, "year", "A budget has its year, 2003 or later."),
    "thousands": ("budgets.csv", {"proposed_eur": "141600"}, "proposed_eur", IN_EUROS),
    "thousands as printed": (
        "budgets.csv", {"proposed_eur": "141,600.0"}, "proposed_eur",
        "“141,600.0” is not a number: write all its digits, in the unit of the column.",
    ),
    "thousands with decimals": ("budget_lines.csv", {"approved_eur": "47382.1"}, "approved_eur", "“47382.1” value must be an integer."),
    "millions": (
        "financial_positions.csv", {"amount_eur": "141.6 million"}, "amount_eur",
        "“141.6 million” is not a number: write all its digits, in the unit of the column.",
    ),
    "an amount with no unit": ("voluntary_contributions.csv", {"currency": ""}, "currency", HAS_ITS_UNIT),
    "an amount with commas": (
        "voluntary_contributions.csv", {"amount": "1,000.50"}, "amount",
        "“1,000.50” is not a number: write all its digits, in the unit of the column.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "cells", "column", "sentence"), CELLS.values(), ids=CELLS)
def test_the_loader_names_the_cell(small, empty_record, file, cells, column, sentence):
    small.rows[file][0].update(cells)
    assert problem_of(small) == (file, 2, column, sentence)


def test_the_loader_names_a_term_that_overlaps(small, empty_record):
    small.rows["terms.csv"] += [TERMS | {"slug": "one"}, TERMS | {"slug": "other", "since": "2015-12-31", "until": "2017"}]
    small.cite("terms/one"), small.cite("terms/other")
    assert problem_of(small) == ("terms.csv", 5, "since", ONE_AT_A_TIME)


def test_the_loader_names_a_count_lowered_below_the_votes(small, empty_record):
    load(small.write())
    small.rows["elections.csv"][0]["parties_voting"] = "59;?"
    file, line, column, sentence = problem_of(small)
    assert (file, line, column) == ("elections.csv", 2, "parties_voting")
    assert sentence.startswith("A candidate has more votes in a ballot")


@pytest.mark.parametrize(
    ("file", "unit"), [("budgets.csv", "_eur"), ("budget_lines.csv", "_eur"), ("financial_positions.csv", "_eur"), ("contributions.csv", "_eur")]
)
def test_the_loader_refuses_a_header_without_its_unit(small, empty_record, file, unit):
    path = small.write() / file
    header, rows = path.read_text().split("\n", 1)
    path.write_text(header.replace(unit, "") + "\n" + rows)
    with pytest.raises(BadData) as bad:
        load(small.folder)
    [problem] = [problem for problem in bad.value.problems if problem.file == file]
    assert (problem.line, problem.reason) == (1, f"The header must be: {header}")


def test_the_loader_refuses_gifts_without_the_column_of_their_currency(small, empty_record):
    small.write()
    path = small.folder / "voluntary_contributions.csv"
    path.write_text(path.read_text().replace(",currency", "").replace(",EUR", ""))
    with pytest.raises(BadData) as bad:
        load(small.folder)
    assert ("voluntary_contributions.csv", 1) in {(problem.file, problem.line) for problem in bad.value.problems}


def test_nothing_is_loaded_where_one_row_is_refused(small, empty_record):
    small.rows["voluntary_contributions.csv"][0]["currency"] = ""
    problem_of(small)
    assert not VoluntaryContribution.objects.exists()
