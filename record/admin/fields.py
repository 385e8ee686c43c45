"""How dates and lists of words are typed."""

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextInputWidget

from record.fields import PartialDateField


class WordsAndDays:
    """For a ModelAdmin: days as in the data files, never in the order of a country; lists with a semicolon between."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, PartialDateField):
            kwargs["widget"] = UnfoldAdminTextInputWidget(attrs={"placeholder": "2025-04-03", "autocomplete": "off"})
        elif isinstance(db_field, models.DateField):
            return self._day(db_field)
        elif isinstance(db_field, ArrayField):
            kwargs["widget"] = UnfoldAdminTextInputWidget()
            kwargs["delimiter"] = ";"
            kwargs["help_text"] = _("%(help)s With a semicolon between two.") % {"help": db_field.help_text}
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def _day(self, db_field):
        return db_field.formfield(
            input_formats=["%Y-%m-%d"],
            widget=UnfoldAdminTextInputWidget(attrs={"placeholder": "2025-04-03", "autocomplete": "off"}),
            error_messages={"invalid": _("This is not a day: write 2025-04-03.")},
        )
