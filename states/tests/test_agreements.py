"""Agreements, national law and focal points: what is refused, where and in which words, and what binds on a day.

What the loader refuses stands in tests/test_refused_rows.py.
"""

from datetime import date

import pytest

from record.tests import factories as make
from record.tests.desk import page, typed
from record.tests.refusals import database_refuses, form_refuses, refused
from states.collection.agreements import agreement_standfirst, pact_standfirst
from states.models import Agreement, NonSurrenderAgreement

pytestmark = pytest.mark.django_db

# what the record promises: (what is made, with what that breaks it, the constraint, the field at which the form says it)
PROMISES = {
    "an_agreement_is_in_force_after_it_is_signed": (
        make.make_agreement, {"in_force_on": "2011-01-19"}, "agreement_is_in_force_after_it_is_signed", "in_force_on",
    ),
    "an_agreement_ends_after_it_is_in_force": (
        make.make_agreement, {"ended_on": "2011-05-27"}, "agreement_ends_after_it_is_in_force", "ended_on",
    ),
    "an_agreement_ends_after_it_is_signed": (
        make.make_agreement, {"in_force_on": "", "ended_on": "2011-01-19"}, "agreement_ends_after_it_is_in_force", "ended_on",
    ),
    "a_non_surrender_agreement_is_in_force_after_it_is_signed": (
        make.make_non_surrender_agreement, {"in_force_on": "2003-01"}, "non_surrender_is_in_force_after_it_is_signed", "in_force_on",
    ),
    "no_law_has_no_title": (
        make.make_national_law, {"covers": "none", "adopted_on": ""}, "law_that_is_not_there_has_nothing_in_it", "covers",
    ),
    "an_unknown_law_has_no_day": (
        make.make_national_law, {"covers": "unknown", "title": ""}, "law_that_is_not_there_has_nothing_in_it", "covers",
    ),
    "a_law_is_in_force_after_it_is_adopted": (
        make.make_national_law, {"in_force_on": "2003"}, "law_is_in_force_after_it_is_adopted", "in_force_on",
    ),
    "a_post_ends_after_it_begins": (
        make.make_focal_point, {"since": "2004-05", "until": "2004-04"}, "focal_point_ends_after_it_begins", "until",
    ),
    "a_focal_point_says_something": (make.make_focal_point, {"office": ""}, "focal_point_says_something", "office"),
}  # fmt: skip


@pytest.mark.parametrize(("maker", "values", "constraint", "place"), PROMISES.values(), ids=PROMISES)
def test_the_database_holds_that(maker, values, constraint, place):
    database_refuses(maker, values, constraint)


@pytest.mark.parametrize(("maker", "values", "constraint", "place"), PROMISES.values(), ids=PROMISES)
def test_the_form_says_in_words_that(maker, values, constraint, place):
    form_refuses(maker, values, constraint, place)


def test_a_non_surrender_agreement_is_of_two_states():
    pact = make.make_non_surrender_agreement()
    with refused("non_surrender_is_of_two_states"):
        NonSurrenderAgreement.objects.filter(pk=pact.pk).update(other_state=pact.state)


def test_an_agreement_may_be_signed_and_in_force_in_one_year():
    assert make.make_agreement(signed_on="2011-12", in_force_on="2011").pk


def test_the_form_refuses_an_agreement_that_ends_before_it_begins_at_its_field(client):
    editor = make.make_editor("ana")
    client.force_login(editor)
    draft = make.make_agreement(author=editor)
    answer = client.post(page(draft), typed(client.get(page(draft)), ended_on="2011-05-27"))
    form = answer.context["adminform"].form
    assert (answer.status_code, form.errors["ended_on"]) == (200, ["An agreement cannot end before it begins."])
    assert form["ended_on"].value() == "2011-05-27"


# In force on a day


def in_force(on, **values):
    agreement = make.make_agreement(**values)
    return Agreement.objects.in_force(on=date.fromisoformat(on)).filter(pk=agreement.pk).exists()


ON_A_DAY = {
    "not_when_it_is_only_signed": ("2101-01-01", {"in_force_on": ""}, False),
    "not_on_the_day_before": ("2011-05-27", {}, False),
    "from_its_entry_into_force": ("2011-05-28", {}, True),
    "until_the_day_before_its_end": ("2014-12-07", {"ended_on": "2014-12-08"}, True),
    "not_on_the_day_of_its_end": ("2014-12-08", {"ended_on": "2014-12-08"}, False),
    "not_surely_in_the_year_in_which_it_entered_into_force": ("2011-12-30", {"in_force_on": "2011"}, False),
    "surely_on_the_last_day_of_that_year": ("2011-12-31", {"in_force_on": "2011"}, True),
    "not_surely_in_the_month_in_which_it_ended": ("2014-12-01", {"ended_on": "2014-12"}, False),
}


@pytest.mark.parametrize(("on", "values", "expected"), ON_A_DAY.values(), ids=ON_A_DAY)
def test_an_agreement_binds(on, values, expected):
    assert in_force(on, **values) is expected


# What the head of a page says


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"signed_on": "", "pact_status": "ended", "in_force_on": "2003"}, "When it was signed is not known. Status by the latest source: ended."),
        ({"signed_on": "2003", "pact_status": "in_force"}, "Signed: 2003. Status by the latest source: in force."),
    ],
)
def test_a_non_surrender_agreement_stands_as_its_source_says(values, words):
    assert pact_standfirst(make.make_non_surrender_agreement(**values), date(2026, 1, 1)) == words


def test_an_agreement_that_never_was_in_force_was_not_in_force_until_its_end():
    agreement = make.make_agreement(in_force_on="", ended_on="2014-12-08")
    assert agreement_standfirst(agreement, date(2015, 1, 1)).startswith("Ended:")
