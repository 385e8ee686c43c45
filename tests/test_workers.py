"""A publication as readers of a real server see it: gunicorn with several workers, under load."""

import time

import pytest

from record import workflow
from record.tests import factories
from tests.served import WORKERS, served, wait_until

PUBLICATIONS = 4


@pytest.mark.django_db(transaction=True)
def test_every_worker_shows_a_publication_within_a_second_and_nothing_older_after_it(tmp_path):
    treaties, reviewer = drafts()
    with served(tmp_path) as server, server.readers() as seen:
        wait_until(lambda: len(workers(one for one in seen if one.kept)) == WORKERS, seconds=30)
        before = seen[-1].shown
        published = {}
        for number, treaty in enumerate(treaties, start=before + 1):
            workflow.publish(treaty, by=reviewer)
            published[number] = time.monotonic()
            time.sleep(0.2)
        wait_until(lambda: len(workers(one for one in seen[-50:] if one.kept and one.shown == number)) == WORKERS)
        time.sleep(0.2)
    late = [one.begun - at for one in seen for number, at in published.items() if one.shown < number and one.begun > at]
    assert max(late, default=0) < 1
    for worker in workers(seen):
        assert_never_older([one for one in seen if one.worker == worker])


def workers(seen):
    return {one.worker for one in seen}


def drafts():
    author, reviewer = factories.make_editor(), factories.make_reviewer()
    return [factories.in_review(factories.make_treaty(), author) for _ in range(PUBLICATIONS)], reviewer


def assert_never_older(seen):
    """Whoever asks after somebody was shown a state of the record is shown that or a newer one."""
    newest, ended = 0, sorted(seen, key=lambda one: one.ended)
    for one in sorted(seen, key=lambda one: one.begun):
        while ended and ended[0].ended < one.begun:
            newest = max(newest, ended.pop(0).shown)
        assert one.shown >= newest
