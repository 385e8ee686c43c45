"""Sources on the page of an entry: which fact each speaks of, and how it was read."""

from urllib.parse import urlencode

from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from unfold.admin import GenericStackedInline, TabularInline
from unfold.forms import PaginationGenericInlineFormSet, PaginationInlineFormSet
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from record import workflow
from record.admin.beginning import begun_from, sources_after
from record.admin.fields import Choice, WordsAndDays
from record.models import Citation, Stance, Status

WHOLE_ENTRY = _("the whole entry")


def facts_to_cite(model):
    """(field, label) of all that a citation may speak of, the whole entry first."""
    return [("", WHOLE_ENTRY), *((name, capfirst(str(label))) for name, label in workflow.facts(model).items())]


class SurvivingRows:
    """For a formset: a row that somebody else has deleted meanwhile is kept as a new one, with what was typed in it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self._renumber()

    def _renumber(self):
        try:
            total, initial = (int(self.data[f"{self.prefix}-{name}_FORMS"]) for name in ("TOTAL", "INITIAL"))
        except (KeyError, ValueError):
            return  # the management form has the words for it
        there = {str(row.pk) for row in self.get_queryset()}
        gone = [number for number in range(initial) if self.data.get(f"{self.prefix}-{number}-id") not in there]
        if gone:
            kept = [number for number in range(initial) if number not in gone]
            self.data = self._in_order([*kept, *gone, *range(initial, total)], new=len(kept))

    def _in_order(self, order, new):
        data = self.data.copy()
        for number, old in enumerate(order):
            head = f"{self.prefix}-{old}-"
            for key in [key for key in self.data if key.startswith(head)]:
                data.setlist(f"{self.prefix}-{number}-{key.removeprefix(head)}", self.data.getlist(key))
        for number in range(new, len(order)):
            data[f"{self.prefix}-{number}-id"] = ""
        data[f"{self.prefix}-INITIAL_FORMS"] = str(new)
        return data


def offered(sources, term, entry):
    """Sources of a choice: those that the entry in hand cites; then, before a letter is typed, those that were added last."""
    sources = sources if term else sources.order_by("-pk")
    return cited_first(sources, entry) if entry else sources


def cited_first(sources, entry):
    """Sources of a choice, those that an entry cites before all others; it is named as `ChosenSource.entry` does."""
    try:
        model, pk = entry.rsplit(".", 1)
        cites = Citation.objects.filter(content_type=ContentType.objects.get_for_model(apps.get_model(model)), object_id=int(pk))
    except (LookupError, ValueError):
        return sources
    return sources.annotate(cited_here=Exists(cites.filter(source=OuterRef("pk")))).order_by("-cited_here", *sources.query.order_by)


class ChosenSource(Choice):
    """An autocomplete that knows the row it shows, instead of asking the database once for each citation."""

    chosen = None
    entry = ""  # the one in hand: its label and primary key, with a dot between

    def get_url(self):
        return f"{super().get_url()}?{urlencode({'entry': self.entry})}" if self.entry else super().get_url()

    def optgroups(self, name, value, attr=None):
        if self.chosen is None or [str(one) for one in value] != [str(self.chosen.pk)]:
            return super().optgroups(name, value, attr)
        empty = self.create_option(name, "", "", False, 0)
        option = self.create_option(name, self.chosen.pk, self.chosen.in_full, True, 1)
        return [(None, [empty, option], 0)]


class CitationFormSet(SurvivingRows, PaginationGenericInlineFormSet):
    of_the_record = True  # what is saved stands at once

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk and "source" in form.fields:
            form.fields["source"].widget.widget.chosen = form.instance.source

    def clean(self):
        """What the database would say, beside the row that it is about."""
        super().clean()
        rows = [form for form in self.forms if form not in self.deleted_forms and getattr(form, "cleaned_data", {}).get("source")]
        given = set()
        for form in rows:
            what = tuple(form.cleaned_data.get(name) for name in ("field", "source", "stance", "locator"))
            if what in given:
                form.add_error(None, _t("This source is cited for this already, at the same passage."))
            given.add(what)
        supported = any(form.cleaned_data.get("stance") == Stance.SUPPORTS for form in rows)
        if self.of_the_record and self.instance.status == Status.PUBLISHED and not supported:
            raise ValidationError(_t("A published entry needs a source that supports it."))


class WithItsEntry:
    """For an inline: it is seen by who sees the entry, and changed by who may change the entry."""

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request, obj=None):
        return obj is None or getattr(request, "refusal", None) is not None or workflow.may("edit", obj, request.user)

    has_change_permission = has_delete_permission = has_add_permission


class CitationInline(WithItsEntry, WordsAndDays, GenericStackedInline):
    model = Citation
    formset = CitationFormSet
    verbose_name, verbose_name_plural = _("source"), _("sources: who says so, and where")
    autocomplete_fields = ("source",)

    class Media:
        js = ("js/cite.js",)

    def get_fieldsets(self, request, obj=None):
        if not self.has_change_permission(request, obj):
            return [(None, {"fields": ["speaks_of", "source", "locator", "quotation", "consulted", "says"]})]
        return [
            (None, {"fields": ["field", "source", "locator", "quotation", "consulted", "stance"]}),
            (_("Only where the source says otherwise"), {"fields": ["rival_value", "reason"], "classes": ["collapse"]}),
        ]

    def get_readonly_fields(self, request, obj=None):
        return () if self.has_change_permission(request, obj) else ("speaks_of", "says")

    def get_extra(self, request, obj=None, **kwargs):
        if obj is not None:
            return 0
        return len(sources_after(begun_from(request), self.parent_model, request.user)) or 1

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("source")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "field":
            words = {"data-cite": _("Cite"), "data-same": _("Same source"), "data-cited": _("Cited")}
            widget = UnfoldAdminSelectWidget(attrs=words)
            return forms.ChoiceField(label=_("Speaks of"), required=False, choices=facts_to_cite(self.parent_model), widget=widget)
        if db_field.name == "source":
            kwargs["widget"] = ChosenSource(db_field, self.admin_site)
            kwargs["widget"].entry = self._entry_in_hand(request)
        if db_field.name == "quotation":
            kwargs["widget"] = UnfoldAdminTextareaWidget(attrs={"rows": 2})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def _entry_in_hand(self, request):
        pk = request.resolver_match.kwargs.get("object_id", "") if request.resolver_match else ""
        return f"{self.parent_model._meta.label}.{pk}" if pk else ""

    @admin.display(description=_("Speaks of"))
    def speaks_of(self, citation):
        return dict(facts_to_cite(self.parent_model)).get(citation.field, citation.field)

    @admin.display(description=_("Stance"))
    def says(self, citation):
        return "\n".join(filter(None, [citation.get_stance_display(), citation.rival_value, citation.reason]))


class LinkFormSet(SurvivingRows, PaginationInlineFormSet):
    pass


class LinkInline(WithItsEntry, WordsAndDays, TabularInline):
    """Rows that are part of the entry, such as the States of a situation."""

    formset = LinkFormSet
    extra = 0
    show_title = False
