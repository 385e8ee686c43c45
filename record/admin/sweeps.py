"""Sweeps: one form records that a collection was searched for what is new; readers see it at once, and it is never changed."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminSelectWidget

from record import workflow
from record.admin.desk import SeenByEditors
from record.admin.fields import WordsAndDays
from record.collection import collections, get
from record.day import today
from record.models import EditionKind, Editor, Sweep

COPIED = ("method", "swept_by")


class SweepForm(forms.ModelForm):
    """What is left empty is as in the last sweep of the collection."""

    class Meta:
        model = Sweep
        fields = ("collection", "swept_to", *COPIED)

    def clean_swept_to(self):
        day = self.cleaned_data["swept_to"]
        if day > today():
            raise ValidationError(_t("This day is still to come: nobody can have searched it."))
        return day

    def clean_swept_by(self):
        written = self.cleaned_data["swept_by"].casefold()
        names = [name for editor in Editor.objects.all() for name in (editor.username, editor.get_full_name()) if name]
        if any(name.casefold() in written.split() or name.casefold() == written for name in names):
            raise ValidationError(_t("Readers see this: write a role or an organisation, not the name of an editor."))
        return self.cleaned_data["swept_by"]

    def clean(self):
        cleaned = super().clean()
        last = Sweep.objects.latest_of(cleaned.get("collection", ""))
        for name in COPIED:
            if name in cleaned and not cleaned[name]:
                cleaned[name] = getattr(last, name, "")
                if not last:
                    self.add_error(name, _t("This is its first sweep: say it."))
        return cleaned


@admin.register(Sweep)
class SweepAdmin(SeenByEditors, WordsAndDays, ModelAdmin):
    form = SweepForm
    list_display = ("of", "swept_to", "swept_by", "method", "again")
    list_display_links = None
    list_per_page = 50
    ordering = ("-edition", "-pk")
    actions = None

    def has_change_permission(self, request, obj=None):
        return False

    has_delete_permission = has_change_permission

    def get_changeform_initial_data(self, request):
        """Today, and the words of the last sweep of the collection that the address names."""
        last = Sweep.objects.latest_of(request.GET.get("collection", ""))
        words = {name: getattr(last, name) for name in COPIED} if last else {}
        return {"swept_to": today(), **words, **super().get_changeform_initial_data(request)}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "collection":
            return forms.ChoiceField(label=_("Collection"), choices=_collections_with_their_day, widget=UnfoldAdminSelectWidget)
        found = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in COPIED:
            found.required = False
            found.help_text = format_html("{} {}", found.help_text, _("Left empty: as in the last sweep of this collection."))
        return found

    def render_change_form(self, request, context, *args, **kwargs):
        return super().render_change_form(request, context | {"show_save_and_continue": False}, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        summary = _t("Sweep recorded: %(collection)s up to %(day)s") % {"collection": obj.collection, "day": obj.swept_to}
        with workflow.edition(summary, request.user, kind=EditionKind.SWEEP) as edition:
            obj.edition = edition
            super().save_model(request, obj, form, change)

    @admin.display(description=_("collection"), ordering="collection")
    def of(self, sweep):
        return str(get(sweep.collection) or sweep.collection)

    @admin.display(description="")
    def again(self, sweep):
        return format_html('<a href="add/?collection={}">{}</a>', sweep.collection, _("Record a new one"))


def _collections_with_their_day():
    """Each with the day up to which it is swept."""
    last = Sweep.objects.latest_of_each()
    yield "", _("Choose")
    for collection in collections():
        sweep = last.get(collection.name)
        day = _t("swept up to %s") % date_format(sweep.swept_to, "j F Y") if sweep else _t("never swept")
        yield collection.name, f"{collection} ({day})"
