"""A change of what is published: begun, written, submitted, brought up to date."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from record import workflow
from record.models import Revision, RevisionStatus
from record.tests import factories as make
from record.tests import revising
from record.tests.refusals import refused
from record.tests.revising import begun, cited, submitted
from states.models import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def state():
    return make.made_public(make.make_state(name="Ruritania", note="Old."))


class TestBegun:
    def test_proposes_what_stands(self, state, author):
        revision = workflow.begin(state, by=author)
        assert (revision.values["name"], revision.citations) == ("Ruritania", [cited(state.citations.get())])
        assert revision.base == {"values": revision.values, "links": revision.links, "citations": revision.citations}

    def test_the_links_of_a_situation_too(self, author):
        state = make.make_state()
        situation = make.made_public(make.make_situation(state))
        assert workflow.begin(situation, by=author).links == {"states": [state.pk]}

    def test_the_entry_stays_as_it_is(self, state, author):
        before = State.objects.values().get(pk=state.pk)
        submitted(state, author, values={"name": "Zembla"})
        assert State.objects.values().get(pk=state.pk) == before

    def test_one_at_a_time(self, state, author):
        workflow.begin(state, by=author)
        with pytest.raises(ValidationError, match="is being prepared already, by ana"):
            workflow.begin(state, by=make.make_editor())

    def test_says_the_database_too(self, state, author):
        revision = workflow.begin(state, by=author)
        with refused("revision_is_the_only_open_one"):
            Revision.objects.create(entry=state, author=author, base=revision.base, values=revision.values)

    def test_another_after_it_was_withdrawn(self, state, author):
        workflow.withdraw(workflow.begin(state, by=author), by=author)
        assert workflow.begin(state, by=author).status == RevisionStatus.DRAFT

    def test_a_draft_is_not_revised(self, author):
        with pytest.raises(PermissionDenied):
            workflow.begin(make.make_state(), by=author)


class TestWhatIsMissing:
    def test_something_that_differs(self, state, author):
        with pytest.raises(ValidationError, match="Nothing differs yet"):
            workflow.submit(workflow.begin(state, by=author), by=author)

    def test_a_source_of_what_is_changed(self, state, author):
        citation = cited(state.citations.get(), field="name")
        revision = begun(state, author, values={"name_fr": "Zemble", "regional_group": "weog"}, citations=[citation])
        assert [gap.message for gap in workflow.gaps(revision)] == ["No source for “regional group”."]

    def test_but_not_of_what_stays(self, state, author):
        citation = cited(state.citations.get(), field="name")
        assert workflow.gaps(begun(state, author, values={"name": "Zembla"}, citations=[citation])) == []

    def test_any_source(self, state, author):
        revision = begun(state, author, values={"name": "Zembla"}, citations=[])
        assert "No source supports this entry yet." in [gap.message for gap in workflow.gaps(revision)]

    def test_what_was_wrong_of_a_correction(self, state, author):
        with pytest.raises(ValidationError, match="A correction says what was wrong"):
            submitted(state, author, values={"name": "Zembla"}, kind="correction")

    def test_what_the_kind_refuses_is_refused_when_it_is_written(self, state, author):
        with pytest.raises(ValidationError, match="three capitals"):
            begun(state, author, values={"iso3": "xx"})

    @pytest.mark.parametrize("change", [{"stance": "contradicts"}, {"rival_value": "1"}, {"source": 0}, {"locator": "x" * 201}])
    def test_a_citation_that_could_not_stand_is_refused_when_it_is_written(self, state, author, change):
        with pytest.raises(ValidationError):
            begun(state, author, citations=[cited(state.citations.get(), **change)])

    def test_the_same_citation_twice(self, state, author):
        with pytest.raises(ValidationError, match="cited for this already"):
            begun(state, author, citations=[cited(state.citations.get())] * 2)


class TestWhatHasChangedMeanwhile:
    def change(self, state, **values):
        with workflow.edition("Meanwhile"):
            State.objects.filter(pk=state.pk).update(**values)

    def test_in_the_same_field_is_refused_and_says_what_stood_and_what_stands(self, state, author, reviewer):
        revision = submitted(state, author, values={"name": "Zembla"})
        self.change(state, name="Graustark")
        with pytest.raises(ValidationError, match="name has changed meanwhile: it was “Ruritania”, it is “Graustark”"):
            workflow.publish(revision, by=reviewer)
        revision.refresh_from_db()
        assert (revision.status, revision.values["name"]) == (RevisionStatus.IN_REVIEW, "Zembla"), "nothing is lost"

    def test_in_another_field_stays(self, state, author, reviewer):
        revision = submitted(state, author, values={"name": "Zembla"})
        self.change(state, note="Meanwhile.")
        workflow.publish(revision, by=reviewer)
        state.refresh_from_db()
        assert (state.name, state.note) == ("Zembla", "Meanwhile.")

    def test_to_the_same_value_leaves_nothing_to_publish(self, state, author, reviewer):
        revision = submitted(state, author, values={"name": "Zembla"})
        self.change(state, name="Zembla")
        with pytest.raises(ValidationError, match="Nothing differs any more"):
            workflow.publish(revision, by=reviewer)

    def test_among_the_sources_is_refused(self, state, author, reviewer):
        revision = submitted(state, author, citations=[cited(state.citations.get(), locator="p. 2")])
        with workflow.edition("Meanwhile"):
            state.citations.update(locator="p. 1")
        with pytest.raises(ValidationError, match="source has changed meanwhile"):
            workflow.publish(revision, by=reviewer)

    def test_its_author_brings_it_up_to_date(self, state, author, reviewer):
        revision = submitted(state, author, values={"name": "Zembla"})
        self.change(state, name="Graustark", note="Meanwhile.")
        workflow.send_back(revision, by=author, note="To be brought up to date.")
        workflow.rebase(revision, by=author)
        assert (revision.values["name"], revision.values["note"], revision.base["values"]["name"]) == ("Zembla", "Meanwhile.", "Graustark")
        workflow.submit(revision, by=author)
        workflow.publish(revision, by=reviewer)
        state.refresh_from_db()
        assert (state.name, state.note) == ("Zembla", "Meanwhile.")

    def test_the_sources_of_both_are_kept(self, state, author):
        old = cited(state.citations.get())
        mine, theirs, gone = make.make_source(), make.make_source(), old
        revision = begun(state, author, citations=[old, {**old, "source": mine.pk}])
        with workflow.edition("Meanwhile"):
            make.cite(state, theirs)
            state.citations.exclude(source=theirs).delete()
        workflow.rebase(revision, by=author)
        assert {citation["source"] for citation in revision.citations} == {mine.pk, theirs.pk}
        assert gone not in revision.citations


@pytest.mark.parametrize("step", ["withdraw", "rebase"])
def test_what_is_published_is_over(state, reviewer, step):
    revision = revising.published(state, reviewer, values={"name": "Zembla"})
    with pytest.raises(PermissionDenied):
        getattr(workflow, step)(revision, by=revision.author)
