"""Source marks and footnotes: what a footnote tells of its source, and which passage a mark leads to."""

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest

from record import workflow
from record.models import ArchivedCopy
from record.publishing.footnotes import Footnotes
from record.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def finding():
    return make.make_finding()


def shown(client, *entries):
    """The page of the first entry, public with the others."""
    make.made_public(*entries)
    return client.get(entries[0].get_absolute_url()).content.decode()


def footnote(html, source):
    """The words of the footnote of a source."""
    notes = re.findall(r'<li id="s\d+">(.*?</small>)', html, re.DOTALL)
    note = next(note for note in notes if f"/sources/{source.slug}/" in note)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", note)))


def archive(source, fetched_at, sha256):
    with workflow.edition("A copy for a test") as edition:
        return ArchivedCopy.objects.create(
            source=source, edition=edition, sha256=sha256, media_type="text/html", size=9, fetched_at=fetched_at, final_url=source.url, name=sha256
        )


def test_a_footnote_says_what_the_source_is(client, finding):
    source = make.make_source(
        kind="press", title="A headline", publisher="A daily", published_on="2024-05", document_no="No. 7", url="https://example.org/x"
    )
    make.cite(finding, source, consulted="excerpt")
    assert "Press. A daily, A headline, May 2024, No. 7. example.org · details ↩ Read in excerpt." in footnote(shown(client, finding), source)


def test_a_footnote_shows_the_passage_and_the_words_with_the_field_that_they_speak_of(client, finding):
    citation = make.cite(finding, field="chamber", locator="para. 12", quotation="The Chamber so finds.")
    assert "Chamber: para. 12: The Chamber so finds." in footnote(shown(client, finding), citation.source)


def test_every_passage_of_a_source_is_shown(client, finding):
    source = make.make_source()
    make.cite(finding, source, field="chamber", locator="para. 1")
    make.cite(finding, source, field="chamber", locator="para. 2")
    make.cite(finding, source, field="decided_on", locator="page 1")
    note = footnote(shown(client, finding), source)
    assert [text in note for text in ("Chamber: para. 1", "Chamber: para. 2", "Decided: page 1")] == [True] * 3


def test_a_passage_that_several_fields_rest_on_is_shown_once(client, finding):
    source = make.make_source()
    make.cite(finding, source, field="chamber", locator="para. 1")
    make.cite(finding, source, field="decided_on", locator="para. 1")
    note = footnote(shown(client, finding), source)
    assert note.count("para. 1") == 1
    assert "Chamber" in note
    assert "Decided" in note


def test_a_mark_leads_to_the_passage_of_its_fact(client, finding):
    source = make.make_source()
    make.cite(finding, source)
    make.cite(finding, source, field="chamber", quotation="The Chamber so finds.")
    html = shown(client, finding)
    target = re.search(r'<li id="(s\d+-\d+)">(?:(?!</li>).)*so finds', html, re.DOTALL)[1]
    chamber = re.search(r"<dt>Chamber</dt>\s*<dd>(.*?)</dd>", html, re.DOTALL)[1]
    assert f'href="#{target}"' in chamber


def test_every_mark_leads_to_a_footnote_and_every_footnote_back_to_a_mark(client):
    for address in ("/proceedings/tjk-vladimir-putin-2025/", "/states/hungary/", "/persons/omar-al-bashir/", "/situations/darfur/"):
        html = client.get(address).content.decode()
        ids = set(re.findall(r' id="([^"]+)"', html))
        assert set(re.findall(r'href="#([sr]\d[^"]*)"', html)) - ids == set(), address


def test_a_source_that_disagrees_is_said_to_in_its_footnote(client, finding):
    make.cite(finding)
    rival = make.cite(finding, field="chamber", stance="contradicts", rival_value="Trial Chamber I", reason="A slip.", locator="page 3")
    assert "Chamber: says otherwise, page 3" in footnote(shown(client, finding), rival.source)


def test_the_passage_of_another_entry_says_of_which(client, finding):
    citation = make.cite(finding, locator="para. 30")
    make.cite(finding.proceeding)
    html = shown(client, finding.proceeding, finding)
    assert re.search(rf"{re.escape(str(finding)[:10])}.*: para\. 30", footnote(html, citation.source))


def test_the_latest_archived_copy_is_told_with_its_day_and_hash(client, finding):
    citation = make.cite(finding)
    archive(citation.source, datetime(2026, 5, 3, tzinfo=UTC), "ab12" * 16)
    archive(citation.source, datetime(2026, 5, 1, tzinfo=UTC), "ff99" * 16)
    note = footnote(shown(client, finding), citation.source)
    assert "Archived 3 May 2026, SHA-256 ab12ab12ab12…" in note
    assert "ff99" not in note


def test_a_copy_in_a_public_archive_is_linked(client, finding):
    citation = make.cite(finding, make.make_source(archived_url="https://web.archive.org/web/2024/https://example.org/"))
    html = shown(client, finding)
    assert 'href="https://web.archive.org/web/2024/https://example.org/" rel="noopener external"' in html
    assert "Copy in a public archive." in footnote(html, citation.source)


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("ok", "Address checked on 2 May 2026."),
        ("moved", "The address had moved on 2 May 2026."),
        ("changed", "The text at the address had changed on 2 May 2026."),
        ("dead", "The address no longer answered on 2 May 2026."),
    ],
)
def test_the_state_of_an_address_is_said_in_words(client, finding, link, words):
    citation = make.cite(finding, make.make_source(link=link, checked_on=date(2026, 5, 2)))
    assert words in footnote(shown(client, finding), citation.source)


def test_an_address_that_was_never_checked_is_said_nothing_of(client, finding):
    citation = make.cite(finding)
    note = footnote(shown(client, finding), citation.source)
    assert "address" not in note.lower()


def test_footnotes_cost_two_queries_whatever_they_hold(finding, django_assert_num_queries):
    for place in range(3):
        citation = make.cite(finding, locator=f"page {place}")
        archive(citation.source, datetime(2026, 5, 3, tzinfo=UTC), f"{place}" * 64)
    Footnotes([finding])  # content types are looked up once for each process
    with django_assert_num_queries(2):
        footnotes = Footnotes([finding])
        footnotes.marks(finding)
        assert [note.copy.sha256[0] for note in footnotes.notes] == ["0", "1", "2"]


def test_every_value_of_an_entry_has_a_mark_or_leads_to_what_it_is_computed_from(client):
    for address in ("/persons/vladimir-putin/", "/visits/vladimir-putin-mng-2024-09-02/", "/states/united-states/", "/findings/hun-2025-07-24/"):
        facts = client.get(address).context["page"].facts
        assert [str(fact.cell.column.name) for fact in facts if not (fact.cell.unknown or fact.marks or fact.why)] == [], address


def test_whether_a_host_was_bound_leads_to_the_answer_for_that_day(client):
    html = client.get("/visits/vladimir-putin-mng-2024-09-02/").content.decode()
    assert "/bound/?state=MNG&amp;on=2024-09-02&amp;person=vladimir-putin" in html
