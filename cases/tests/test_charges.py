"""Charges article by article: what may be written, in which order they stand, and what the pages of warrants and persons show of them."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from cases.crimes import CRIMES, LIABILITY, place
from record.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("article", ["7(1)(a)", "8(2)(b)(xxvi)", "8(2)(e)(xix)", "6(c)", "70(1)(c)", "8 bis"])
def test_an_article_of_the_statute_is_taken(article):
    make.make_warrant(articles=[article]).full_clean(exclude=["slug"])


@pytest.mark.parametrize("article", ["7(1)(l)", "7.1.a", "8(2)(b)(xxx)", "25(3)(a)", "murder", "7(1)(a) "])
def test_what_is_no_crime_of_the_statute_is_refused(article):
    with pytest.raises(ValidationError, match="is no crime of the Statute"):
        make.make_warrant(articles=[article]).full_clean(exclude=["slug"])


@pytest.mark.parametrize(("mode", "taken"), [("25(3)(a)", True), ("28(b)", True), ("25(3)(g)", False), ("7(1)(a)", False)])
def test_a_mode_of_liability_is_one_of_articles_25_and_28(mode, taken):
    warrant = make.make_warrant(liability=[mode])
    if taken:
        warrant.full_clean(exclude=["slug"])
    else:
        with pytest.raises(ValidationError, match="is no mode of liability"):
            warrant.full_clean(exclude=["slug"])


def test_articles_stand_in_the_order_of_the_statute_not_of_their_letters():
    assert sorted(["8(2)(b)(ix)", "8(2)(b)(v)", "7(1)(k)", "70(1)(a)", "8(2)(b)(x)"], key=place) == [
        "7(1)(k)", "8(2)(b)(v)", "8(2)(b)(ix)", "8(2)(b)(x)", "70(1)(a)",
    ]  # fmt: skip


def test_the_statute_has_so_many_crimes():
    """Articles 6 (5), 7(1) (11), 8(2)(a) (8), (b) (29), (c) (4), (e) (19), 8 bis, 70(1) (6), and three whole articles."""
    assert len(CRIMES) == 5 + 11 + 8 + 29 + 4 + 19 + 1 + 6 + 3
    assert len(LIABILITY) == 6 + 2 + 1 + 2


@pytest.fixture
def charged():
    """A person with a warrant for two crimes, of which the judges confirmed one."""
    person = make.make_person(name="A Person")
    warrant = make.make_warrant(person=person, articles=["8(2)(b)(xxvi)", "7(1)(a)"], liability=["25(3)(a)"], issued_on="2015-03-01")
    event = make.make_case_event(person=person, kind="charges_confirmed", occurred_on="2016-01-02", articles=["7(1)(a)"])
    make.made_public(person, warrant, event)
    return person


def page_of(entry, query=""):
    return Client().get(entry.get_absolute_url() + query).content.decode()


def test_the_page_of_a_person_shows_each_charge_with_its_warrant_and_the_decision(charged):
    page = page_of(charged)
    assert "Conscripting, enlisting or using children under fifteen" in page
    assert "Charges confirmed, <time" in page
    assert page.index("Crimes against humanity (article 7)") < page.index("War crimes (article 8)")


def test_on_a_day_before_the_decision_only_the_warrant_is_told(charged):
    page = page_of(charged, "?on=2015-06-01")
    assert "8(2)(b)(xxvi)" in page
    assert "Decisions about it" not in page


def test_the_page_of_a_warrant_names_the_modes_of_liability(charged):
    assert "Committing the crime as an individual, jointly with or through another person (25(3)(a))" in page_of(charged.warrants.get())


def test_without_articles_there_is_no_table_of_charges():
    warrant = make.make_warrant(crimes="war crimes")
    make.made_public(warrant)
    assert "Charged with" not in page_of(warrant)


def test_the_list_of_warrants_is_filtered_by_any_of_the_articles_and_counts_them(charged, client):
    other = make.make_warrant(articles=["7(1)(h)"])
    make.made_public(other)
    slug = charged.warrants.get().slug
    found = client.get("/warrants/?article=8(2)(b)(xxvi)&from=2015&to=2015&format=csv").getvalue().decode()
    assert (slug in found, other.slug in found) == (True, False)
    page = client.get("/warrants/?article=7(1)(h)").content.decode()
    assert "<span>7(1)(h): persecution</span>" in page


def test_an_article_that_no_warrant_has_is_refused_by_name(client):
    response = client.get("/warrants/?article=6(e)")
    assert (response.status_code, "6(e)" in response.content.decode()) == (400, True)
