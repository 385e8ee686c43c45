"""A revision applied to what stands: in one edition, with the history saying what changed and no more, and what follows computed anew."""

import threading
from unittest.mock import patch

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cooperation.models import Finding
from record import derived, workflow
from record.models import Citation, Correction, Edition, Revision, RevisionStatus, Status
from record.tests import factories as make
from record.tests import revising
from record.tests.refusals import refused
from record.tests.revising import begun, cited, submitted
from record.workflow import revisions
from record.workflow.proposals import stand_of
from states.models import Membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def state():
    return make.made_public(make.make_state(name="Ruritania", note="Old."))


def events_of(thing):
    return thing.history.model.objects.filter(pgh_obj_id=thing.pk).order_by("pgh_id")


def refuse_all(entries):
    raise ValidationError("A rule is broken.")


def notices_of(entry):
    return Correction.objects.filter(content_type=ContentType.objects.get_for_model(entry), object_id=entry.pk)


class TestPublished:
    def test_by_a_second_person_in_one_edition(self, state, author, reviewer):
        before = Edition.current_number()
        revision = submitted(state, author, values={"name": "Zembla"})
        workflow.publish(revision, by=reviewer)
        edition = Edition.objects.first()
        assert (edition.number, edition.kind, edition.by) == (before + 1, "update", reviewer)
        assert (revision.status, revision.edition) == (RevisionStatus.PUBLISHED, edition)

    def test_the_entry_says_what_was_proposed_and_who_read_it(self, state, reviewer):
        revising.published(state, reviewer, values={"name": "Zembla"})
        assert (state.name, state.name_fr, state.reviewer, state.status) == ("Zembla", state.name_fr, reviewer, Status.PUBLISHED)

    def test_whoever_wrote_the_entry_does_not_become_its_reader(self, author, reviewer):
        state = make.published(make.make_state(), reviewer, other := make.make_reviewer())
        revising.published(state, reviewer, values={"note": "New."})
        assert (state.note, state.author, state.reviewer) == ("New.", reviewer, other)

    def test_its_author_does_not_publish_it(self, state, reviewer):
        revision = submitted(state, reviewer, values={"name": "Zembla"})
        with pytest.raises(PermissionDenied):
            workflow.publish(revision, by=reviewer)

    def test_says_the_database(self, state, reviewer):
        revision = submitted(state, reviewer, values={"name": "Zembla"})
        with refused("revision_reviewer_is_not_its_author"), connection.cursor() as cursor:
            cursor.execute("UPDATE record_revision SET status = 'approved', reviewer_id = author_id WHERE id = %s", [revision.pk])

    def test_nor_is_the_reader_left_out(self, state, author):
        revision = submitted(state, author, values={"name": "Zembla"})
        with refused("revision_approved_was_read"), connection.cursor() as cursor:
            cursor.execute("UPDATE record_revision SET status = 'approved' WHERE id = %s", [revision.pk])

    def test_the_history_says_what_changed_and_no_more(self, author):
        state = make.make_state()
        kept, dropped, changed = (make.cite(state, locator=locator) for locator in ("p. 1", "p. 2", "p. 3"))
        make.made_public(state)
        source = make.make_source()
        rows = [cited(kept), cited(changed, quotation="It did."), cited(kept, source=source.pk)]
        edition = revising.published(state, citations=rows).edition.number
        assert [event.pgh_label for event in events_of(kept)] == ["insert"]
        assert [(event.pgh_label, event.pgh_edition) for event in events_of(dropped)][1:] == [("delete", edition)]
        assert [(event.pgh_label, event.pgh_edition) for event in events_of(changed)][1:] == [("update", edition)]
        assert [event.pgh_label for event in events_of(Citation.objects.get(source=source))] == ["insert"]

    def test_two_citations_may_change_places(self, author):
        state = make.make_state()
        source = make.make_source()
        first, second = (make.cite(state, source, locator=f"p. {number}", quotation=str(number)) for number in (1, 2))
        make.made_public(state)
        revising.published(state, citations=[cited(first, locator="p. 2"), cited(second, locator="p. 1")])
        assert set(state.citations.values_list("locator", "quotation")) == {("p. 1", "2"), ("p. 2", "1")}

    def test_only_the_links_that_differ_are_written(self):
        kept, dropped, added = make.made_public(make.make_state(), make.make_state(), make.make_state())
        situation = make.made_public(make.make_situation(kept, dropped))
        rows = {row.state_id: row for row in situation.situationstate_set.all()}
        revising.published(situation, links={"states": [kept.pk, added.pk]})
        assert set(situation.states.all()) == {kept, added}
        assert [events_of(rows[state.iso3]).last().pgh_label for state in (kept, dropped)] == ["insert", "delete"]

    def test_never_what_points_to_a_draft(self, author, reviewer):
        situation = make.made_public(make.make_situation())
        revision = submitted(situation, author, links={"states": [make.make_state().pk]})
        with pytest.raises(ValidationError, match="is not published: publish that first"):
            workflow.publish(revision, by=reviewer)
        assert (situation.states.count(), Revision.objects.get(pk=revision.pk).status) == (0, RevisionStatus.IN_REVIEW)

    def test_never_of_what_was_retracted_meanwhile(self, state, author, reviewer):
        revision = submitted(state, author, values={"name": "Zembla"})
        workflow.retract(state, by=reviewer, reason="A double.")
        with pytest.raises(ValidationError, match="is not published any more"):
            workflow.publish(revision, by=make.make_reviewer())

    def test_never_what_breaks_a_rule_of_the_record(self, state, author, reviewer, monkeypatch):
        revision = submitted(state, author, values={"name": "Zembla"})
        monkeypatch.setattr("record.invariants.refuse", refuse_all)
        with pytest.raises(ValidationError, match="A rule is broken"):
            workflow.publish(revision, by=reviewer)

    def test_the_source_that_is_no_longer_cited_is_no_longer_public(self, state):
        old, new = state.citations.get().source, make.make_source()
        revising.published(state, citations=[cited(state.citations.get(), source=new.pk)])
        old.refresh_from_db()
        new.refresh_from_db()
        assert (old.shown, new.shown) == (False, True)


class TestCorrected:
    def test_a_notice_says_what_was_wrong_before_and_after(self, author):
        finding = make.made_public(make.make_finding(outcome="not_found"))
        proceeding = make.made_public(make.make_proceeding())
        words = {"kind": "correction", "note": "The wrong path.", "asked_by": "state"}
        revision = revising.published(finding, values={"proceeding": proceeding.pk, "summary": "New."}, **words)
        notice = notices_of(finding).get()
        assert (notice.edition, notice.kind, notice.what_was_wrong, notice.asked_by) == (revision.edition, "correction", "The wrong path.", "state")
        assert {"field": "summary", "before": "", "after": "New."} in notice.changes
        assert revision.edition.kind == "correction"

    def test_references_stand_there_by_their_key(self):
        visit = make.made_public(make.make_visit())
        host = make.made_public(make.make_state())
        before = visit.host_id
        revising.published(visit, values={"host": host.iso3}, kind="correction", note="Another host.")
        assert notices_of(visit).get().changes == [{"field": "host", "before": before, "after": host.iso3}]

    def test_links_by_their_keys(self):
        one, two = make.made_public(make.make_state(), make.make_state())
        situation = make.made_public(make.make_situation(one))
        revising.published(situation, links={"states": [one.pk, two.pk]}, kind="correction", note="One was missing.")
        keys = ";".join(sorted([one.iso3, two.iso3]))
        assert notices_of(situation).get().changes == [{"field": "states", "before": one.iso3, "after": keys}]

    def test_sources_in_words(self, state):
        old = state.citations.get()
        source = make.make_source(title="A better decision")
        revising.published(state, citations=[cited(old, source=source.pk, field="name")], kind="correction", note="The wrong decision.")
        before, after = notices_of(state).get().changes
        assert (before["field"], before["after"], after["before"]) == ("sources", "", "")
        assert "ICC: A decision" in before["before"]
        assert after["after"] == "ICC: A better decision (on: name; read in full)"

    def test_an_update_is_no_correction(self, state):
        revising.published(state, values={"name": "Zembla"})
        assert not notices_of(state).exists()


class TestWhatWasComputedFromTheOldValue:
    @pytest.fixture(autouse=True)
    def any_record_goes(self, monkeypatch):
        monkeypatch.setattr("record.invariants.refuse", lambda entries: None)

    def agrees(self):
        """Whether all that is stored is what the rules say."""
        stored = derived.snapshot()
        with workflow.edition("Anew"):
            derived.recompute()
        return derived.snapshot() == stored

    def test_an_act_of_another_state(self):
        wrong, right = make.made_public(make.make_state(), make.make_state())
        act = make.made_public(make.make_treaty_action(state=wrong))
        visit = make.made_public(make.make_visit(host=wrong))
        assert visit.host_bound == "party"
        revising.published(act, values={"state": right.iso3})
        visit.refresh_from_db()
        assert (Membership.objects.filter(state=wrong).exists(), Membership.objects.filter(state=right).exists()) == (False, True)
        assert visit.host_bound == "not_bound"
        assert self.agrees()

    def test_a_visit_to_another_host(self):
        party = make.made_public(make.make_treaty_action()).state
        visit = make.made_public(make.make_visit(host=party))
        revising.published(visit, values={"host": make.made_public(make.make_state()).iso3})
        assert visit.host_bound == "not_bound"
        assert self.agrees()

    def test_a_decision_of_another_proceeding(self):
        right = make.made_public(make.make_treaty_action(), make.make_proceeding())[1]
        finding = make.made_public(make.make_finding())
        wrong = finding.proceeding
        make.made_public(make.make_treaty_action(state=right.state))
        revising.published(finding, values={"proceeding": right.pk})
        for proceeding in (wrong, right):
            proceeding.refresh_from_db()
        assert (wrong.outcome, right.outcome) == ("", "found")
        assert self.agrees()

    def test_a_warrant_against_another_person(self):
        warrant = make.made_public(make.make_warrant())
        revising.published(warrant, values={"person": make.made_public(make.make_person()).pk})
        assert self.agrees()

    def test_a_case_about_something_else(self):
        person = make.make_person()
        case = make.make_case(person)
        make.made_public(case, make.make_warrant(person=person, case=case), make.make_case_event(person=person, case=case, kind="convicted"))
        revising.published(case, values={"kind": "article_70"})
        assert self.agrees()

    def test_a_person_of_another_situation(self):
        duty = make.make_duty()
        visit = make.made_public(duty, make.make_visit(host=duty.state))[1]
        revising.published(visit.person, values={"situation": duty.situation_id})
        visit.refresh_from_db()
        assert visit.host_bound == "art12_3"
        assert self.agrees()


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40)
PARTIAL = st.dates().map(lambda day: day.isoformat()) | st.integers(1000, 2100).map(str) | st.just("")
WILD = st.fixed_dictionaries(
    {},
    optional={
        "chamber": WORDS.filter(str.strip),
        "summary": WORDS,
        "document_no": WORDS,
        "articles": st.lists(st.sampled_from(["86", "87(7)", "89"]), unique=True),
        "decided_on": PARTIAL.filter(bool),
        "outcome": st.sampled_from(["found", "informed", "not_found"]),
        "referral": st.sampled_from(["", "none", "deferred"]),
    },
)
WILD_CITATIONS = st.lists(
    st.tuples(st.sampled_from(["", "outcome", "decided_on"]), st.integers(0, 3), WORDS, st.sampled_from(["full", "excerpt"]), WORDS),
    max_size=5, unique_by=lambda row: row[:3],
)  # fmt: skip


class TestWildProposals(TestCase):
    """Whatever is proposed and taken stands afterwards, as it was proposed."""

    @classmethod
    def setUpTestData(cls):
        cls.finding = make.made_public(make.make_finding())
        cls.sources = [make.make_source() for _ in range(4)]
        cls.author, cls.reviewer = make.make_editor(), make.make_reviewer()

    def setUp(self):
        self.enterContext(patch("record.invariants.refuse"))

    @settings(max_examples=12)
    @given(values=WILD, citations=WILD_CITATIONS)
    def test_stand_as_they_were_proposed(self, values, citations):
        finding = Finding.objects.get(pk=self.finding.pk)
        own = cited(finding.citations.get())
        rows = [own] + [
            {**own, "field": field, "source": self.sources[number].pk, "locator": locator, "consulted": how, "quotation": words}
            for field, number, locator, how, words in citations
        ]
        revision = begun(finding, self.author, values=values, citations=rows)
        proposal = (revision.values, revision.citations)
        if proposal == (revision.base["values"], revision.base["citations"]):
            return
        revisions.apply(revision, self.reviewer)
        now = stand_of(Finding.objects.get(pk=finding.pk))
        assert (now["values"], now["citations"]) == proposal
        assert {name: now["values"][name] for name in values} == values


@pytest.mark.django_db(transaction=True)
def test_two_reviewers_at_once_publish_it_once():
    state = make.made_public(make.make_state())
    revision = submitted(state, values={"name": "Zembla"})
    reviewers, refusals = [make.make_reviewer(), make.make_reviewer()], []
    before, start = Edition.current_number(), threading.Barrier(2)

    def publish(reviewer):
        start.wait(timeout=10)
        try:
            workflow.publish(Revision.objects.get(pk=revision.pk), by=reviewer)
        except PermissionDenied as refusal:
            refusals.append(refusal)
        connection.close()

    workers = [threading.Thread(target=publish, args=[reviewer]) for reviewer in reviewers]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=30)
    assert (len(refusals), Edition.current_number()) == (1, before + 1)
