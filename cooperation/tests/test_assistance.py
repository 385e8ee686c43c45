"""What States did for the Court and said of an arrest: what is refused, where and in which words, and how days are counted.

What the loader refuses stands in tests/test_refused_rows.py.
"""

import pytest
from django.core.exceptions import ValidationError

from cooperation.collection.assistance import ASSISTANCE
from cooperation.models import ArrestPosition, Assistance, AssistanceKind
from cooperation.models.assistance import OF_A_PERSON
from record import workflow
from record.day import today
from record.tests import factories as make
from record.tests.desk import page, typed
from record.tests.refusals import database_refuses, form_refuses, refused

pytestmark = pytest.mark.django_db

OF_SOMEBODY = "An arrest, a surrender, an enforcement or a release is of a person: name them."
# what the record promises: (what is made, with what that breaks it, the constraint, the field at which the form says it)
PROMISES = {
    **{
        f"{kind}_is_of_a_person": (
            make.make_assistance, {"kind": kind.value, "person": None}, "assistance_of_this_kind_is_of_a_person", "person",
        )
        for kind in OF_A_PERSON
    },
    "only_arrest_and_surrender_carry_out_a_warrant": (
        lambda **values: make.make_assistance(warrant=make.make_warrant(), **values), {"kind": "evidence"},
        "assistance_carries_out_a_warrant_by_arrest_or_surrender", "warrant",
    ),
    "an_arrest_is_by_a_state": (make.make_assistance, {"kind": "arrest", "state": None}, "assistance_is_given_by_a_state", "state"),
    "assistance_ends_after_it_starts": (make.make_assistance, {"ended_on": "2021-06"}, "assistance_ends_after_it_starts", "ended_on"),
    "a_position_has_its_day": (make.make_position, {"stated_on": ""}, "arrest_position_has_its_day", "stated_on"),
    "a_position_is_about_somebody": (make.make_position, {"person": None}, "arrest_position_is_about_somebody", "person"),
    "a_contact_has_its_day": (make.make_contact, {"occurred_on": ""}, "contact_has_its_day", "occurred_on"),
}  # fmt: skip


@pytest.mark.parametrize(("maker", "values", "constraint", "place"), PROMISES.values(), ids=PROMISES)
def test_the_database_holds_that(maker, values, constraint, place):
    database_refuses(maker, values, constraint)


@pytest.mark.parametrize(("maker", "values", "constraint", "place"), PROMISES.values(), ids=PROMISES)
def test_the_form_says_in_words_that(maker, values, constraint, place):
    form_refuses(maker, values, constraint, place)


def test_a_person_may_come_to_the_court_without_a_state():
    person = make.make_person()
    assert Assistance.objects.create(kind="surrender", person=person, occurred_on="2021-07-01").pk


@pytest.mark.parametrize("kind", [kind for kind in AssistanceKind if kind not in OF_A_PERSON])
def test_other_help_concerns_nobody_in_particular(kind):
    assert make.make_assistance(kind=kind, person=None).pk


def test_a_position_is_not_superseded_by_itself():
    position = make.make_position()
    with refused("arrest_position_is_not_its_own_successor"):
        ArrestPosition.objects.filter(pk=position.pk).update(superseded_by=position)


def test_a_position_may_be_about_a_situation():
    position = make.make_position()
    position.person, position.situation = None, make.make_situation()
    position.save()
    assert position.about == position.situation


# Days from the warrant


def days(occurred_on, issued_on):
    person = make.make_person()
    warrant = make.make_warrant(person=person, issued_on=issued_on, unsealed_on="2021-06-01") if issued_on is not None else None
    given = make.make_assistance(person=person, warrant=warrant, occurred_on=occurred_on)
    return ASSISTANCE.annotate(Assistance.objects.all(), today()).get(pk=given.pk).days_since_warrant


@pytest.mark.parametrize(
    ("occurred_on", "issued_on", "expected"),
    [
        ("2021-07-01", "2021-06-01", 30),
        ("2021-06-01", "2021-06-01", 0),
        ("2021-03-01", "2020-02-28", 367),  # over a 29 February
        ("2021-07", "2021-06-01", None),
        ("2021-07-01", "2021-06", None),
        ("2021-07-01", "", None),
        ("", "2021-06-01", None),
        ("2021-07-01", None, None),
    ],
)
def test_days_are_counted_between_exact_days_only(occurred_on, issued_on, expected):
    assert days(occurred_on, issued_on) == expected


# The form


@pytest.fixture
def editor():
    return make.make_editor("ana")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


TYPED = {
    "a surrender without a person": (make.make_assistance, {"person": ""}, "person", OF_SOMEBODY),
    "an arrest without a State": (
        lambda **values: make.make_assistance(kind="arrest", **values), {"state": ""}, "state",
        "Name the State; only a person can come to the Court without one.",
    ),
    "an enforcement that ends before it starts": (make.make_assistance, {"ended_on": "2021-06-30"}, "ended_on", "It cannot end before it starts."),
    "a position about nobody": (make.make_position, {"person": ""}, "person", "Name the person, or the situation, that it is about."),
}  # fmt: skip


@pytest.mark.parametrize(("maker", "values", "place", "sentence"), TYPED.values(), ids=TYPED)
def test_the_form_refuses_at_its_field_and_loses_nothing(desk, editor, maker, values, place, sentence):
    draft = maker(author=editor, **({"note": "What was typed before."} if maker is not make.make_position else {}))
    form = typed(desk.get(page(draft)), **values)
    answer = desk.post(page(draft), form)
    said = answer.context["adminform"].form
    assert (answer.status_code, said.errors.get(place)) == (200, [sentence])
    assert {name: said[name].value() or "" for name in values} == values
    draft.refresh_from_db()
    assert typed(desk.get(page(draft))) != form


def test_the_form_of_a_published_surrender_refuses_one_without_a_person(desk, editor):
    revision = workflow.begin(make.made_public(make.make_assistance()), by=editor)
    answer = desk.post(page(revision), typed(desk.get(page(revision)), person=""))
    assert answer.context["adminform"].form.errors["person"] == [OF_SOMEBODY]


# What is refused at publication


def refused_at_publication(draft, sentence):
    entry = make.in_review(draft, make.make_editor())
    with pytest.raises(ValidationError, match=sentence):
        workflow.publish(entry, by=make.make_reviewer())


@pytest.fixture
def surrendered():
    """Somebody under a public warrant, and the State in which they are."""
    warrant, state = make.made_public(make.make_warrant(issued_on="2021-06-01", unsealed_on="2021-06-01"), make.make_state())
    return {"person": warrant.person, "warrant": warrant, "state": state}


def test_a_surrender_before_the_warrant_is_not_published(surrendered):
    refused_at_publication(make.make_assistance(**surrendered, occurred_on="2021-05-31"), "The warrant was issued on 2021-06-01.")


def test_a_surrender_on_the_warrant_of_another_is_not_published(surrendered):
    other = make.made_public(make.make_person())
    refused_at_publication(make.make_assistance(**surrendered | {"person": other}), "The warrant is against another person.")


def test_the_sentence_of_somebody_never_convicted_is_not_enforced(surrendered):
    draft = make.make_assistance(**surrendered | {"warrant": None}, kind="sentence_enforcement")
    refused_at_publication(draft, "No conviction by the Court of that day or before is on record.")


def test_a_contact_before_the_warrant_is_public_is_not_published(surrendered):
    draft = make.make_contact(person=surrendered["person"], state=surrendered["state"], occurred_on="2021-05-31")
    refused_at_publication(draft, "No public warrant of arrest against this person was in force.")


def test_a_contact_on_the_day_of_the_warrant_is_published(surrendered):
    draft = make.make_contact(person=surrendered["person"], state=surrendered["state"], occurred_on="2021-06-01")
    entry = make.in_review(draft, make.make_editor())
    workflow.publish(entry, by=make.make_reviewer())
    assert entry.status == "published"


def test_a_position_superseded_by_one_of_another_state_is_not_published(surrendered):
    other = make.made_public(make.make_position(person=surrendered["person"], stated_on="2021-08-01"))
    draft = make.make_position(person=surrendered["person"], state=surrendered["state"], superseded_by=other)
    refused_at_publication(draft, "What supersedes it is of another State or about another person.")


def test_a_position_superseded_by_an_earlier_one_is_not_published(surrendered):
    earlier = make.made_public(make.make_position(person=surrendered["person"], state=surrendered["state"], stated_on="2021-01-09"))
    draft = make.make_position(person=surrendered["person"], state=surrendered["state"], superseded_by=earlier)
    refused_at_publication(draft, "What supersedes it is earlier.")
