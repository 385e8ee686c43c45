"""How words, numbers, choices and days are typed and shown."""

import re

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.forms import SimpleArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from record.fields import PartialDateField


def moment(at):
    return date_format(at, "j F Y, H:i")


def _day_widget():
    return UnfoldAdminTextInputWidget(attrs={"placeholder": "2025-04-03", "autocomplete": "off"})


def _number_widget(mode):
    """A plain box: a browser's box for numbers drops what it takes for none without a word, and turns with the wheel."""
    return UnfoldAdminTextInputWidget(attrs={"inputmode": mode, "autocomplete": "off"})


class WholeNumber(forms.IntegerField):
    """Digits only: `141,600.0`, which a document prints in thousands, is not to become 141600."""

    def to_python(self, value):
        if isinstance(value, str) and not re.fullmatch(r"\s*[0-9]*\s*", value, re.ASCII):
            raise ValidationError(_t("“%(typed)s” is not a whole number: write all its digits, and nothing but digits.") % {"typed": value.strip()})
        return super().to_python(value)


class Listed(SimpleArrayField):
    """Short texts with a semicolon between two. Of a wrong one it says which it is, and why."""

    def prepare_value(self, value):
        return "; ".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value):
        items = value if isinstance(value, list) else value.split(";") if value and value.strip() else []
        cleaned, wrong = [], []
        for nth, item in enumerate(items, start=1):
            try:
                cleaned.append(self.base_field.clean(item))
            except ValidationError as error:
                wrong.append(self._about(nth, item.strip(), error.messages[0]))
        if wrong:
            raise ValidationError(wrong)
        return cleaned

    def _about(self, nth, item, why):
        if not item:
            return _t("Item %(nth)s is empty.") % {"nth": nth}
        return _t("Item %(nth)s, “%(item)s”: %(why)s") % {"nth": nth, "item": item, "why": why}


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
                form_class=Listed,
                base_field=db_field.base_field.formfield(validators=db_field.base_field.validators),
                widget=UnfoldAdminTextInputWidget(),
                help_text=_("%(help)s A semicolon between two.") % {"help": db_field.help_text},
            )
        elif isinstance(db_field, models.IntegerField):
            kwargs |= {"form_class": WholeNumber, "widget": _number_widget("numeric")}
        elif isinstance(db_field, models.DecimalField):
            kwargs |= {
                "widget": _number_widget("decimal"),
                "error_messages": {"invalid": _("This is not a number: digits only, with a point before the decimals.")},
            }
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
