"""The first column of a list tells its rows apart; an entry's page begins with the answer."""

import re

import pytest
from django.urls import reverse

from assembly.models import Session, Term, VoluntaryContribution
from record.collection import collections, get
from record.day import today
from record.tests import factories as make

pytestmark = pytest.mark.django_db

LISTED = [collection for collection in collections() if collection.listing]


def standfirst(client, entry):
    said = re.search(r'<p class="standfirst">(.*?)</p>', client.get(entry.get_absolute_url()).text)
    return said and said[1]


@pytest.mark.parametrize(
    ("name", "column", "model", "said"),
    [
        ("assembly", "title", Session, str),
        ("terms", "holder", Term, lambda term: str(term.holder)),
        ("voluntary-contributions", "giver", VoluntaryContribution, lambda gift: str(gift.giver)),
    ],
    ids=["sessions", "terms", "gifts"],
)
def test_a_name_put_together_is_that_of_the_entry(name, column, model, said):
    collection = get(name)
    names = dict(collection.rows(collection.public(today()), today(), [collection.column("slug"), collection.column(column)]))
    assert names == {entry.slug: said(entry) for entry in model.objects.public()}


@pytest.mark.parametrize("collection", LISTED, ids=lambda collection: collection.name)
def test_no_row_of_a_list_begins_with_a_dash(client, collection):
    firsts = re.findall(r'<th role="rowheader" scope="row"><a [^>]*>(.*?)</a>', client.get(reverse("list", args=[collection.name])).text)
    assert firsts
    assert not {"–", ""} & set(firsts)


def test_a_decision_shows_its_operative_points(client):
    decision = make.make_decision(operative="Takes note of the report.")
    make.made_public(decision)
    assert "Takes note of the report." in client.get(decision.get_absolute_url()).text


def test_an_official_who_is_suspended_is_said_to_be(client):
    term = make.make_term(since="2020-03-11", until="2099-03-11")
    act = make.make_oversight_act(official=term.official, kind="suspension", acted_on="2021-05-16")
    make.made_public(term, act)
    assert standfirst(client, term.official).endswith("since 11\u00a0March\u00a02020. Suspension from duty: 16\u00a0May\u00a02021.")


def test_an_official_whose_leave_has_ended_is_not_said_to_be_away(client):
    term = make.make_term(since="2020-03-11", until="2099-03-11")
    acts = [
        make.make_oversight_act(official=term.official, kind=kind, acted_on=day)
        for kind, day in (("leave_began", "2021-05-16"), ("leave_ended", "2021-06-16"))
    ]
    make.made_public(term, *acts)
    assert "eave" not in standfirst(client, term.official)


def test_an_amendment_that_each_state_accepts_is_not_said_to_be_in_force_for_all(client):
    assert "for States Parties that have accepted it" in client.get("/amendments/aggression-kampala-2010/").text
