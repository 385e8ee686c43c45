"""What the pages of measures and positions say on a past day, and which position counts as said before a visit."""

from datetime import date

import pytest

from cooperation.collection.measures import MEASURES
from cooperation.collection.stances import position_standfirst
from cooperation.models import CoerciveMeasure, Visit
from cooperation.stances import last_said, said_before
from cooperation.under_measures import officials_named, sanctions_sentence
from record.tests import factories as make

pytestmark = pytest.mark.django_db

LIFTED = {"announced_on": "2001-05-02", "ended_on": "2001-09-01", "end_reason": "lifted"}


def standfirst(measure, day):
    annotated = MEASURES.annotate(CoerciveMeasure.objects.all(), day).get(pk=measure.pk)
    return MEASURES.standfirst(annotated, day)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2001, 8, 31), "In force; end: 1\N{NO-BREAK SPACE}September\N{NO-BREAK SPACE}2001 (lifted)."),
        (date(2001, 9, 1), "Ended on 1\N{NO-BREAK SPACE}September\N{NO-BREAK SPACE}2001: lifted."),
    ],
)
def test_a_measure_has_not_ended_before_its_end(day, words):
    assert standfirst(make.make_measure(**LIFTED), day).endswith(words)


def test_an_official_is_under_sanctions_from_the_day_of_legal_effect():
    official = make.make_official()
    make.made_public(make.make_measure(official, announced_on="2001-05-02", in_force_on="2001-07-01"))
    assert "since 1\N{NO-BREAK SPACE}July\N{NO-BREAK SPACE}2001" in sanctions_sentence(official, date(2001, 8, 1))


def test_a_draft_names_nobody():
    official = make.make_official()
    make.make_measure(official, announced_on="1999-05-02")
    assert officials_named(date(1999, 6, 1)) == []


def test_a_position_is_not_superseded_before_the_later_one():
    position = make.make_position(superseded_by=make.make_position(stated_on="2021-08-01"))
    said = [position_standfirst(position, day) for day in (date(2021, 7, 31), date(2021, 8, 1))]
    assert ["Superseded" in words for words in said] == [False, True]


# Said before a visit

BY_ITS_START = {
    "on_the_day_before": ("2021-02-01", {"stated_on": "2021-01-31"}, True),
    "on_the_first_day": ("2021-02-01", {"stated_on": "2021-02-01"}, True),
    "not_on_the_day_after": ("2021-02-01", {"stated_on": "2021-02-02"}, False),
    "not_in_the_month_of_the_visit": ("2021-02-01", {"stated_on": "2021-02"}, False),
    "not_within_the_month_in_which_it_began": ("2021-02", {"stated_on": "2021-02-10"}, False),
    "before_that_month": ("2021-02", {"stated_on": "2021-01"}, True),
}


def said(starts_on, values, *, about_it=False):
    visit = make.make_visit(starts_on=starts_on, ends_on="")
    about = {"visit": visit} if about_it else {}
    make.made_public(make.make_position(state=visit.host, person=visit.person, **about, **values))
    listed = Visit.objects.annotate(said=last_said()).get(pk=visit.pk).said
    assert bool(listed) == said_before(visit).exists(), "list and page agree"
    return bool(listed)


@pytest.mark.parametrize(("starts_on", "values", "expected"), BY_ITS_START.values(), ids=BY_ITS_START)
def test_a_position_was_stated_before_a_visit(starts_on, values, expected):
    assert said(starts_on, values) is expected


@pytest.mark.parametrize(("stated_on", "expected"), [("2021-02", True), ("2021-02-02", False)])
def test_a_position_about_the_visit_counts_if_it_may_have_come_before(stated_on, expected):
    assert said("2021-02-01", {"stated_on": stated_on}, about_it=True) is expected
