"""Sources as public pages: those that a public entry cites, with every fact that rests on them, and their own changes."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest

from record import workflow
from record.models import ArchivedCopy, Hold, Source
from record.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def finding():
    return make.make_finding()


@pytest.fixture
def source():
    return make.make_source(slug="a-source-of-a-test", title="A decision of this test", url="https://example.org/decision")


def seen(client, source, query=""):
    response = client.get(f"/sources/{source.slug}/{query}")
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def as_json(client, source, query=""):
    return client.get(f"/sources/{source.slug}/?format=json{query}").json()


def change(source, **values):
    """By an editor, in an edition."""
    with workflow.edition("A change that readers are not told of in these words") as edition:
        Source.objects.filter(pk=source.pk).update(**values)
    return edition.number


def listed(client, query=""):
    response = client.get(f"/sources/?format=json{query}")
    return {row["slug"] for row in json.loads(b"".join(response.streaming_content))["results"]}


def test_a_source_that_only_a_draft_cites_has_no_page(client, finding, source):
    make.cite(finding, source)
    assert client.get(f"/sources/{source.slug}/").status_code == 404
    assert source.slug not in listed(client)


def test_a_source_has_a_page_once_a_public_entry_cites_it(client, finding, source):
    make.cite(finding, source)
    make.made_public(finding)
    assert "A decision of this test" in seen(client, source)
    assert source.slug in listed(client)


def test_a_page_tells_each_fact_with_its_passage_and_words(client, finding, source):
    make.cite(finding, source, field="chamber", locator="para. 12", quotation="The Chamber so finds.")
    make.cite(finding, field="")
    make.made_public(finding)
    html = seen(client, source)
    assert finding.get_absolute_url() in html
    assert "para. 12: <q>The Chamber so finds.</q>" in html
    assert as_json(client, source)["citations"] == [
        {
            "fact": f"findings/{finding.slug}#chamber", "stance": "supports", "locator": "para. 12", "quotation": "The Chamber so finds.",
            "rival_value": None, "reason": None, "consulted": "full",
        }
    ]  # fmt: skip


def test_a_page_does_not_tell_what_a_draft_cites_it_for(client, finding, source):
    make.cite(finding, source)
    make.made_public(finding)
    make.cite(make.make_finding(), source, locator="a passage of a draft")
    assert "a passage of a draft" not in seen(client, source)
    assert len(as_json(client, source)["citations"]) == 1


def test_a_page_does_not_tell_what_a_held_entry_cites_it_for(client, finding, source):
    held = make.make_finding()
    make.cite(finding, source)
    make.cite(held, source, locator="a passage of a held entry")
    make.made_public(finding, held)
    with workflow.edition("Held for a test"):
        type(held).objects.filter(pk=held.pk).update(hold=Hold.WITHHELD)
    assert "a passage of a held entry" not in seen(client, source)


def test_what_it_contradicts_stands_apart_with_the_reason(client, finding, source):
    make.cite(finding)
    make.cite(finding, source, field="chamber", stance="contradicts", rival_value="Trial Chamber I", reason="A slip of the pen.")
    make.made_public(finding)
    html = seen(client, source)
    apart = html[html.index('id="otherwise"') : html.index('id="cited"')]
    assert "Trial Chamber I" in apart
    assert "A slip of the pen." in apart


def test_a_retracted_entry_is_told_as_such(client, finding, source):
    make.cite(finding, source)
    make.made_public(finding)
    workflow.retract(finding, by=make.make_reviewer(), reason="It was entered twice.")
    assert '<span class="mark mark--gone">Retracted</span>' in seen(client, source)


def test_archived_copies_are_told_with_hash_type_size_and_time(client, finding, source):
    make.cite(finding, source)
    make.made_public(finding)
    with workflow.edition("A copy for a test") as edition:
        ArchivedCopy.objects.create(
            source=source, edition=edition, sha256="ab" * 32, media_type="application/pdf", size=2048,
            fetched_at=datetime(2026, 5, 3, 10, 30, tzinfo=UTC), final_url="https://example.org/decision", name="x",
        )  # fmt: skip
    html = seen(client, source)
    assert [text in html for text in ("ab" * 32, "application/pdf", "2.0\xa0KB", "10:30")] == [True] * 4
    assert as_json(client, source)["copies"][0]["sha256"] == "ab" * 32


def test_a_change_of_a_source_is_told_before_and_after(client, finding, source):
    make.cite(finding, source)
    make.made_public(finding)
    number = change(source, document_no="ICC-99/99-1", kind="un_document")
    assert as_json(client, source)["changes"][0]["changes"] == [
        {"column": "kind", "before": "court_filing", "after": "un_document"},
        {"column": "document_no", "before": None, "after": "ICC-99/99-1"},
    ]
    html = seen(client, source)
    assert "Kind: <s>Court filing</s> → United Nations document" in html
    assert f"?known={number}" in html
    assert "readers are not told" not in html


def test_what_it_was_before_it_was_public_is_not_told(client, finding, source):
    Source.objects.filter(pk=source.pk).update(title="A title that nobody saw")
    Source.objects.filter(pk=source.pk).update(title="The title")
    make.cite(finding, source)
    make.made_public(finding)
    assert "nobody saw" not in seen(client, source)
    assert [step["changes"] for step in as_json(client, source)["changes"]] == [[]]


def test_a_page_as_known_shows_the_source_as_it_was(client, finding, source):
    make.cite(finding, source)
    make.made_public(finding)
    before = change(source, title="The title before")
    change(source, title="The title after")
    html = seen(client, source, f"?known={before}")
    assert "The title before" in html
    assert "The title after" not in html


def test_a_source_that_was_not_public_then_says_so(client, finding, source):
    make.cite(finding, source)
    make.made_public(finding)
    response = client.get(f"/sources/{source.slug}/?known=1")
    assert response.status_code == 404
    assert "Not on record then" in response.content.decode()


def test_many_facts_stand_on_several_pages(client):
    source = Source.objects.get(slug="untc-status-rome-statute-2014")
    first, second = (client.get(source.get_absolute_url(), {"page": page}).context["page"].resting for page in (1, 2))
    assert len(first) == len(second) == 50
    assert {fact.key for fact in first} & {fact.key for fact in second} == set()
    assert len(as_json(client, source)["citations"]) > 400


@pytest.mark.parametrize("query", ["?page=0", "?page=x", "?page=999", "?colour=red", "?format=csv"])
def test_a_wrong_question_to_a_source_is_refused(client, query):
    assert client.get(f"/sources/icc-banda-case/{query}").status_code == 400


def test_the_queries_of_a_page_do_not_grow_with_its_facts(client, django_assert_max_num_queries):
    client.get("/sources/icc-banda-case/")
    with django_assert_max_num_queries(26):
        client.get("/sources/untc-status-rome-statute-2014/")


def test_the_list_is_found_by_number_language_and_publisher(client):
    one = Source.objects.public().exclude(document_no="").order_by("slug").first()
    assert one.slug in listed(client, f"&q={one.document_no}")
    assert listed(client, "&language=fr") == set(Source.objects.public().filter(language="fr").values_list("slug", flat=True))
    assert listed(client, "&publisher=Human Rights Watch") == set(
        Source.objects.public().filter(publisher__icontains="Human Rights Watch").values_list("slug", flat=True)
    )


def test_dead_addresses_are_a_question_of_the_list(client, finding, source):
    make.cite(finding, source)
    make.made_public(finding)
    change(source, link="dead", checked_on="2026-05-02")
    assert listed(client, "&link=dead") == {source.slug}


def test_a_language_that_no_source_has_is_refused(client):
    response = client.get("/sources/?language=tlh")
    assert response.status_code == 400
    assert "tlh" in response.content.decode()


def test_the_list_as_csv_has_the_columns_of_the_data_file(client):
    text = b"".join(client.get("/sources/?format=csv").streaming_content).decode()
    header = next(csv.reader(io.StringIO(text)))
    assert set(header) >= {
        "slug",
        "kind",
        "title",
        "publisher",
        "published_on",
        "document_no",
        "url",
        "archived_url",
        "language",
        "link",
        "checked_on",
    }
