"""What is about to change is locked, and read again under the lock."""

from contextlib import contextmanager

from django.db import transaction

from record.workflow.editions import take_turn


@contextmanager
def locked(thing):
    """The entry or revision as it stands now, locked; the caller's copy is brought up to date after."""
    with transaction.atomic():
        current = type(thing).objects.select_for_update(of=("self",)).get(pk=thing.pk)
        yield current
        thing.refresh_from_db()


@contextmanager
def locked_for_edition(thing):
    """The same, where an edition follows."""
    with transaction.atomic():
        take_turn()
        with locked(thing) as current:
            yield current
