"""History by trigger and the numbers of editions: what changed, in which edition, and that nothing is lost."""

import threading
from contextlib import suppress

import pytest
from django.db import connection, transaction

from record import workflow
from record.models import Citation, Edition, EditionCounter
from record.tests import factories
from record.tests.factories import cite, made_public, make_situation, make_source, make_state, make_treaty

pytestmark = pytest.mark.django_db


class GaveUp(Exception):
    """Something went wrong in the middle of an edition."""


def stamps(entry):
    """[(what happened, in which edition)] of a row, oldest first."""
    return list(entry.history.order_by("pgh_id").values_list("pgh_label", "pgh_edition"))


def latest():
    return Edition.objects.order_by("number").last().number


# What is kept


def test_a_change_of_a_published_entry_is_kept_with_its_edition():
    treaty = made_public(make_treaty())
    with workflow.edition("Corrected") as edition:
        treaty.name = "Another title"
        treaty.save()
    assert stamps(treaty)[-1] == ("update", edition.number)


def test_the_value_before_a_change_is_kept():
    treaty = made_public(make_treaty(name="The title"))
    with workflow.edition("Corrected"):
        treaty.name = "Another title"
        treaty.save()
    assert list(treaty.history.order_by("-pgh_id").values_list("name", flat=True))[:2] == ["Another title", "The title"]


def test_a_change_by_raw_sql_is_kept():
    treaty = made_public(make_treaty())
    with workflow.edition("Corrected") as edition, connection.cursor() as cursor:
        cursor.execute("UPDATE states_treaty SET name = 'Another title' WHERE id = %s", [treaty.pk])
    assert stamps(treaty)[-1] == ("update", edition.number)


def test_publishing_is_kept_with_its_edition():
    treaty = made_public(make_treaty())
    assert stamps(treaty) == [("insert", 0), ("update", latest())]


def test_changes_of_a_draft_are_of_no_edition():
    treaty = make_treaty()
    treaty.name = "Another title"
    treaty.save()
    assert stamps(treaty) == [("insert", 0), ("update", 0)]


def test_a_draft_changed_after_an_edition_in_one_transaction_is_of_none():
    made_public(make_state())
    assert stamps(make_treaty()) == [("insert", 0)]


def test_a_deleted_draft_is_kept():
    treaty = make_treaty()
    history = treaty.history.model.objects.filter(pgh_obj_id=treaty.pk)
    treaty.delete()
    assert list(history.order_by("pgh_id").values_list("pgh_label", flat=True)) == ["insert", "delete"]


def test_a_deleted_citation_is_kept_with_the_edition_that_dropped_it():
    treaty = made_public(make_treaty())
    with workflow.edition("Cited again"):
        second = cite(treaty)
    history = Citation.history.rel.related_model.objects.filter(pgh_obj_id=second.pk)
    with workflow.edition("Dropped") as edition:
        second.delete()
    assert history.order_by("pgh_id").values_list("pgh_label", "pgh_edition").last() == ("delete", edition.number)


def test_a_link_that_was_dropped_is_kept():
    situation = made_public(make_situation(make_state()))
    link = situation.situationstate_set.get()
    history = link.history.model.objects.filter(pgh_obj_id=link.pk)
    with workflow.edition("Dropped") as edition:
        link.delete()
    assert history.order_by("pgh_id").values_list("pgh_label", "pgh_edition").last() == ("delete", edition.number)


def test_a_change_of_a_source_is_kept_with_its_edition():
    source = make_source()
    made_public(treaty := make_treaty())
    with workflow.edition("Cited") as edition:
        cite(treaty, source)
        source.title = "Its full title"
        source.save()
    assert stamps(source) == [("insert", 0), ("update", edition.number)]


def test_a_computed_value_is_kept_with_the_edition_that_computed_it():
    finding = made_public(factories.make_finding())
    proceeding = finding.proceeding
    assert list(proceeding.history.order_by("pgh_id").values_list("outcome", "pgh_edition"))[-1] == ("found", latest())


def test_a_change_that_is_rolled_back_is_not_kept():
    treaty = make_treaty()
    with suppress(GaveUp), transaction.atomic():
        treaty.name = "Another title"
        treaty.save()
        raise GaveUp
    assert stamps(treaty) == [("insert", 0)]


@pytest.mark.parametrize("statement", ["UPDATE states_treatyhistory SET name = 'Other'", "DELETE FROM states_treatyhistory"])
def test_history_is_never_rewritten(statement):
    make_treaty()
    with pytest.raises(Exception, match="append_only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_reason_is_kept_beside_what_changed():
    treaty = made_public(make_treaty())
    with workflow.edition("A typing mistake"):
        treaty.name = "Another title"
        treaty.save()
    assert treaty.history.order_by("pgh_id").last().pgh_context.metadata["reason"] == "A typing mistake"


# The numbers


def test_editions_follow_each_other():
    numbers = []
    for _ in range(3):
        with workflow.edition("One more") as edition:
            numbers.append(edition.number)
    assert numbers == list(range(numbers[0], numbers[0] + 3))


def test_an_edition_that_is_rolled_back_leaves_no_gap():
    before = latest()
    with suppress(GaveUp), workflow.edition("Given up"):
        raise GaveUp
    with workflow.edition("Done") as edition:
        pass
    assert edition.number == before + 1


def test_nothing_of_an_edition_stays_when_it_is_rolled_back():
    treaty = make_treaty()
    with suppress(GaveUp), workflow.edition("Given up"):
        cite(treaty)
        raise GaveUp
    assert (treaty.citations.count(), Edition.objects.filter(summary="Given up").count()) == (0, 0)


def test_an_edition_that_is_rolled_back_does_not_stay_open():
    treaty = made_public(make_treaty())
    with suppress(GaveUp), workflow.edition("Given up"):
        raise GaveUp
    treaty.name = "Another title"
    with pytest.raises(Exception, match="A public entry changes only in an edition"), transaction.atomic():
        treaty.save()


def test_the_times_of_editions_rise():
    for _ in range(3):
        with workflow.edition("One more"):
            pass
    times = list(Edition.objects.order_by("number").values_list("at", flat=True))
    assert times == sorted(times)


@pytest.mark.django_db(transaction=True)
def test_editions_taken_at_once_are_distinct_and_without_gap():
    before, taken, lock = latest(), [], threading.Lock()

    def take(worker):
        for turn in range(5):
            with suppress(GaveUp), workflow.edition(f"Of worker {worker}") as edition:
                if turn == worker:
                    raise GaveUp
                with lock:
                    taken.append(edition.number)
        connection.close()

    workers = [threading.Thread(target=take, args=[worker]) for worker in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=30)
    assert sorted(taken) == list(range(before + 1, before + 1 + 4 * 4))


@pytest.mark.django_db(transaction=True)
def test_a_number_is_taken_by_one_at_a_time():
    waited, entered = threading.Event(), threading.Event()

    def second():
        with transaction.atomic():
            entered.set()
            EditionCounter.take()
            waited.set()
        connection.close()

    with workflow.edition("The first"):
        other = threading.Thread(target=second)
        other.start()
        entered.wait(timeout=10)
        overtaken = waited.wait(timeout=0.3)
    other.join(timeout=10)
    assert (overtaken, waited.is_set()) == (False, True)
