"""`/assembly/budget/` on the loaded record, and what a budget and a State say of the money."""

import gzip
import re

import pytest
from django.urls import reverse

from assembly.models import Budget
from record.tests import factories as make

pytestmark = pytest.mark.django_db
ADDRESS = "/assembly/budget/"


@pytest.fixture
def page(client):
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return response.text


def plain(html):
    """The text of a page, its digits together."""
    apart = re.sub(r"</(td|th|dt|dd|li|p)>", " ", html.replace("\u202f", "").replace("\xa0", " "))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", apart))


class TestThePage:
    def test_it_stands_at_its_permanent_address(self):
        assert reverse("assembly-budget") == ADDRESS

    def test_it_has_the_approved_budget_of_2017_on_both_bases(self, page):
        row = re.search(r'<tr role="row">\s*<th role="rowheader" scope="row"><a href="/budgets/2017/">.*?</tr>', page, re.S)[0]
        assert {"141600000", "144587300"} <= set(re.findall(r"\d{9}", plain(row)))

    def test_it_says_of_each_year_without_a_figure_that_none_was_found(self, page):
        unknown = [budget for budget in Budget.objects.public() if budget.approved_eur is None and budget.approved_with_loan_eur is None]
        assert unknown
        for budget in unknown:
            row = re.search(rf'<a href="/budgets/{budget.year}/">{budget.year}</a>.*?</tr>', page, re.S)[0]
            assert re.search(r"Not found: (any amount|[^<]*\bapproved, )", row), budget.year

    def test_it_says_that_the_parts_of_2017_sum(self, page):
        assert "2017. Without the host State loan: the parts sum to the total, 141600000 euros." in plain(page)

    def test_the_unit_is_named_in_heading_axis_and_table(self, page):
        assert "in millions of euros</h2>" in page
        assert re.search(r"<title id=\"wide-t\">[^<]*in millions of euros</title>", page)
        assert "Approved with the loan (EUR)</th>" in page

    def test_every_rival_amount_stands_beside_the_one_chosen(self, page):
        for budget in Budget.objects.public():
            for citation in budget.citations.filter(stance="contradicts"):
                assert citation.rival_value in plain(page), budget

    def test_states_without_a_vote_are_said_to_remain_bound(self, page):
        assert "It remains a Party and remains bound." in page

    def test_it_is_light_and_holds_no_style_of_its_own(self, page):
        assert len(gzip.compress(page.encode())) < 20_000
        assert not re.search(r"<style|\sstyle=|<script", page)

    def test_an_empty_record_has_a_page(self, empty_record, client):
        assert "No amount that the Assembly approved is on record." in client.get(ADDRESS).text

    def test_before_the_first_budget_there_is_no_chart(self, client):
        assert "the Court had no budget yet" in client.get(f"{ADDRESS}?on=2002-07-01").text

    def test_it_answers_as_the_record_stood(self, client):
        assert client.get(f"{ADDRESS}?known=1").status_code == 200


class TestTheJson:
    def test_it_has_the_columns_that_re_users_rely_on(self, client):
        budgets = {row["year"]: row for row in client.get(f"{ADDRESS}?format=json").json()["budgets"]}
        assert list(budgets[2017])[:5] == ["year", "proposed_eur", "recommended_eur", "approved_eur", "host_state_loan_eur"]
        assert (budgets[2017]["approved_eur"], budgets[2017]["host_state_loan_eur"]) == (141_600_000, 2_987_300)

    def test_what_is_not_known_is_null_with_no_basis(self, client):
        budgets = {row["year"]: row for row in client.get(f"{ADDRESS}?format=json").json()["budgets"]}
        assert (budgets[2003]["approved_eur"], budgets[2003]["approved_with_loan_eur"], budgets[2003]["basis"]) == (None, None, None)

    @pytest.mark.parametrize("query", ["format=csv", "year=2017", "known=nothing", "on=2017"])
    def test_a_wrong_question_is_refused_by_name(self, client, query):
        response = client.get(f"{ADDRESS}?{query}")
        assert response.status_code == 400
        assert query.partition("=")[0] in response.text


class TestEntries:
    def test_a_budget_shows_its_parts_against_its_total(self, client):
        assert "With the host State loan: the parts sum to the total, 144587300 euros." in plain(client.get("/budgets/2017/").text)

    def test_a_budget_whose_parts_differ_says_by_how_much(self, client):
        budget = make.make_budget(approved_eur=50_000_000)
        make.made_public(
            *[make.make_budget_line(budget=budget, programme=programme, approved_eur=10_000_000) for programme in ("i", "ii", "iii", "iv")]
        )
        assert "the difference −10000000." in plain(client.get(budget.get_absolute_url()).text)

    def test_a_budget_shows_what_each_stage_changed(self, client):
        budget = make.make_budget(proposed_eur=160_000_000, recommended_eur=152_000_000, approved_eur=None)
        make.made_public(budget)
        said = plain(client.get(budget.get_absolute_url()).text)
        assert "Recommended by the Committee on Budget and Finance 152000000 −8000000 −5.0" in said

    def test_a_state_of_which_nothing_is_reported_is_said_nothing(self, client):
        state = make.make_state()
        make.made_public(state)
        assert "Contributions and vote" not in client.get(state.get_absolute_url()).text

    def test_a_state_shows_its_vote_with_the_day_of_the_report(self, client):
        right = make.make_voting_right(as_of="2021-12-10")
        make.made_public(right)
        said = plain(client.get(right.state.get_absolute_url()).text)
        assert "No vote as of 10 December 2021" in said

    def test_a_state_that_was_assessed_is_not_said_to_owe(self, client):
        contribution = make.make_contribution(assessed_eur=21_482_985)
        make.made_public(contribution)
        assert "Outstanding (EUR) No dated report on record" in plain(client.get(contribution.state.get_absolute_url()).text)


class TestAmountsInLists:
    def test_amounts_stand_right_and_are_grouped(self, client):
        assert 'class="n" data-label="Approved (EUR)">141\u202f600\u202f000</td>' in client.get("/budgets/?year=2017").text

    def test_a_year_is_not_grouped(self, client):
        assert '<a href="/budgets/2017/">2017</a>' in client.get("/budgets/?year=2017").text

    def test_downloads_keep_plain_digits(self, client):
        assert b",141600000," in client.get("/budgets/?year=2017&format=csv").getvalue()

    def test_years_are_counted_beside_the_list(self, client):
        contribution = make.make_contribution(year=2002)
        make.made_public(contribution)
        assert re.search(r'value="2002" checked><span>2002</span><span class="n">1<', client.get("/contributions/?year=2002").text)
