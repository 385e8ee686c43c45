"""What the database and the forms refuse, as tests ask it."""

from contextlib import contextmanager

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from record.refusals import place_of_constraint


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


def sentence_of(entry, constraint):
    """What the form says where this constraint is broken."""
    return next(str(one.get_violation_error_message()) for one in entry._meta.constraints if one.name == constraint)


def database_refuses(maker, values, constraint):
    """The database refuses these values in an entry that was right, by this constraint."""
    entry = maker()
    with refused(constraint):
        type(entry).objects.filter(pk=entry.pk).update(**values)


def form_refuses(maker, values, constraint, place):
    """The form says the sentence of the constraint at its field; of a field that is left empty, that it is."""
    entry = maker()
    for name, value in values.items():
        setattr(entry, name, value)
    said = words_of_form(entry)
    assert sentence_of(entry, constraint) in said or ("cannot be" in said and values[place] in ("", None)), said
    assert place_of_constraint(constraint, entry) == place
