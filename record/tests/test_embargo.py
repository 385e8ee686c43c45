"""Approved until a time: seen by editors alone, published by the worker when it has come, once, in an edition of its own."""

import logging
import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.utils import timezone

from record import workflow
from record.management.commands import work
from record.models import Edition, Review, RevisionStatus, Status
from record.tests import factories as make
from record.tests.revising import submitted
from states.models import State

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def approved(thing, reviewer):
    """For in an hour."""
    workflow.embargo(thing, timezone.now() + HOUR, by=reviewer)
    workflow.approve(thing, by=reviewer)
    return thing


def its_time_comes(*things):
    for thing in things:
        Review.objects.of(thing).update(embargo_until=timezone.now() - HOUR)


@pytest.fixture
def state(author, reviewer):
    return approved(make.in_review(make.make_state(name="Ruritania"), author), reviewer)


@pytest.fixture
def revision(author, reviewer):
    return approved(submitted(make.made_public(make.make_state()), author, values={"name": "Zembla"}), reviewer)


@pytest.fixture(params=["entry", "revision"])
def thing(request):
    return request.getfixturevalue("state" if request.param == "entry" else "revision")


class TestApproved:
    def test_waits_and_names_its_reader(self, thing, reviewer):
        assert (thing.status, thing.reviewer, thing.reviewed_at is not None) == (Status.APPROVED, reviewer, True)

    def test_is_not_public(self, state, revision, client):
        assert not State.objects.addressable().filter(pk=state.pk).exists()
        assert client.get(state.get_absolute_url()).status_code == 404
        assert revision.entry.name != "Zembla"

    def test_makes_no_edition(self, author, reviewer):
        thing = make.in_review(make.make_state(), author)
        before = Edition.current_number()
        approved(thing, reviewer)
        assert Edition.current_number() == before

    def test_only_for_a_time_that_is_to_come(self, author, reviewer):
        thing = make.in_review(make.make_state(), author)
        with pytest.raises(ValidationError, match="No time is set"):
            workflow.approve(thing, by=reviewer)
        with pytest.raises(ValidationError, match="An embargo ends in the future"):
            workflow.embargo(thing, timezone.now() - HOUR, by=author)
        approved(other := make.in_review(make.make_state(), author), reviewer)
        assert other.status == Status.APPROVED

    def test_nothing_under_an_embargo_is_published_at_once(self, author, reviewer):
        thing = make.in_review(make.make_state(), author)
        workflow.embargo(thing, timezone.now() + HOUR, by=author)
        with pytest.raises(ValidationError, match="It is to wait until its time"):
            workflow.publish(thing, by=reviewer)
        workflow.embargo(thing, None, by=reviewer)
        workflow.publish(thing, by=reviewer)
        assert thing.status == Status.PUBLISHED

    def test_never_what_rests_on_a_draft(self, author, reviewer):
        situation = make.in_review(make.make_situation(make.make_state()), author)
        with pytest.raises(ValidationError, match="is not published"):
            approved(situation, reviewer)

    def test_a_reviewer_sends_it_back_before_its_time(self, thing, reviewer):
        workflow.send_back(thing, by=reviewer, note="A doubt.")
        assert (thing.status, thing.reviewer, thing.reviewed_at) == (Status.DRAFT, None, None)

    def test_its_author_takes_it_back(self, thing, author):
        workflow.send_back(thing, by=author, note="A doubt.")
        its_time_comes(thing)
        assert (thing.status, workflow.release_due()) == (Status.DRAFT, 0)

    def test_or_withdraws_it(self, revision, author):
        workflow.withdraw(revision, by=author)
        its_time_comes(revision)
        assert (revision.status, workflow.release_due()) == (RevisionStatus.WITHDRAWN, 0)

    def test_its_time_is_not_changed_any_more(self, thing, reviewer):
        with pytest.raises(PermissionDenied):
            workflow.embargo(thing, timezone.now() + 2 * HOUR, by=reviewer)


class TestRelease:
    def test_nothing_before_its_time(self, thing):
        assert workflow.release_due() == 0
        thing.refresh_from_db()
        assert thing.status == Status.APPROVED

    def test_at_its_time_by_whoever_approved_it(self, thing, reviewer):
        its_time_comes(thing)
        before = Edition.current_number()
        assert workflow.release_due() == 1
        thing.refresh_from_db()
        edition = Edition.objects.first()
        assert (thing.status, thing.reviewer) == (Status.PUBLISHED, reviewer)
        assert (edition.number, edition.by) == (before + 1, reviewer)

    def test_once(self, thing):
        its_time_comes(thing)
        assert [workflow.release_due(), workflow.release_due()] == [1, 0]

    def test_by_the_worker_each_round(self, state, monkeypatch):
        monkeypatch.setattr("record.archive.check.sweep", lambda: None)
        its_time_comes(state)
        worker = work.Command()
        worker.swept_on = date.today()
        worker._round()
        assert State.objects.public().filter(pk=state.pk).exists()

    def test_each_in_its_own_edition(self, state, revision):
        its_time_comes(state, revision)
        before = Edition.current_number()
        assert (workflow.release_due(), Edition.current_number()) == (2, before + 2)

    def test_what_others_rest_on_first(self, author, reviewer):
        state = make.in_review(make.make_state(), author)
        situation = make.in_review(make.make_situation(state), author)
        approved(state, reviewer)
        approved(situation, reviewer)
        its_time_comes(situation, state)
        assert workflow.release_due() == 2

    def test_a_reader_who_has_left_since_has_read_it_all_the_same(self, state, reviewer):
        reviewer.is_active = False
        reviewer.save()
        its_time_comes(state)
        assert workflow.release_due() == 1


class TestWhatCannotBePublishedAnyMore:
    def test_goes_back_to_review_with_the_reason_and_others_are_published(self, revision, state, reviewer):
        workflow.retract(revision.entry, by=reviewer, reason="A double.")
        its_time_comes(revision, state)
        before = Edition.current_number()
        assert workflow.release_due() == 1
        revision.refresh_from_db()
        assert (revision.status, revision.reviewer) == (RevisionStatus.IN_REVIEW, None)
        assert revision.review_note.startswith("Could not be published at its time: ")
        assert "is not published any more" in revision.review_note
        assert Edition.current_number() == before + 1, "without a gap"

    def test_because_its_sources_have_gone(self, state):
        state.citations.all().delete()
        its_time_comes(state)
        workflow.release_due()
        state.refresh_from_db()
        assert (state.status, state.published_at) == (Status.IN_REVIEW, None)
        assert "A published entry needs a source that supports it." in state.review_note

    def test_because_a_rule_of_the_record_would_be_broken(self, thing, monkeypatch):
        def refuse(entries):
            raise ValidationError("A rule is broken.")

        monkeypatch.setattr("record.invariants.refuse", refuse)
        its_time_comes(thing)
        workflow.release_due()
        thing.refresh_from_db()
        assert "A rule is broken." in thing.review_note

    def test_what_nobody_foresaw_is_reported_and_does_not_stop_the_worker(self, state, revision, monkeypatch, caplog):
        def fail(entry, by):
            raise RuntimeError("Broken.")

        monkeypatch.setattr("record.workflow.steps._publish_entry", fail)
        its_time_comes(state, revision)
        with caplog.at_level(logging.ERROR, "record.worker"):
            assert workflow.release_due() == 1
        state.refresh_from_db()
        assert (state.status, "Not published at its time" in caplog.text) == (Status.APPROVED, True)


@pytest.mark.django_db(transaction=True)
def test_two_workers_publish_it_once():
    reviewer, author = make.make_reviewer(), make.make_editor()
    things = [approved(make.in_review(make.make_state(), author), reviewer) for _ in range(2)]
    its_time_comes(*things)
    before, start, published = Edition.current_number(), threading.Barrier(2), []

    def work():
        start.wait(timeout=10)
        published.append(workflow.release_due())
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=30)
    assert (sum(published), Edition.current_number()) == (2, before + 2)
