"""History by trigger: every change of a tracked row is kept, stamped with the edition it was made in.

Time is the wrong clock (`now()` is the start of a transaction, which another may overtake);
the number of the edition, taken under a lock, is the right one.
"""

import pghistory
from django.db import models
from django.db.models import F, Func, IntegerField, PositiveIntegerField, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf

EDITION_SETTING = "record.edition"

_current_edition = Coalesce(
    Cast(
        NullIf(
            Func(Value(EDITION_SETTING), Value(True), function="current_setting", output_field=TextField()),
            Value(""),
        ),
        IntegerField(),
    ),
    Value(0),
)


class EditionEvent(pghistory.models.Event):
    """The base of every event table. `pgh_edition` is filled by the database; 0 stands for a change to a draft."""

    pgh_edition = PositiveIntegerField(db_default=_current_edition)

    class Meta:
        abstract = True


def tracked():
    """Class decorator: keep the history of this model. Each concrete model needs it (a base class does not pass it on)."""

    def wrap(model):
        return pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            base_model=EditionEvent,
            model_name=f"{model.__name__}History",
            append_only=True,
            meta={"indexes": [models.Index(F("pgh_obj"), F("pgh_id").desc(), name=f"{model.__name__.lower()[:18]}_history_obj")]},
            obj_field=pghistory.ObjForeignKey(db_constraint=False, db_index=False, related_name="history"),
        )(model)

    return wrap
