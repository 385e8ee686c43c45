"""Who may do what, to an entry and to a revision: one table, which docs/editors.md shows and the tests walk.

Four eyes: whoever wrote something never publishes it. A superuser is treated as a reviewer.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record.models import Hold, Revision, RevisionStatus, Status


class Role(StrEnum):
    """What somebody is to a thing."""

    STRANGER = "stranger"  # a reader, or an account that may not enter the desk
    AUTHOR = "author"  # an editor who wrote it
    EDITOR = "editor"  # another editor
    WRITING_REVIEWER = "writing_reviewer"  # a reviewer who wrote it
    REVIEWER = "reviewer"  # another reviewer


class Standing(StrEnum):
    """How a thing stands, as far as rights go."""

    DRAFT = "draft"
    OWNERLESS = "ownerless"  # a draft from the data files, which nobody has taken up
    IN_REVIEW = "in_review"
    APPROVED = "approved"  # waits for its time
    COMPILED = "compiled"  # published, not yet read by a second person
    PUBLISHED = "published"  # and read by a second person
    HELD = "held"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Who:
    """A cell of the table: its words, and the roles that it stands for."""

    words: Any
    roles: frozenset[Role]


def _who(words, *roles):
    return Who(words, frozenset(roles))


EVERYBODY = _who(_("everybody"), *Role)
EDITORS = _who(_("every editor"), Role.AUTHOR, Role.EDITOR, Role.WRITING_REVIEWER, Role.REVIEWER)
AUTHOR = _who(_("its author"), Role.AUTHOR, Role.WRITING_REVIEWER)
AUTHOR_OR_REVIEWERS = _who(_("its author, reviewers"), Role.AUTHOR, Role.WRITING_REVIEWER, Role.REVIEWER)
REVIEWERS = _who(_("reviewers"), Role.WRITING_REVIEWER, Role.REVIEWER)
SECOND_READER = _who(_("another reviewer"), Role.REVIEWER)
NOBODY = _who("", *())

# {action: {how it stands: who}}; where nothing stands, nobody.
OF_ENTRIES = {
    "view": {
        Standing.DRAFT: EDITORS, Standing.OWNERLESS: EDITORS, Standing.IN_REVIEW: EDITORS, Standing.APPROVED: EDITORS,
        Standing.COMPILED: EVERYBODY, Standing.PUBLISHED: EVERYBODY, Standing.HELD: EDITORS, Standing.RETRACTED: EVERYBODY,
    },
    "edit": {Standing.DRAFT: AUTHOR, Standing.OWNERLESS: EDITORS},
    "delete": {Standing.DRAFT: AUTHOR},
    "submit": {Standing.DRAFT: AUTHOR, Standing.OWNERLESS: EDITORS},
    "assign": {Standing.DRAFT: AUTHOR, Standing.IN_REVIEW: AUTHOR_OR_REVIEWERS},
    "comment": {Standing.DRAFT: EDITORS, Standing.OWNERLESS: EDITORS, Standing.IN_REVIEW: EDITORS, Standing.APPROVED: EDITORS},
    "embargo": {Standing.DRAFT: AUTHOR, Standing.IN_REVIEW: AUTHOR_OR_REVIEWERS},
    "wording": {Standing.DRAFT: AUTHOR, Standing.IN_REVIEW: AUTHOR_OR_REVIEWERS},
    "return": {Standing.IN_REVIEW: AUTHOR_OR_REVIEWERS, Standing.APPROVED: AUTHOR_OR_REVIEWERS},
    "publish": {Standing.IN_REVIEW: SECOND_READER},
    "approve": {Standing.IN_REVIEW: SECOND_READER},
    "read": {Standing.COMPILED: SECOND_READER},
    "revise": {Standing.COMPILED: EDITORS, Standing.PUBLISHED: EDITORS},
    "retract": {Standing.COMPILED: REVIEWERS, Standing.PUBLISHED: REVIEWERS},
    "withhold": {Standing.COMPILED: EDITORS, Standing.PUBLISHED: EDITORS, Standing.RETRACTED: EDITORS},
}  # fmt: skip
OF_REVISIONS = {
    "view": dict.fromkeys((Standing.DRAFT, Standing.IN_REVIEW, Standing.APPROVED, Standing.PUBLISHED, Standing.WITHDRAWN), EDITORS),
    "edit": {Standing.DRAFT: AUTHOR},
    "submit": {Standing.DRAFT: AUTHOR},
    "rebase": {Standing.DRAFT: AUTHOR},
    "assign": {Standing.DRAFT: AUTHOR, Standing.IN_REVIEW: AUTHOR_OR_REVIEWERS},
    "comment": {Standing.DRAFT: EDITORS, Standing.IN_REVIEW: EDITORS, Standing.APPROVED: EDITORS},
    "embargo": {Standing.DRAFT: AUTHOR, Standing.IN_REVIEW: AUTHOR_OR_REVIEWERS},
    "wording": {Standing.DRAFT: AUTHOR, Standing.IN_REVIEW: AUTHOR_OR_REVIEWERS},
    "return": {Standing.IN_REVIEW: AUTHOR_OR_REVIEWERS, Standing.APPROVED: AUTHOR_OR_REVIEWERS},
    "publish": {Standing.IN_REVIEW: SECOND_READER},
    "approve": {Standing.IN_REVIEW: SECOND_READER},
    "withdraw": dict.fromkeys((Standing.DRAFT, Standing.IN_REVIEW, Standing.APPROVED), AUTHOR_OR_REVIEWERS),
}
ACTIONS = tuple(dict.fromkeys([*OF_ENTRIES, *OF_REVISIONS]))


def may(action, thing, user):
    """Whether a user may do this now to an entry or a revision."""
    assert action in ACTIONS, action
    table = OF_REVISIONS if isinstance(thing, Revision) else OF_ENTRIES
    return role_of(user, thing) in table.get(action, {}).get(standing_of(thing), NOBODY).roles


def require(action, thing, user):
    if not may(action, thing, user):
        raise PermissionDenied(_t("This is not open to you, as it stands now."))


def role_of(user, thing):
    """Of a user, or of somebody who is not signed in."""
    if not getattr(user, "is_editor", False):
        return Role.STRANGER
    wrote_it = thing.author_id is not None and thing.author_id == user.pk
    if user.is_reviewer:
        return Role.WRITING_REVIEWER if wrote_it else Role.REVIEWER
    return Role.AUTHOR if wrote_it else Role.EDITOR


def standing_of(thing):
    if isinstance(thing, Revision):
        return _OF_REVISION[thing.status]
    if thing.hold != Hold.NONE:
        return Standing.HELD
    if thing.status == Status.DRAFT:
        return Standing.DRAFT if thing.author_id else Standing.OWNERLESS
    if thing.status == Status.PUBLISHED:
        return Standing.PUBLISHED if thing.reviewer_id else Standing.COMPILED
    return _OF_ENTRY[thing.status]


_OF_ENTRY = {Status.IN_REVIEW: Standing.IN_REVIEW, Status.APPROVED: Standing.APPROVED, Status.RETRACTED: Standing.RETRACTED}
_OF_REVISION = {
    RevisionStatus.DRAFT: Standing.DRAFT,
    RevisionStatus.IN_REVIEW: Standing.IN_REVIEW,
    RevisionStatus.APPROVED: Standing.APPROVED,
    RevisionStatus.PUBLISHED: Standing.PUBLISHED,
    RevisionStatus.WITHDRAWN: Standing.WITHDRAWN,
}
