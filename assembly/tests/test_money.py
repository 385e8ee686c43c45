"""The money: parts against totals, stages one after the other, years without a figure, and the chart that never mixes bases."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assembly import chart
from assembly.money import gather
from assembly.money_sentence import sentence, sums_words
from assembly.sums import chain, with_and_without
from record.amounts import grouped
from record.tests import factories as make

DAY = date(2026, 11, 24)
MILLION = 1_000_000


def words(amounts, loan, total, total_with_loan):
    return [text.replace("\u202f", "") for text in sums_words(*with_and_without(amounts, loan, total, total_with_loan))]


class TestParts:
    def test_parts_that_sum_to_the_total_are_said_to(self):
        assert words([60, 40], None, 100, None) == ["Without the host State loan: the parts sum to the total, 100 euros."]

    def test_the_loan_is_in_one_sum_and_not_in_the_other(self):
        without, together = with_and_without([60, 40], 3, 100, 103)
        assert (without.parts, without.agrees, together.parts, together.agrees) == (100, True, 103, True)

    def test_a_loan_that_is_not_among_the_parts_makes_no_sum_with_it(self):
        assert with_and_without([60, 40], None, 100, 103)[1] is None

    def test_a_difference_is_said_with_its_sign(self):
        assert words([60, 35], None, 100, None) == [
            "Without the host State loan: the parts do not sum to the total: they make 95 euros, the total is 100, the difference −5."
        ]

    def test_parts_without_a_total_are_compared_with_nothing(self):
        assert words([60, 40], None, None, None) == ["Without the host State loan: the parts on record make 100 euros; the total is not on record."]

    def test_a_part_without_an_amount_is_not_taken_for_nought(self):
        assert words([60, None], None, 100, None) == ["Without the host State loan: only some parts are on record; they make 60 of 100 euros."]

    def test_parts_that_are_not_all_on_record_have_no_difference(self):
        assert with_and_without([60], None, 100, None, whole=False)[0].difference is None

    def test_no_amount_makes_no_sum(self):
        assert with_and_without([None], None, 100, None) == (None, None)


class TestStages:
    def test_each_stage_is_compared_with_the_one_before(self):
        steps = chain({"proposed": 147_420_000, "recommended": 146_210_000, "approved": 145_620_500})
        assert [(step.difference, step.percent) for step in steps] == [(None, None), (-1_210_000, Decimal("-0.8")), (-589_500, Decimal("-0.4"))]

    def test_a_stage_that_is_not_known_is_stepped_over(self):
        steps = chain({"proposed": 100, "recommended": None, "approved": 90})
        assert [(step.amount, step.before, step.difference) for step in steps] == [(100, "", None), (None, "", None), (90, "proposed", -10)]


class TestTheChart:
    WITHOUT, WITH = chart.Year(2011, approved=100 * MILLION), chart.Year(2018, approved_with_loan=150 * MILLION)
    BOTH, NEITHER = chart.Year(2017, 140 * MILLION, 143 * MILLION), chart.Year(2026)

    @pytest.mark.parametrize("draw", [chart.wide, chart.narrow])
    def test_each_basis_has_its_own_shape(self, draw):
        drawing = draw([self.WITHOUT, self.BOTH, self.WITH, self.NEITHER])
        assert (len(drawing.bars), len(drawing.loans), len(drawing.gaps)) == (2, 2, 1)

    def test_with_the_loan_begins_where_without_it_ends(self):
        drawing = chart.wide([self.BOTH])
        bar, loan = drawing.bars[0], drawing.loans[0]
        assert float(loan.y) + float(loan.height) == pytest.approx(float(bar.y), abs=0.11)

    def test_all_shapes_stand_on_one_scale(self):
        drawing = chart.wide([self.WITHOUT, self.WITH])
        assert float(drawing.loans[0].height) / float(drawing.bars[0].height) == pytest.approx(1.5, abs=0.01)

    def test_a_value_with_the_loan_bears_its_mark(self):
        assert [year.words for year in (self.WITHOUT, self.BOTH, self.WITH, self.NEITHER)] == ["100.0", "143.0†", "150.0†", "?"]

    def test_what_was_proposed_with_the_loan_is_marked_otherwise(self):
        drawing = chart.wide([chart.Year(2013, proposed=118 * MILLION), chart.Year(2024, proposed_with_loan=200 * MILLION)])
        assert (len(drawing.ticks), len(drawing.open_ticks)) == (1, 1)

    def test_what_is_assessed_is_drawn_only_where_no_amount_approved_is_known(self):
        drawing = chart.wide([chart.Year(2017, 141 * MILLION, assessed=141 * MILLION), chart.Year(2025, assessed=191 * MILLION)])
        assert len(drawing.points) == 1

    @pytest.mark.parametrize("largest", [1, 12, 53, 200, 950])
    def test_a_scale_has_a_few_lines_from_nought(self, largest):
        steps = chart.Scale(largest * MILLION, 300).steps()
        assert steps[0] == 0
        assert 3 < len(steps) < 9

    def test_years_of_which_nothing_is_known_can_be_drawn(self):
        assert len(chart.wide([self.NEITHER]).gaps) == 1

    def test_an_amount_of_a_euro_can_be_drawn(self):
        assert len(chart.wide([chart.Year(2026, assessed=1)]).points) == 1


@pytest.fixture
def record(empty_record):
    """Three budgets: with both totals, with the loan only, with nothing."""
    budgets = [
        make.make_budget(year=2017, approved_eur=141_600_000, host_state_loan_eur=2_987_300, approved_with_loan_eur=144_587_300),
        make.make_budget(year=2024, approved_eur=None, approved_with_loan_eur=187_084_300),
        make.make_budget(year=2026, approved_eur=None),
    ]
    make.made_public(*budgets)
    return SimpleNamespace(budgets={budget.year: budget for budget in budgets})


class TestYears:
    def test_every_year_stands_there_known_or_not(self, record):
        assert [year.year for year in gather(DAY).years] == list(range(2003, 2027))

    def test_a_year_says_on_which_basis_its_amount_is_known(self, record):
        found = {year.year: year.basis for year in gather(DAY).years}
        assert [found[year] for year in (2017, 2018, 2024, 2026)] == ["both", "", "with_loan", ""]

    def test_the_answer_names_the_latest_amount_its_basis_and_the_years_without_one(self, record):
        said = sentence(gather(DAY)).replace("\u202f", " ")
        assert said.startswith("The Assembly approved 187 084 300 euros for 2024, with the host State loan.")
        assert "The amount approved for 2025 and 2026 was not found." in said

    def test_a_rise_compares_like_with_like(self, record):
        assert gather(DAY).rise == (2017, Decimal("29.4"))

    def test_no_rise_is_made_from_two_bases(self, record):
        make.made_public(make.make_budget(year=2027, approved_eur=200_000_000), make.make_budget(year=2020, approved_eur=None))
        assert gather(DAY).rise == (2017, Decimal("41.2"))

    def test_a_past_day_knows_no_later_budget(self, record):
        assert gather(date(2020, 1, 1)).latest.year == 2017

    def test_a_day_far_ahead_adds_no_years(self, record):
        assert gather(date(9999, 12, 31)).years[-1].year == DAY.year

    def test_an_empty_record_says_that_it_has_none(self, empty_record):
        assert sentence(gather(DAY)) == "No amount that the Assembly approved is on record."


class TestPartsOnRecord:
    PROGRAMMES = ("i", "ii", "iii", "iv", "vii_2")

    def lines(self, budget, programmes):
        make.made_public(*[make.make_budget_line(budget=budget, programme=programme, approved_eur=10_000_000) for programme in programmes])
        return gather(DAY).parts[0]

    def test_a_budget_without_one_of_its_main_programmes_is_not_summed(self, record):
        assert not self.lines(record.budgets[2017], ["ii", "iii", "iv"]).whole

    def test_the_host_state_loan_is_apart(self, record):
        parts = self.lines(record.budgets[2017], self.PROGRAMMES)
        assert (parts.without.parts, parts.together.parts) == (40_000_000, 50_000_000)

    def test_the_furthest_stage_with_amounts_is_shown(self, record):
        make.made_public(make.make_budget_line(budget=record.budgets[2026], programme="i", approved_eur=None, proposed_eur=12_000_000))
        assert [(parts.budget.year, parts.stage) for parts in gather(DAY).parts] == [(2026, "proposed")]


class TestVotes:
    def test_a_state_is_named_with_the_day_of_the_report(self, empty_record):
        right = make.make_voting_right(as_of="2021-12-10")
        make.made_public(right)
        assert [(report.as_of, report.rights) for report in gather(date(2022, 1, 1)).reports] == [("2021-12-10", [right])]

    def test_a_report_older_than_two_years_says_nothing_of_today(self, empty_record):
        make.made_public(make.make_voting_right(as_of="2021-12-10"))
        assert gather(date(2023, 12, 10)).reports == []

    def test_a_state_that_was_permitted_to_vote_later_is_not_named(self, empty_record):
        right = make.make_voting_right(as_of="2021-12-10")
        make.made_public(right, make.make_voting_right(state=right.state, kind="exempted", as_of="2022-12-05", session=make.make_session()))
        assert gather(date(2023, 1, 1)).reports == []

    def test_a_state_that_lost_its_vote_and_was_permitted_on_one_day_is_not_named(self, empty_record):
        permitted = make.make_voting_right(kind="exempted", as_of="2021-12-06", session=make.make_session())
        make.made_public(permitted, make.make_voting_right(state=permitted.state, as_of="2021-12-06"))
        assert gather(date(2022, 1, 1)).reports == []

    def test_a_later_report_does_not_reach_back(self, empty_record):
        make.made_public(make.make_voting_right(as_of="2021-12-10"))
        assert gather(date(2021, 12, 9)).reports == []


class TestWhatIsOwed:
    def test_what_is_outstanding_is_of_the_latest_day_alone(self, empty_record):
        old = make.make_contribution(year=2014, outstanding_eur=10, as_of="2015-01-31")
        new = make.make_contribution(year=2015, outstanding_eur=20, as_of="2016-01-31")
        make.made_public(old, new)
        assert [row for row, _source in gather(DAY).owed] == [new]

    def test_an_assessment_is_not_a_debt(self, empty_record):
        make.made_public(make.make_contribution(year=2015, assessed_eur=20))
        assert gather(DAY).owed == []


def test_the_money_costs_the_same_queries_whatever_there_is(record):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            gather(DAY)
        return len(captured)

    queries()  # content types are looked up once for each process
    few = queries()
    lines = [make.make_budget_line(budget=record.budgets[2017], programme=programme) for programme in ("i", "ii", "iii")]
    more = [make.make_budget(year=year) for year in range(2004, 2016)]
    make.made_public(*lines, *more, *[make.make_voting_right() for _ in range(5)], make.make_financial_position())
    assert (queries(), few) == (6, 6)


def test_digits_are_grouped_and_never_torn_apart():
    assert grouped(144_587_300) == "144\u202f587\u202f300"


def test_an_amount_keeps_its_cents():
    assert grouped(Decimal("10000.50")) == "10\u202f000.50"


def test_what_is_unknown_has_no_digits():
    assert grouped(None) == ""
