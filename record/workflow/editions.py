"""Every change of what is public is made in an edition: the next number, under a lock, all or nothing."""

from contextlib import contextmanager

import pghistory
from django.db import connection, transaction

from record.models import Edition, EditionCounter, EditionKind
from record.models.history import EDITION_SETTING


def take_turn():
    """Waits until no other edition is in the making, and holds the turn to the end of the transaction.

    Before an entry is locked: whoever makes an edition may come to change other entries, by what is computed.
    """
    list(EditionCounter.objects.select_for_update())


@contextmanager
def edition(summary, by=None, kind=EditionKind.PUBLICATION):
    """A change of what is public. Yields the new Edition; all or nothing; holds the edition lock until the end."""
    with transaction.atomic(), pghistory.context(reason=summary[:200]):
        number = EditionCounter.take()
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config(%s, %s, true), clock_timestamp()", [EDITION_SETTING, str(number)])
            at = cursor.fetchone()[1]
        made = Edition.objects.create(number=number, at=at, by=by, kind=kind, summary=summary[:300])
        yield made
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config(%s, '', true)", [EDITION_SETTING])
