"""The steps of an entry, and what each needs. Who may take them: test_rights."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from cases.models import Situation
from cooperation.models import Finding
from record import workflow
from record.models import Citation, Edition, Status
from record.tests import factories as make
from record.tests.refusals import refused
from states.models import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return {
        "author": make.make_editor("author"),
        "writing_reviewer": make.make_reviewer("writing_reviewer"),
        "reader": make.make_reviewer("reader"),
    }


def test_a_finding_goes_from_draft_to_published_by_two_people(people):
    bound = make.made_public(make.make_treaty_action()).state
    finding = make.make_finding(author=people["author"], proceeding=make.made_public(make.make_proceeding(state=bound)))
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


def test_whoever_wrote_it_does_not_publish_it(people):
    entry = make.in_review(make.make_state(), people["writing_reviewer"])
    with pytest.raises(PermissionDenied):
        workflow.publish(entry, by=people["writing_reviewer"])


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


def test_an_empty_note_is_refused(people):
    state = make.in_review(make.make_state(), people["author"])
    with pytest.raises(ValidationError, match="Say what the author should change."):
        workflow.send_back(state, by=people["reader"], note=" ")


def test_an_empty_reason_is_refused(people):
    state = make.published(make.make_state(), people["author"], people["reader"])
    with pytest.raises(ValidationError, match="A retraction states its reason"):
        workflow.retract(state, by=people["reader"], reason=" ")


def test_nothing_is_published_that_breaks_a_rule_of_the_record(people, monkeypatch):
    def refuse(entries):
        raise ValidationError("A rule is broken.")

    state = make.in_review(make.make_state(), people["author"])
    monkeypatch.setattr("record.invariants.refuse", refuse)
    with pytest.raises(ValidationError, match="A rule is broken."):
        workflow.publish(state, by=people["reader"])


def test_an_edition_that_fails_leaves_no_number_behind():
    before = Edition.objects.first().number
    with pytest.raises(IntegrityError), transaction.atomic(), workflow.edition("A try"):
        State.objects.create(iso3="hu", name="x", name_fr="x", name_es="x")
    with workflow.edition("The next"):
        pass
    assert Edition.objects.first().number == before + 1
