"""The form of an entry or a source: it knows when the thing has changed since it was opened, and why it was refused."""

import json
from hashlib import sha256

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from record.admin.fields import moment
from record.fields import SpanEdgeField
from record.models import Editor, Revision, Status
from record.refusals import place_of, place_of_constraint, sentences


def version(thing):
    """What tells whether somebody has saved it meanwhile; of a revision, whether it proposes something else."""
    if isinstance(thing, Revision):
        proposed = [thing.values, thing.links, thing.citations, thing.kind, thing.note, thing.asked_by, thing.message_id]
        return sha256(json.dumps(proposed, sort_keys=True).encode()).hexdigest()
    if hasattr(thing, "updated_at"):
        return thing.updated_at.isoformat()
    return str(thing.history.order_by("-pgh_id").values_list("pgh_id", flat=True).first())


def last_change(thing):
    """Who changed it last, and when; (None, None) where its history does not say."""
    if isinstance(thing, Revision):  # which only its author changes
        return thing.author, thing.updated_at
    events = thing.history.select_related("pgh_context")
    if hasattr(thing, "updated_at"):  # later events of the same version are values that a rule computed
        event = events.filter(updated_at=thing.updated_at).order_by("pgh_id").first()
    else:
        event = events.order_by("-pgh_id").first()
    if event is None:
        return None, None
    user = event.pgh_context.metadata.get("user") if event.pgh_context else None
    return Editor.objects.filter(pk=user).first(), event.pgh_created_at


def changed_meanwhile(thing, user):
    """The sentence for somebody who acts on a page that is no longer true."""
    who, when = last_change(thing)
    name = _("You, in another window,") if who == user else who or _("Somebody")
    return _("%(who)s changed this on %(when)s UTC, after you had opened it.") % {"who": name, "when": moment(when) if when else "?"}


NOTHING_WAS_SAVED = gettext_lazy("Nothing was saved; what you typed is still here.")


class DeskForm(forms.ModelForm):
    refusal = None  # what the database or the workflow said to this very request
    user = None
    is_stale = False
    replaced = gettext_lazy("On record now: %(value)s")  # said of what somebody else has saved meanwhile
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stands = version(self.stored) if self.stored.pk else ""
        self.initial["seen"] = self.stands

    @property
    def stored(self):
        """What is kept of what is typed."""
        return self.instance

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            self._keep_seen_current()
            place = place_of(self.refusal, self.instance)
            if place not in self.fields:
                raise ValidationError(self._refused_because())
            self.add_error(place, sentences(self.refusal))
            raise ValidationError(NOTHING_WAS_SAVED)
        self.is_stale = cleaned.get("seen", "") != self.stands
        if self.is_stale:
            self._keep_seen_current()
            self._show_what_stands()
            raise ValidationError(
                [changed_meanwhile(self.stored, self.user), _("Nothing was saved. Compare, then save again to replace what stands.")]
            )
        return cleaned

    def _refused_because(self):
        return [*sentences(self.refusal, type(self.instance)), NOTHING_WAS_SAVED]

    def _keep_seen_current(self):
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = self.stands

    def _show_what_stands(self):
        """Under each field that differs from the record as it is now."""
        for name in set(self.changed_data) & set(self.fields) - {"seen"}:
            self.add_error(name, self.replaced % {"value": self._in_words(name) or _("nothing")})

    def _in_words(self, name):
        value = getattr(self.instance, name)
        if isinstance(value, list):
            return "; ".join(value)
        display = getattr(self.instance, f"get_{name}_display", None)
        return str(display() if display else "" if value is None else value)

    def validate_constraints(self):
        """What a constraint says stands at the field that it is about."""
        exclude = self._get_validation_exclusions()
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                try:
                    constraint.validate(model, self.instance, exclude=exclude)
                except ValidationError as error:
                    place = place_of_constraint(constraint.name, self.instance)
                    self.add_error(place if place in self.fields else None, error)

    def _get_validation_exclusions(self):
        """What constraints speak of and no form has: the days and periods that partial dates stand for, and the status."""
        known = {f.name for f in self._meta.model._meta.local_fields if isinstance(f, SpanEdgeField) or f.generated or f.name == "status"}
        return super()._get_validation_exclusions() - known


class EntryForm(DeskForm):
    def _refused_because(self):
        if not isinstance(self.refusal, PermissionDenied):
            return super()._refused_because()
        if self.instance.status == Status.DRAFT:
            why = _("%(author)s is writing this draft: only its author changes it.") % {"author": self.instance.author}
        else:
            why = _("This is no draft any more (%(status)s): it cannot be changed here.") % {"status": self.instance.get_status_display()}
        return [why, _("Nothing was saved; what you typed is still here, to be copied.")]

    def _get_validation_exclusions(self):
        """An empty address is made by the rule of the kind when the entry is saved."""
        exclusions = super()._get_validation_exclusions()
        return exclusions if self.cleaned_data.get("slug") else exclusions | {"slug"}
