"""Coverage: how far each collection was searched for what is new, from the data file to the list and every download."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client

from record import workflow
from record.collection import collections
from record.loading import BadData, load
from record.models import Edition, EditionKind, Sweep
from record.tests import factories as make
from record.tests.desk import said
from record.tests.small_record import SmallRecord

pytestmark = pytest.mark.django_db

ADD = "/admin/record/sweep/add/"
A_SWEEP = {"collection": "findings", "swept_to": "2026-11-20", "method": "The Court's list of decisions.", "swept_by": "The desk"}


@pytest.fixture
def small(tmp_path, empty_record):
    record = SmallRecord(tmp_path / "data")
    load(record.write())
    return record


@pytest.fixture
def desk():
    client = Client()
    client.force_login(make.make_editor("ana"))
    return client


def record_sweep(**values):
    with workflow.edition("A sweep for a test") as edition:
        return Sweep.objects.create(edition=edition, **{**A_SWEEP, **values})


def downloaded(client, collection, query=""):
    response = client.get(f"/{collection}/?format=json{query}")
    return json.loads(b"".join(response.streaming_content))


# The data file


def test_a_sweep_is_loaded_in_the_edition_of_the_load(small):
    sweep = Sweep.objects.get()
    assert (sweep.collection, sweep.swept_to.isoformat(), sweep.edition_id) == ("states", "2020-12-31", 1)


def test_a_new_row_is_added_and_no_other_is_changed(small):
    small.rows["coverage.csv"].append({**small.rows["coverage.csv"][0], "swept_to": "2021-12-31"})
    before = Sweep.objects.values().get()
    assert load(small.write()).edition == 2
    assert Sweep.objects.values().get(pk=before["id"]) == before
    assert Sweep.objects.get(edition=2).swept_to.isoformat() == "2021-12-31"


def test_a_row_that_is_gone_is_told_and_stays(small):
    small.rows["coverage.csv"].clear()
    assert load(small.write()).absent == ["coverage/states#2020-12-31"]
    assert Sweep.objects.count() == 1


def test_where_editors_have_worked_a_new_row_is_told_and_left_alone(small):
    make.make_state(author=make.make_editor())
    small.rows["coverage.csv"].append({**small.rows["coverage.csv"][0], "swept_to": "2021-12-31"})
    assert load(small.write()).differing == ["coverage/states#2021-12-31"]
    assert Sweep.objects.count() == 1


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("collection", "dreams", "“dreams” is no collection."),
        ("collection", "sources", "“sources” is no collection."),
        ("swept_to", "2020-12", "“2020-12” is not a day: write 2025-04-03."),
        ("swept_to", "", "“” is not a day: write 2025-04-03."),
        ("method", "", "This field cannot be blank."),
        ("swept_by", "", "This field cannot be blank."),
    ],
)
def test_a_bad_row_is_refused_by_line_and_column(tmp_path, column, cell, reason):
    record = SmallRecord(tmp_path / "data")
    record.rows["coverage.csv"][0][column] = cell
    with pytest.raises(BadData) as refused:
        load(record.write())
    assert [(p.file, p.line, p.column, p.reason) for p in refused.value.problems] == [("coverage.csv", 2, column, reason)]


def test_a_sweep_given_twice_is_refused(tmp_path):
    record = SmallRecord(tmp_path / "data")
    record.rows["coverage.csv"] *= 2
    with pytest.raises(BadData) as refused:
        load(record.write())
    assert [(p.line, p.reason) for p in refused.value.problems] == [(3, "This stands in the file already.")]


def test_what_was_recorded_on_the_desk_is_exported(small, tmp_path):
    record_sweep(method="Two lines,\nand a “quotation”.")
    call_command("export_record", tmp_path / "out", stdout=StringIO())
    assert 'findings,2026-11-20,"Two lines,\nand a “quotation”.",The desk\n' in (tmp_path / "out" / "coverage.csv").read_text(encoding="utf-8")


def test_every_collection_of_the_record_has_a_sweep():
    with_entries = {collection.name for collection in collections() if collection.model.objects.public().exists()}
    assert with_entries - set(Sweep.objects.latest_of_each()) == set()


# What readers see


def test_a_list_says_how_far_it_is_swept_and_how(client):
    record_sweep()
    html = client.get("/findings/").content.decode()
    assert 'Swept up to <time datetime="2026-11-20">' in html
    assert "The Court&#x27;s list of decisions." in html


def test_a_list_without_a_sweep_says_that_none_is_recorded(client, empty_record):
    assert "No sweep of this list is recorded" in client.get("/findings/").content.decode()


def test_the_last_sweep_is_that_of_the_latest_day(client):
    record_sweep()
    record_sweep(swept_to="2026-10-01", method="Another way.")
    assert downloaded(client, "findings")["coverage"]["swept_to"] == "2026-11-20"


def test_every_download_says_how_far_it_goes(client):
    record_sweep()
    assert downloaded(client, "findings")["coverage"] == {name: A_SWEEP[name] for name in ("swept_to", "method", "swept_by")}
    assert client.get("/findings/?format=csv")["X-Coverage-Swept-To"] == "2026-11-20"


def test_a_download_without_a_sweep_says_null(client, empty_record):
    assert downloaded(client, "findings")["coverage"] is None
    assert "X-Coverage-Swept-To" not in client.get("/findings/?format=csv")


def test_as_known_the_coverage_is_that_of_then(client):
    before = downloaded(client, "findings")["coverage"]
    record_sweep()
    assert downloaded(client, "findings", "&known=1")["coverage"] == before
    assert client.get("/findings/?known=1&format=csv")["X-Coverage-Swept-To"] == before["swept_to"]


def test_the_page_of_the_data_tells_every_collection(client):
    html = client.get("/data/").content.decode()
    table = html[html.index('id="coverage"') : html.index('id="columns"')]
    assert [collection.name for collection in collections() if f'href="/{collection.name}/"' not in table] == []


# The desk


def test_a_sweep_is_recorded_in_one_step_in_an_edition_of_its_own(desk):
    last = Edition.current_number()
    assert desk.post(ADD, A_SWEEP).status_code == 302
    edition = Edition.objects.get(number=last + 1)
    assert (edition.kind, edition.by.username) == (EditionKind.SWEEP, "ana")
    assert Sweep.objects.get(edition=edition).method == A_SWEEP["method"]


def test_the_form_has_today_and_the_words_of_the_last_sweep(desk):
    record_sweep()
    form = desk.get(f"{ADD}?collection=findings").context["adminform"].form
    assert [str(form[name].value()) for name in A_SWEEP] == ["findings", "2026-11-24", A_SWEEP["method"], A_SWEEP["swept_by"]]


def test_what_is_left_empty_is_as_in_the_last_sweep(desk):
    record_sweep()
    desk.post(ADD, {**A_SWEEP, "swept_to": "2026-11-22", "method": "", "swept_by": ""})
    assert Sweep.objects.get(swept_to="2026-11-22").method == A_SWEEP["method"]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"swept_to": "2026-11-25"}, "This day is still to come"),
        ({"collection": "dreams"}, "Select a valid choice"),
        ({"swept_by": "ana"}, "not the name of an editor"),
        ({"swept_to": "24 November"}, "This is not a day"),
    ],
)
def test_what_cannot_be_is_refused_in_words(desk, values, reason):
    response = desk.post(ADD, {**A_SWEEP, **values})
    assert response.status_code == 200
    assert reason in said(response)


def test_the_first_sweep_of_a_collection_says_how(empty_record, desk):
    assert "This is its first sweep: say it." in said(desk.post(ADD, {**A_SWEEP, "method": ""}))


def test_a_sweep_is_never_changed_nor_deleted_on_the_desk(desk):
    sweep = record_sweep()
    desk.post(f"/admin/record/sweep/{sweep.pk}/change/", {**A_SWEEP, "method": "Otherwise."})
    assert desk.post(f"/admin/record/sweep/{sweep.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Sweep.objects.get(pk=sweep.pk).method == A_SWEEP["method"]


def test_a_sweep_outside_an_edition_is_refused():
    with pytest.raises(IntegrityError, match="written in an edition"), transaction.atomic():
        Sweep.objects.create(edition=Edition.objects.first(), **A_SWEEP)
