"""Corrections are public, dated, with before and after in words, on a page of their own and on the entry."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from record import workflow
from record.models import Correction, Hold, NoticeKind
from record.redaction import redact
from record.tests import factories as make
from record.tests.revising import published

pytestmark = pytest.mark.django_db
PAGE = "/corrections/"
DECIDED = ("decided_on", "2021-06-01", "2021-06-02")


@pytest.fixture
def finding():
    return make.made_public(make.make_finding(outcome="found", decided_on="2021-06-01"))


def corrected(entry, *changes, kind=NoticeKind.CORRECTION, note="The day was that of a report.", asked_by="reader"):
    """The notice that the workflow would write: of each change the field, what stood and what stands."""
    with workflow.edition("Corrected for a test") as edition:
        told = [{"field": field, "before": before, "after": after} for field, before, after in changes or [DECIDED]]
        Correction.objects.create(edition=edition, entry=entry, kind=kind, what_was_wrong=note, asked_by=asked_by, changes=told)
    return entry


def made_sealed(entry):
    make.made_public(entry)
    with workflow.edition("Sealed for a test"):
        type(entry).objects.filter(pk=entry.pk).update(hold=Hold.SEALED)
    return entry


def words(html):
    """The text of a page in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).replace("\xa0", " ").replace("&nbsp;", " ")


class TestTheNotice:
    def test_before_anything_was_wrong_it_says_so_and_how_to_ask(self, client, empty_record):
        page = client.get(PAGE)
        assert "No correction has been needed yet." in page.text
        assert 'href="/corrections/ask/"' in page.text

    def test_it_gives_what_was_wrong_before_and_after_in_words_and_who_asked(self, client, finding):
        published(
            finding,
            values={"decided_on": "2021-06-02", "outcome": "informed"},
            kind="correction",
            note="The day was that of a report.",
            asked_by="reader",
        )
        page = words(client.get(PAGE).text)
        assert "The day was that of a report." in page
        assert "Decided Before: 1 June 2021 After: 2 June 2021" in page
        assert "Outcome Before: Found After: Informed" in page
        assert "Asked for by a reader." in page

    def test_a_reference_is_told_by_its_name(self, client, finding):
        before, after = make.made_public(make.make_proceeding(), make.make_proceeding())
        corrected(finding, ("proceeding", before.slug, after.slug))
        assert f"Proceeding Before: {before} After: {after}" in words(client.get(PAGE).text)

    def test_what_is_no_longer_shown_is_not_named_nor_its_key(self, client, finding):
        before = made_sealed(make.make_proceeding())
        corrected(finding, ("proceeding", before.slug, finding.proceeding.slug))
        for format_ in ("html", "json", "csv"):
            answer = client.get(PAGE, {"format": format_}).text
            assert str(before.person) not in answer
            assert before.slug not in answer
        assert "an entry that is not shown" in client.get(PAGE).text

    def test_a_source_that_was_changed_stands_in_it(self, client, finding):
        citation = finding.citations.get()
        source = make.make_source(title="The decision itself")
        new = {
            "source": source.pk,
            "field": "",
            "locator": "para. 4",
            "stance": "supports",
            "rival_value": "",
            "reason": "",
            "consulted": "full",
            "quotation": "",
        }
        published(finding, citations=[new], kind="correction", note="Another source.", asked_by="person")
        page = client.get(PAGE).text
        assert "The decision itself" in page
        assert citation.source.title in page
        assert "Asked for by the person concerned." in words(page)

    def test_an_update_needs_no_notice(self, client, finding):
        published(finding, values={"document_no": "ICC-1"}, kind="update")
        assert not Correction.objects.filter(object_id=finding.pk, edition__number__gt=1).exists()
        assert finding.get_absolute_url() not in client.get(PAGE).text

    def test_a_redaction_says_that_something_was_removed_and_not_what(self, client):
        finding = make.made_public(make.make_finding(summary="It names a protected witness."))
        redact(finding, "protected witness", reason="It would expose somebody.")
        page = client.get(PAGE).text
        assert "Summary Removed" in words(page)
        assert "protected witness" not in page

    def test_no_editor_is_named(self, client, finding):
        author, reviewer = make.make_editor("qanna"), make.make_reviewer("qrita")
        published(finding, reviewer, author=author, values={"outcome": "informed"}, kind="correction", note="Wrong.")
        for address in (PAGE, f"{PAGE}?format=json", f"{PAGE}?format=csv"):
            assert not re.search("qanna|qrita", client.get(address).text)


class TestTheList:
    @pytest.fixture(autouse=True)
    def _nothing_yet(self, empty_record):
        """The loaded record has corrections of its own."""

    @pytest.fixture
    def three(self, finding):
        other, visit = make.made_public(make.make_finding(), make.make_visit())
        return corrected(finding), corrected(other, ("outcome", "found", "informed")), corrected(visit, kind=NoticeKind.RETRACTION)

    def entries(self, client, **question):
        return [result["entry"] for result in client.get(PAGE, {"format": "json", **question}).json()["results"]]

    def keys(self, *entries):
        return [f"{entry.collection}/{entry.slug}" for entry in entries]

    def test_the_newest_notice_comes_first(self, client, three):
        assert self.entries(client) == self.keys(*reversed(three))

    def test_every_format_has_the_same(self, client, three):
        rows = list(csv.DictReader(io.StringIO(client.get(PAGE, {"format": "csv"}).text)))
        assert [row["entry"] for row in rows] == self.entries(client)
        assert [(row["field"], row["before"], row["after"]) for row in rows][-1] == ("decided_on", "2021-06-01", "2021-06-02")
        assert [f"{entry.get_absolute_url()}" in client.get(PAGE).text for entry in three] == [True] * 3

    def test_it_is_asked_by_state_person_kind_and_day(self, client, three):
        first, second, visit = three
        assert self.entries(client, state=first.proceeding.state_id) == self.keys(first)
        assert self.entries(client, person=second.proceeding.person.slug) == self.keys(second)
        assert self.entries(client, kind="retraction") == self.keys(visit)
        assert self.entries(client, to="2020") == []
        assert len(self.entries(client, **{"from": "2020"})) == 3

    @pytest.mark.parametrize("format_", ["html", "json"])
    @pytest.mark.parametrize(
        ("name", "value"), [("state", "QQQ"), ("person", "nobody"), ("kind", "mistake"), ("from", "soon"), ("page", "9"), ("colour", "red")]
    )
    def test_what_it_does_not_know_is_refused_by_name(self, client, name, value, format_):
        answer = client.get(PAGE, {name: value, "format": format_})
        assert (answer.status_code == 400) is (name != "page" or format_ == "html")
        if answer.status_code == 400:
            assert value in answer.text

    def test_tracking_is_no_question(self, client):
        assert client.get(PAGE, {"utm_source": "letter"}).status_code == 200

    def test_what_is_held_has_no_notice(self, client, three):
        first, *_others = three
        made_sealed(first)
        assert self.keys(first)[0] not in self.entries(client)
        assert Correction.objects.count() == 3

    def test_as_known_before_there_was_none(self, client, three):
        number = Correction.objects.order_by("edition_id").first().edition_id
        assert self.entries(client, known=number - 1) == []
        assert self.entries(client, known=number) == self.keys(three[0])

    def test_it_is_cut_into_pages(self, client, finding):
        with workflow.edition("Many") as edition:
            Correction.objects.bulk_create(
                Correction(edition=edition, entry=finding, kind=NoticeKind.CORRECTION, what_was_wrong=f"No. {n}", asked_by="reader")
                for n in range(30)
            )
        assert client.get(PAGE).text.count('<article class="correction">') == 25
        assert client.get(PAGE, {"page": 2}).text.count('<article class="correction">') == 5

    def test_more_notices_do_not_mean_more_queries(self, client, finding):
        def queries():
            with CaptureQueriesContext(connection) as asked:
                assert client.get(PAGE).status_code == 200
            return len(asked)

        corrected(finding)
        queries()
        few = queries()
        for entry in make.made_public(make.make_finding(), make.make_finding(), make.make_finding()):
            corrected(entry)
        assert queries() == few


class TestOnTheEntry:
    def test_the_note_stands_on_the_page_of_the_entry(self, client, finding):
        corrected(finding)
        page = client.get(finding.get_absolute_url()).text
        assert "Decided Before: 1 June 2021 After: 2 June 2021" in words(page[page.index('id="corrections"') :])

    def test_it_costs_no_query_more(self, client, finding):
        def queries():
            with CaptureQueriesContext(connection) as asked:
                client.get(finding.get_absolute_url())
            return len(asked)

        queries()
        without = queries()
        corrected(finding)
        assert queries() <= without

    def test_an_entry_that_was_never_wrong_says_nothing_of_it(self, client, finding):
        assert 'id="corrections"' not in client.get(finding.get_absolute_url()).text

    def test_the_page_of_a_retracted_entry_says_when_and_who_asked(self, client, finding):
        workflow.retract(finding, by=make.make_reviewer(), reason="It was entered twice.", asked_by="state")
        answer = client.get(finding.get_absolute_url())
        assert answer.status_code == 410
        assert "It was entered twice." in answer.text
        assert re.search(r"edition \d+\. Asked for by a State\.", words(answer.text))

    def test_the_json_of_an_entry_has_them(self, client, finding):
        corrected(finding)
        (notice,) = client.get(finding.get_absolute_url(), {"format": "json"}).json()["corrections"]
        assert notice["changes"] == [{"field": "decided_on", "before": "2021-06-01", "after": "2021-06-02"}]

    def test_a_held_entry_stays_away_with_its_notices(self, client, finding):
        corrected(finding)
        made_sealed(finding)
        assert client.get(finding.get_absolute_url()).status_code == 404
        assert finding.slug not in client.get(PAGE).text

    def test_every_entry_a_retracted_one_and_the_about_page_lead_to_the_form(self, client, finding):
        link = f'href="/corrections/ask/?entry=findings/{finding.slug}"'
        assert link in client.get(finding.get_absolute_url()).text
        workflow.retract(finding, by=make.make_reviewer(), reason="It was entered twice.", asked_by="state")
        assert link in client.get(finding.get_absolute_url()).text
        assert 'href="/corrections/ask/"' in client.get("/about/").text
        assert 'href="/corrections/"' in client.get("/").text
