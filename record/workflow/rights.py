"""Who may do what. Four eyes: whoever wrote something never publishes it."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from record.models import Status


def may(action, entry, user):
    """Whether a user may do this to an entry now: edit, submit, return, publish, read, retract."""
    wrote_it = entry.author_id is not None and entry.author_id == user.pk
    rules = {
        "edit": user.is_editor and entry.status == Status.DRAFT and (wrote_it or entry.author_id is None),
        "submit": user.is_editor and entry.status == Status.DRAFT and (wrote_it or entry.author_id is None),
        "return": (user.is_reviewer or wrote_it) and entry.status == Status.IN_REVIEW,
        "publish": user.is_reviewer and entry.status == Status.IN_REVIEW and not wrote_it,
        "read": user.is_reviewer and entry.status == Status.PUBLISHED and not entry.reviewer_id and not wrote_it,
        "retract": user.is_reviewer and entry.status == Status.PUBLISHED,
    }
    return rules[action]


def require(action, entry, user):
    if not may(action, entry, user):
        raise PermissionDenied(_("This is not open to you for this entry as it stands now."))
