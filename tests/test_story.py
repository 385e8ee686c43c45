"""One finding's life as a reader follows it: published, corrected with a new source, contradicted, retracted.

After each step: its page, the page at the edition before, its history, the changes of the day, the corrections.
"""

import pytest

from record import workflow
from record.day import today
from record.models import Consulted, Edition, RevisionKind, Stance
from record.tests.factories import cite, in_review, made_public, make_editor, make_finding, make_proceeding, make_reviewer, make_source
from states.models import State

pytestmark = pytest.mark.django_db


class Story:
    """The people, the finding, and what each page of it says now."""

    def __init__(self, client):
        self.client = client
        self.editor, self.reviewer = make_editor(), make_reviewer()
        proceeding = made_public(make_proceeding(state=State.objects.get(iso3="MNG")))
        self.finding = make_finding(
            proceeding=proceeding, decided_on="2021-06-01", chamber="Pre-Trial Chamber I", summary="The Chamber found a failure to comply."
        )
        cite(self.finding, make_source(title="The first decision"))
        self.address = self.finding.get_absolute_url()

    def publish(self):
        workflow.publish(in_review(self.finding, self.editor), by=self.reviewer)

    def correct(self):
        """The day was wrong: another source has the right one."""
        source = make_source(title="The decision itself", document_no="ICC-00/00-1")
        self._revise(RevisionKind.CORRECTION, "The day was that of the press release.", {"decided_on": "2021-05-31"}, _citation(source, "decided_on"))

    def contradict(self):
        """A newspaper has another Chamber; the record keeps its own and says why."""
        source = make_source(title="A newspaper", kind="press")
        rival = {"stance": Stance.CONTRADICTS, "rival_value": "Trial Chamber V", "reason": "The decision names Pre-Trial Chamber I."}
        self._revise(RevisionKind.UPDATE, "", {}, _citation(source, "chamber", **rival))

    def retract(self):
        workflow.retract(self.finding, by=self.reviewer, reason="The decision concerned another State.")

    def _revise(self, kind, note, values, citation):
        revision = workflow.begin(self.finding, by=self.editor, kind=kind)
        workflow.propose(revision, by=self.editor, values=values, citations=[*revision.citations, citation], note=note)
        workflow.submit(revision, by=self.editor)
        workflow.publish(revision, by=self.reviewer)

    def page(self, **query):
        return self._get(self.address, query)

    def before(self):
        """The page at the edition before."""
        return self.page(known=Edition.current_number() - 1)

    def history(self):
        return self._get(f"{self.address}history/").content.decode()

    def changes(self):
        """What the day's changes say of the finding."""
        query = {"from": today().isoformat(), "to": today().isoformat(), "clock": "record", "format": "json", "kind": "findings"}
        rows = self._get("/changes/", query).json()["results"]
        return [
            (row["edition"], change["label"], change["before"], change["after"])
            for row in rows
            if row["slug"] == self.finding.slug
            for change in row["changes"]
        ]

    def corrections(self):
        return [row for row in self._get("/corrections/", {"format": "json"}).json()["results"] if self.finding.slug in str(row)]

    def _get(self, address, query=None):
        return self.client.get(address, query or {})


def _citation(source, field, **values):
    blank = {"locator": "para. 1", "stance": Stance.SUPPORTS, "rival_value": "", "reason": "", "consulted": Consulted.FULL, "quotation": ""}
    return blank | values | {"source": source.pk, "field": field}


@pytest.fixture
def story(client, settings):
    """The day is the real one: editions are made now."""
    from record import day

    with day.pinned(Edition.objects.first().at.date()):
        yield Story(client)


def test_published(story):
    story.publish()
    assert "1 June 2021" in words(story.page())
    assert story.before().status_code == 404
    assert "Not on record then" in words(story.before())
    assert "Published" in story.history()
    assert [change for change in story.changes() if change[1] == "Status"] == [(Edition.current_number(), "Status", None, "published")]
    assert story.corrections() == []


def test_corrected_with_a_new_source(story):
    story.publish()
    story.correct()
    assert "31 May 2021" in words(story.page())
    assert "ICC-00/00-1" in words(story.page())
    assert "The day was that of the press release." in words(story.page())
    assert "1 June 2021" in words(story.before())
    assert "ICC-00/00-1" not in words(story.before())
    assert "The day was that of the press release." in story.history()
    assert (Edition.current_number(), "Decided", "2021-06-01", "2021-05-31") in story.changes()
    (notice,) = story.corrections()
    assert notice["what_was_wrong"] == "The day was that of the press release."


def test_contradicted(story):
    story.publish()
    story.contradict()
    assert "Trial Chamber V" in words(story.page())
    assert "The decision names Pre-Trial Chamber I." in words(story.page())
    assert "Trial Chamber V" not in words(story.before())
    assert "A newspaper" in story.history()
    assert any(edition == Edition.current_number() for edition, *_change in story.changes())
    assert story.corrections() == []


def test_retracted(story):
    story.publish()
    story.retract()
    assert story.page().status_code == 410
    assert "The decision concerned another State." in words(story.page())
    assert "1 June 2021" in words(story.before())
    assert "Retracted since" in words(story.before())
    assert "The decision concerned another State." in story.history()
    assert (Edition.current_number(), "Status", "published", "retracted") in story.changes()
    (notice,) = story.corrections()
    assert (notice["kind"], notice["what_was_wrong"]) == ("retraction", "The decision concerned another State.")


def test_every_step_stays_readable_at_its_edition(story):
    editions = []
    for step in (story.publish, story.correct, story.contradict, story.retract):
        step()
        editions.append(Edition.current_number())
    published, corrected, contradicted, retracted = (story.page(known=number) for number in editions)
    assert "1 June 2021" in words(published)
    assert "31 May 2021" in words(corrected)
    assert "Trial Chamber V" in words(contradicted)
    assert retracted.status_code == 410


def words(response):
    return response.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")
