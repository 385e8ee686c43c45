"""Who may do what to an entry as it stands: one table, asked of the rule and of the desk's pages alike."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from cases.models import Situation
from cooperation.models import Finding
from record import workflow
from record.models import Citation, Edition, Editor, Origin, Status
from record.tests import factories as make
from record.tests.desk import make_account, page, press, typed
from record.tests.refusals import refused, words_of_form
from states.models import State

pytestmark = pytest.mark.django_db

ACTIONS = ("edit", "submit", "return", "publish", "read", "retract")
AS_IT_STANDS = ("draft", "ownerless", "in_review", "compiled", "read", "retracted")

# Of an entry that `author` or `writing_reviewer` wrote; `ownerless` and `compiled` came from the data files.
TABLE = """
                   draft        ownerless    in_review       compiled      read     retracted
author             edit+submit  edit+submit  return          -             -        -
other_editor       -            edit+submit  -               -             -        -
writing_reviewer   edit+submit  edit+submit  return          read+retract  retract  -
other_reviewer     -            edit+submit  return+publish  read+retract  retract  -
superuser          -            edit+submit  return+publish  read+retract  retract  -
no_group           -            -            -               -             -        -
switched_off       -            -            -               -             -        -
"""
HEAD, *LINES = [line.split() for line in TABLE.strip().splitlines()]
CASES = [(role, standing, set(cell.split("+")) - {"-"}) for role, *cells in LINES for standing, cell in zip(HEAD, cells, strict=True)]
STEPS_TO = {"submit": Status.IN_REVIEW, "return": Status.DRAFT, "publish": Status.PUBLISHED, "retract": Status.RETRACTED}


@pytest.fixture
def people():
    editors, reviewers = Editor.EDITORS, Editor.REVIEWERS
    return {
        "author": make_account("author", editors),
        "other_editor": make_account("other_editor", editors),
        "writing_reviewer": make_account("writing_reviewer", reviewers),
        "other_reviewer": make_account("other_reviewer", reviewers),
        "superuser": make_account("superuser", is_superuser=True),
        "no_group": make_account("no_group"),
        "switched_off": make_account("switched_off", reviewers, is_active=False),
        "reader": make_account("reader", reviewers),
    }


def standing_state(standing, author, reader):
    """A State that stands so; it points to nothing, so that nothing else is in the way."""
    if standing == "ownerless":
        state = make.make_state(origin=Origin.LOAD)
        make.cite(state)
        return state
    if standing == "compiled":
        return make.made_public(make.make_state())
    state = make.make_state(author=author)
    if standing == "draft":
        make.cite(state)
    if standing == "in_review":
        make.in_review(state, author)
    if standing in ("read", "retracted"):
        make.published(state, author, reader)
    if standing == "retracted":
        workflow.retract(state, by=reader, reason="It was a double.")
    return state


def state_for(role, standing, people):
    author = people["writing_reviewer" if role == "writing_reviewer" else "author"]
    return standing_state(standing, author, people["reader"])


def test_the_table_names_every_status():
    assert tuple(HEAD) == AS_IT_STANDS
    assert len(CASES) == len(LINES) * len(AS_IT_STANDS)


@pytest.mark.parametrize(("role", "standing", "allowed"), CASES)
def test_the_rule_says_what_the_table_says(role, standing, allowed, people):
    state = state_for(role, standing, people)
    assert {action for action in ACTIONS if workflow.may(action, state, people[role])} == allowed


@pytest.mark.parametrize(("role", "standing", "allowed"), CASES)
def test_the_workflow_does_what_the_table_says_and_nothing_else(role, standing, allowed, people):
    state = state_for(role, standing, people)
    for action in set(ACTIONS) - {"edit"}:
        before = State.objects.values().get(pk=state.pk)
        with transaction.atomic():
            try:
                do(action, state, people[role])
                assert action in allowed
            except PermissionDenied:
                assert action not in allowed
                assert State.objects.values().get(pk=state.pk) == before
            transaction.set_rollback(True)
        state.refresh_from_db()


def do(action, entry, user):
    steps = {
        "submit": lambda: workflow.submit(entry, by=user),
        "return": lambda: workflow.send_back(entry, by=user, note="More."),
        "publish": lambda: workflow.publish(entry, by=user),
        "read": lambda: workflow.confirm_reading(entry, by=user),
        "retract": lambda: workflow.retract(entry, by=user, reason="A double."),
    }
    steps[action]()


@pytest.mark.parametrize(("role", "standing", "allowed"), CASES)
def test_the_desk_does_what_the_table_says_and_nothing_else(role, standing, allowed, people, client):
    state = state_for(role, standing, people)
    client.force_login(people[role])
    enters = role not in ("no_group", "switched_off")
    shown = client.get(page(state))
    assert (shown.status_code == 200) is enters
    if enters:
        assert {step.action for step, *_ in shown.context["panel"].steps} == allowed - {"edit"}
    for action in ACTIONS:
        with transaction.atomic():
            before = State.objects.values().get(pk=state.pk)
            answer = (
                client.post(page(state), typed(shown, note="New.") if enters else {}) if action == "edit" else press(client, state, action, "Why.")
            )
            after = State.objects.values().get(pk=state.pk)
            assert (after != before) is (action in allowed), (action, answer.status_code)
            if action in allowed and action in STEPS_TO:
                assert after["status"] == STEPS_TO[action]
            assert answer.status_code in ((200, 302, 403) if enters else (302, 403))
            transaction.set_rollback(True)


def test_a_finding_goes_from_draft_to_published_by_two_people(people):
    finding = make.make_finding(author=people["author"])
    make.made_public(finding.proceeding)
    make.cite(finding)
    workflow.submit(finding, by=people["author"])
    before = Edition.objects.first().number
    assert not Finding.objects.public().filter(pk=finding.pk).exists()
    workflow.publish(finding, by=people["reader"])
    assert Finding.objects.public().get(pk=finding.pk).reviewer == people["reader"]
    assert (Edition.objects.first().number, Edition.objects.first().by) == (before + 1, people["reader"])


@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW])
def test_a_draft_is_never_public(status):
    author = make.make_editor()
    finding = make.make_finding(author=author)
    if status == Status.IN_REVIEW:
        make.in_review(finding, author)
    assert finding.status == status
    assert not Finding.objects.public().filter(pk=finding.pk).exists()
    assert not Finding.objects.addressable().filter(pk=finding.pk).exists()


class TestWhoeverWroteItDoesNotPublishIt:
    @pytest.fixture
    def entry(self, people):
        return make.in_review(make.make_state(), people["writing_reviewer"])

    def test_says_the_workflow(self, entry, people):
        with pytest.raises(PermissionDenied):
            workflow.publish(entry, by=people["writing_reviewer"])

    def test_says_the_model(self, entry, people):
        entry.reviewer = people["writing_reviewer"]
        assert "Nobody reviews what they wrote: a second person must read it." in words_of_form(entry)

    def test_says_the_database(self, entry, people):
        with refused("state_reviewer_is_not_its_author"), workflow.edition("A try"), connection.cursor() as cursor:
            cursor.execute("UPDATE states_state SET status = 'published', published_at = now(), reviewer_id = author_id WHERE id = %s", [entry.pk])

    def test_nor_leaves_the_reader_out(self, entry):
        with refused("state_public_was_read_or_loaded"), workflow.edition("A try"), connection.cursor() as cursor:
            cursor.execute("UPDATE states_state SET status = 'published', published_at = now() WHERE id = %s", [entry.pk])


class TestWhatIsMissing:
    def test_a_source(self):
        assert [gap.message for gap in workflow.gaps(make.make_finding())] == ["No source supports this entry yet."]

    def test_a_source_for_each_fact_where_none_covers_the_whole(self):
        finding = make.make_finding()
        make.cite(finding, field="decided_on")
        assert "No source for “outcome”." in [gap.message for gap in workflow.gaps(finding)]
        assert "No source for “decided on”." not in [gap.message for gap in workflow.gaps(finding)]

    def test_nothing_where_one_source_covers_the_whole(self):
        finding = make.make_finding()
        make.cite(finding)
        assert workflow.gaps(finding) == []

    def test_our_own_words_may_be_cited_and_need_not_be(self):
        finding = make.make_finding(summary="A sentence.")
        make.cite(finding)
        make.cite(finding, field="summary")
        assert workflow.gaps(finding) == []

    def test_a_fact_that_the_kind_does_not_have(self):
        finding = make.make_finding()
        make.cite(finding)
        make.cite(finding, field="colour")
        assert [gap.field for gap in workflow.gaps(finding)] == ["colour"]

    def test_keeps_it_from_review(self, people):
        finding = make.make_finding(author=people["author"])
        with pytest.raises(ValidationError, match="No source supports this entry yet."):
            workflow.submit(finding, by=people["author"])


class TestWhatRestsOnWhat:
    def test_what_points_to_a_draft_is_not_published(self, people):
        finding = make.in_review(make.make_finding(), people["author"])
        with pytest.raises(ValidationError, match="is not published: publish that first"):
            workflow.publish(finding, by=people["reader"])

    def test_nor_a_situation_that_names_a_draft_state(self, people):
        situation = make.in_review(make.make_situation(make.make_state()), people["author"])
        with pytest.raises(ValidationError, match="is not published"):
            workflow.publish(situation, by=people["reader"])
        assert not Situation.objects.public().filter(pk=situation.pk).exists()

    def test_what_others_point_to_is_not_retracted(self, people):
        finding = make.made_public(make.make_finding())
        with pytest.raises(ValidationError, match="is published and points to it: retract that first"):
            workflow.retract(finding.proceeding, by=people["reader"], reason="A double.")

    def test_a_retracted_participation_no_longer_holds_its_person(self, people):
        person = make.make_person()
        case = make.make_case(person)
        place = case.participations.get()
        make.made_public(case, place)
        workflow.retract(place, by=people["reader"], reason="Another person.")
        workflow.retract(person, by=people["reader"], reason="Not before the Court.")
        assert person.status == Status.RETRACTED

    def test_a_draft_does_not_hold_it(self, people):
        finding = make.make_finding()
        proceeding = make.made_public(finding.proceeding)
        workflow.retract(proceeding, by=people["reader"], reason="A double.")
        assert proceeding.status == Status.RETRACTED


def test_the_last_source_of_a_published_entry_stays(people):
    state = make.published(make.make_state(), people["author"], people["reader"])
    with refused("has_citation", "A published entry needs a source"), workflow.edition("A try"):
        state.citations.all().delete()
    with refused("public_change_in_an_edition"):
        Citation.objects.filter(object_id=state.pk, pk__in=state.citations.values("pk")).delete()
    assert state.citations.count() == 1


@pytest.mark.parametrize(("step", "words"), [("return", "Say what the author should change."), ("retract", "A retraction states its reason")])
def test_an_empty_note_or_reason_is_refused(step, words, people):
    state = state_for("author", "in_review" if step == "return" else "read", people)
    with pytest.raises(ValidationError, match=words):
        (workflow.send_back if step == "return" else workflow.retract)(state, by=people["reader"], **{"note" if step == "return" else "reason": " "})


def test_an_edition_that_fails_leaves_no_number_behind():
    before = Edition.objects.first().number
    with pytest.raises(IntegrityError), transaction.atomic(), workflow.edition("A try"):
        State.objects.create(iso3="hu", name="x", name_fr="x", name_es="x")
    with workflow.edition("The next"):
        pass
    assert Edition.objects.first().number == before + 1
