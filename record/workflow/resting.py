"""What points to what: a public entry never rests on one that is not."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from record.models import Entry, Hold, Status


def links_of(model):
    """The many-to-many fields that are part of an entry; where the rows between are entries, they speak for themselves."""
    return [link for link in model._meta.many_to_many if not is_of_entries(link.remote_field.through)]


def targets(entry):
    """The entries that an entry points to."""
    found = [getattr(entry, field.name) for field in entry._meta.concrete_fields if field.is_relation and is_of_entries(field.related_model)]
    found += [target for link in links_of(entry) if is_of_entries(link.related_model) for target in getattr(entry, link.name).all()]
    return [target for target in found if target is not None]


def refuse_what_rests_on_what_is_not_public(entry, *, but=()):
    """Of targets, those of the statuses in `but` may pass."""
    for target in targets(entry):
        if target.status not in (Status.PUBLISHED, *but) or target.hold != Hold.NONE:
            raise ValidationError(_("It points to “%(target)s”, which is not published: publish that first.") % {"target": target})


def refuse_while_others_rest_on_it(entry):
    for dependent in dependents(entry):
        raise ValidationError(_("“%(dependent)s” is published and points to it: retract that first.") % {"dependent": dependent})


def dependents(entry):
    """The public entries that point to an entry."""
    for relation in entry._meta.related_objects:
        through_entries = relation.many_to_many and is_of_entries(relation.through)  # these are entries of their own
        if not through_entries and is_of_entries(relation.related_model):
            yield from relation.related_model.objects.public().filter(**{relation.field.name: entry})


def is_of_entries(model):
    return issubclass(model, Entry)
