"""What the database and the forms refuse, as tests ask it."""

from contextlib import contextmanager

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction


@contextmanager
def refused(constraint, sentence=""):
    """The database refuses what is done inside, at once or at its end: by this constraint, in words that begin so."""
    try:
        with transaction.atomic():
            yield
            connection.check_constraints()
    except IntegrityError as error:
        said = error.__cause__.diag
    else:
        pytest.fail("The database took it.")
    assert (said.constraint_name, said.message_primary[: len(sentence)]) == (constraint, sentence)


def words_of_form(entry):
    """What the form says of an entry: all its sentences, or nothing."""
    try:
        entry.full_clean()
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
