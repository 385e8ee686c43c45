"""How words, choices and days are typed and shown."""

from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from record.fields import PartialDateField


def moment(at):
    return date_format(at, "j F Y, H:i")


def _day_widget():
    return UnfoldAdminTextInputWidget(attrs={"placeholder": "2025-04-03", "autocomplete": "off"})


class Choice(AutocompleteSelect):
    """An autocomplete that says what it is while nothing is chosen; its name is empty otherwise."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        return super().build_attrs(base_attrs, extra_attrs) | {"data-placeholder": _("Choose")}


class WordsAndDays:
    """For a ModelAdmin or an inline: days as in the data files, never in the order of a country; lists with a semicolon
    between; and no choice is made by default."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, PartialDateField):
            kwargs["widget"] = _day_widget()
        elif isinstance(db_field, models.DateField):
            return db_field.formfield(
                input_formats=["%Y-%m-%d"], widget=_day_widget(), error_messages={"invalid": _("This is not a day: write 2025-04-03.")}
            )
        elif isinstance(db_field, ArrayField):
            return db_field.formfield(
                delimiter=";",
                widget=UnfoldAdminTextInputWidget(),
                help_text=_("%(help)s A semicolon between two.") % {"help": db_field.help_text},
            )
        elif isinstance(db_field, models.TextField):
            kwargs["widget"] = UnfoldAdminTextareaWidget(attrs={"rows": 4})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Choice(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        optional = db_field.blank or not db_field.has_default()
        kwargs["choices"] = db_field.get_choices(include_blank=optional, blank_choice=[("", _("Choose"))])
        return super().formfield_for_choice_field(db_field, request, **kwargs)
