"""The form of a revision: that of its entry's kind, on a copy of the entry that is never saved."""

import copy

from django import forms
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.core.exceptions import PermissionDenied
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from record import collection, workflow
from record.admin.citations import CitationFormSet, CitationInline
from record.admin.forms import DeskForm
from record.models import Citation, Message, Revision, Source
from record.workflow import revisions
from record.workflow.proposals import CITED, citation_in_words, differences, plain, proposal_of, stand_of
from record.workflow.readiness import citable
from record.workflow.resting import links_of


class AboutForm(forms.ModelForm):
    """Why the change is made, and who asked for it."""

    class Meta:
        model = Revision
        fields = ("kind", "note", "asked_by", "message")
        widgets = {
            "kind": UnfoldAdminSelectWidget,
            "asked_by": UnfoldAdminSelectWidget,
            "note": UnfoldAdminTextareaWidget(attrs={"rows": 3}),
            "message": UnfoldAdminSelectWidget,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, prefix="about", **kwargs)
        self.fields["message"].queryset = Message.objects.filter(content_type=self.instance.content_type, object_id=self.instance.object_id)
        if not self.fields["message"].queryset.exists():
            del self.fields["message"]


class ProposalForm(DeskForm):
    """To be mixed with the form of the kind. `revision` is what keeps what is typed."""

    class Media:
        js = ("js/several.js",)

    revision = None
    replaced = gettext_lazy("Saved meanwhile: %(value)s")

    @property
    def stored(self):
        return self.revision

    def _refused_because(self):
        if not isinstance(self.refusal, PermissionDenied):
            return super()._refused_because()
        why = _("This change is no draft any more (%(status)s), or not yours: it cannot be changed here.")
        return [why % {"status": self.revision.get_status_display()}, _("Nothing was saved; what you typed is still here, to be copied.")]

    def _in_words(self, name):
        if name in self.revision.links:
            return "; ".join(map(str, self.fields[name].queryset.filter(pk__in=self.revision.links[name])))
        return super()._in_words(name)

    def proposed(self):
        """(values, links) as they were typed."""
        values = {field.attname: plain(getattr(self.instance, field.attname)) for field in citable(self.instance)}
        return values, {name: [target.pk for target in self.cleaned_data[name]] for name in self.revision.links}


class ProposedCitationFormSet(CitationFormSet):
    """Rows that no table has: those that are proposed, to be changed, and new ones."""

    sources = {}
    of_the_record = False

    def __init__(self, *args, initial=None, **kwargs):
        self.extra = len(initial or ())
        super().__init__(*args, initial=initial, queryset=Citation.objects.none(), **kwargs)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        chosen = form["source"].value()
        form.fields["source"].widget.widget.chosen = self.sources.get(str(chosen)) if chosen else None

    def proposed(self):
        """The citations as they were typed."""
        kept = [form for form in self.forms if form.has_changed() and form not in self.deleted_forms]
        return [{name: form.cleaned_data["source"].pk if name == "source" else form.cleaned_data[name] for name in CITED} for form in kept]


class ProposedCitationInline(CitationInline):
    formset = ProposedCitationFormSet
    entry = None

    def has_add_permission(self, request, obj=None):
        return True

    has_change_permission = has_delete_permission = has_add_permission

    def _entry_in_hand(self, request):
        return f"{self.parent_model._meta.label}.{self.entry.pk}"


def form_class(kind_admin, request, revision, stands):
    """The form of the kind with the links beside; under each field that would change, what stands now."""
    model = kind_admin.model
    help_texts = {name: _with_what_stands(model._meta.get_field(name).help_text, words) for name, words in stands.items() if name != "sources"}
    own = {name: text for name, text in help_texts.items() if name not in revision.links}
    form = kind_admin.get_form(request, None, change=False, fields=[field.name for field in citable(model)], help_texts=own)
    links = {link.name: _link_field(link, kind_admin, help_texts.get(link.name, link.help_text)) for link in links_of(model)}
    return type("ProposalForm", (ProposalForm, form), {**links, "revision": revision, "user": request.user})


def _link_field(link, kind_admin, help_text):
    return forms.ModelMultipleChoiceField(
        link.related_model.objects.all(),
        required=collection.of(link.model).column(link.name).required,  # as of the data files
        label=capfirst(link.verbose_name),
        help_text=help_text,
        widget=AutocompleteSelectMultiple(link, kind_admin.admin_site),
    )


def _with_what_stands(help_text, words):
    return format_html(
        '<span class="desk-stands">{}</span> <span>{}</span>', _("On record now: %(value)s") % {"value": words or _("nothing")}, help_text
    )


def formset_of(kind_admin, request, revision, entry, data=None):
    inline = ProposedCitationInline(kind_admin.model, kind_admin.admin_site)
    inline.entry = entry
    formset = inline.get_formset(request, entry)
    cited = {str(citation["source"]) for citation in revision.citations}
    prefix = formset.get_default_prefix()
    if data:
        cited |= {value for name, value in data.items() if name.startswith(prefix) and name.endswith("-source") and value.isdecimal()}
    formset.sources = {str(pk): source for pk, source in Source.objects.in_bulk(cited).items()}
    return inline, formset(data=data, instance=entry, prefix=prefix, initial=None if data else revision.citations)


class Writing:
    """What is typed into the page of a revision, as one thing: why, the fields and links, the citations."""

    def __init__(self, request, revision, kind_admin, refusal=None):
        data = request.POST if request.method == "POST" else None
        self.revision, self.copy = revision, revisions.proposed(revision)
        stands = {name: words for name, _label, words, _then in differences(revision.entry, stand_of(revision.entry), proposal_of(revision))}
        form = form_class(kind_admin, request, revision, stands)
        form.refusal = refusal
        self.fields = form(data, instance=self.copy, initial=dict(revision.links))
        self.about = AboutForm(data, instance=copy.copy(revision))
        self.inline, self.citations = formset_of(kind_admin, request, revision, self.copy, data)

    def is_valid(self):
        valid = all([self.about.is_valid(), self.citations.is_valid(), self.fields.is_valid()])
        if self.fields.is_stale:
            self._say_what_was_saved_meanwhile()
        return valid

    def _say_what_was_saved_meanwhile(self):
        for name in self.about.changed_data:
            self.about.add_error(name, ProposalForm.replaced % {"value": getattr(self.revision, name) or _("nothing")})
        if self.citations.is_valid():
            sources = Source.objects.in_bulk({citation["source"] for citation in self.revision.citations})
            for citation in self.revision.citations:
                if citation not in self.citations.proposed():
                    words = citation_in_words(citation, type(self.copy), sources)
                    self.fields.add_error(None, _("Saved meanwhile among the sources: %(citation)s") % {"citation": words})

    def save(self, user):
        values, links = self.fields.proposed()
        about = {name: self.about.cleaned_data[name] for name in self.about.fields}
        workflow.propose(self.revision, by=user, values=values, links=links, citations=self.citations.proposed(), **about)
