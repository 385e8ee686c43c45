"""Citing on the desk: a source is found by a few letters of its title or number, and a quotation is short."""

import pytest
from django.test import Client

from record.loading import BadData, load
from record.models import Citation, Source
from record.tests import factories as make
from record.tests.desk import page, said, typed
from record.tests.small_record import SmallRecord

pytestmark = pytest.mark.django_db
CITED = "record-citation-content_type-object_id"


@pytest.fixture
def draft():
    editor = make.make_editor("ana")
    return make.make_finding(author=editor, proceeding=make.made_public(make.make_finding()).proceeding, decided_on="2024-10-24")


@pytest.fixture
def desk(draft):
    client = Client()
    client.force_login(draft.author)
    return client


def offered(desk, term, **more):
    """What the choice of a source shows for some letters."""
    query = {"app_label": "record", "model_name": "citation", "field_name": "source", "term": term, **more}
    return [result["text"] for result in desk.get("/admin/autocomplete/", query).json()["results"]]


def a_source(**values):
    values = {"title": "Qzarr decision", "document_no": "ICC-98/76-5", "published_on": "2024-05-01", "publisher": "Chamber", **values}
    return make.make_source(**values)


@pytest.mark.parametrize("letters", ["qzar", "98/76", "dec qzarr"])
def test_a_source_is_offered_with_all_that_tells_it_from_others(desk, letters):
    a_source()
    assert offered(desk, letters) == ["Court filing · Qzarr decision · Chamber · 2024-05-01 · ICC-98/76-5"]


def test_the_sources_of_the_entry_in_hand_are_offered_first(desk, draft):
    a_source(slug="a-first", document_no="1")
    cited = a_source(slug="z-last", document_no="2")
    make.cite(draft, cited)
    assert [text[-1] for text in offered(desk, "qzarr")] == ["1", "2"]
    assert [text[-1] for text in offered(desk, "qzarr", entry=f"cooperation.Finding.{draft.pk}")] == ["2", "1"]


@pytest.mark.parametrize("entry", ["", "x", "no.Such.1", "cooperation.Finding.x", "cooperation.Finding"])
def test_an_entry_that_is_none_changes_no_choice(desk, entry):
    a_source()
    assert len(offered(desk, "qzarr", entry=entry)) == 1


def test_the_choice_on_a_form_names_the_entry(desk, draft):
    html = desk.get(page(draft)).content.decode()
    assert f"/admin/autocomplete/?entry=cooperation.Finding.{draft.pk}" in html


def test_a_quotation_is_saved_with_its_field(desk, draft):
    source = make.make_source()
    form = typed(desk.get(page(draft)))
    row = {"id": "", "field": "chamber", "source": source.pk, "quotation": "The Chamber so finds.", "consulted": "full", "stance": "supports"}
    desk.post(page(draft), form | {f"{CITED}-TOTAL_FORMS": "1"} | {f"{CITED}-0-{name}": value for name, value in row.items()})
    assert Citation.objects.get(source=source).quotation == "The Chamber so finds."


def test_a_quotation_of_more_than_300_characters_is_refused_on_the_desk(desk, draft):
    form = typed(desk.get(page(draft)))
    row = {"id": "", "source": make.make_source().pk, "quotation": "x" * 301, "consulted": "full", "stance": "supports"}
    response = desk.post(page(draft), form | {f"{CITED}-TOTAL_FORMS": "1"} | {f"{CITED}-0-{name}": value for name, value in row.items()})
    assert "at most 300 characters" in said(response)


def test_a_quotation_of_more_than_300_characters_is_refused_by_line(tmp_path):
    record = SmallRecord(tmp_path / "data")
    record.rows["citations.csv"][0]["quotation"] = "x" * 301
    with pytest.raises(BadData) as refused:
        load(record.write())
    assert [(p.file, p.line, p.column) for p in refused.value.problems] == [("citations.csv", 2, "quotation")]
    assert "at most 300 characters (it has 301)" in refused.value.problems[0].reason


def test_quotations_and_archived_addresses_are_loaded(tmp_path, empty_record):
    record = SmallRecord(tmp_path / "data")
    record.rows["citations.csv"][0]["quotation"] = "In two words."
    record.rows["sources.csv"][0]["archived_url"] = "https://web.archive.org/web/2024/https://example.org/"
    load(record.write())
    assert Citation.objects.filter(quotation="In two words.").count() == 1
    assert Source.objects.get(slug="a-decision").archived_url.startswith("https://web.archive.org/")
