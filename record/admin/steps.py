"""The steps of the workflow as buttons on the page of an entry, and what stands in their way in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record import workflow
from record.models import Origin, Status

MARKS = {Status.DRAFT: "open", Status.IN_REVIEW: "planned", Status.PUBLISHED: "full", Status.RETRACTED: "gone"}


@dataclass(frozen=True)
class Step:
    """A button: its word in `workflow.may`, what it does, what it says before and after, what it asks for."""

    action: str
    take: Callable[[Any, Any, str], None]
    label: Any
    means: Any
    done: Any
    asks: Any = ""
    with_form: bool = False  # saves the form of the page first

    def label_for(self, entry, user):
        return _("Take back") if self.action == "return" and entry.author_id == user.pk else self.label


STEPS = (
    Step(
        "submit",
        lambda entry, by, text: workflow.submit(entry, by=by),
        _("Save and submit for review"),
        _("A reviewer reads it next. It cannot be changed while it is in review."),
        _("Submitted: a reviewer reads it next."),
        with_form=True,
    ),
    Step(
        "publish",
        lambda entry, by, text: workflow.publish(entry, by=by),
        _("Publish"),
        _("You have read it against its sources. It becomes public at once, in a new edition."),
        _("Published."),
    ),
    Step(
        "read",
        lambda entry, by, text: workflow.confirm_reading(entry, by=by),
        _("Confirm reading"),
        _("You have read it against its sources, and it says what they say. Readers see that a second person has."),
        _("Confirmed: read against its source."),
    ),
    Step(
        "return",
        lambda entry, by, text: workflow.send_back(entry, by=by, note=text),
        _("Send back"),
        _("It becomes a draft again; its author sees your note."),
        _("Sent back: it is a draft again."),
        asks=_("What should change"),
    ),
    Step(
        "retract",
        lambda entry, by, text: workflow.retract(entry, by=by, reason=text),
        _("Retract"),
        _("It leaves lists and downloads. Its address stays and shows the reason. There is no way back."),
        _("Retracted: its address stays and says why."),
        asks=_("The reason, shown to readers"),
    ),
)
BY_ACTION = {step.action: step for step in STEPS}


class Panel:
    """What the page of an entry says above its form, for one user."""

    def __init__(self, entry, user, typed=None):
        self.entry, self.user, self.typed = entry, user, typed or {}
        self.mark = MARKS[entry.status]

    @property
    def steps(self):
        """(step, label, text typed before) of the steps open to this user."""
        return [
            (step, step.label_for(self.entry, self.user), self.typed.get("text", "") if self.typed.get("action") == step.action else "")
            for step in STEPS
            if workflow.may(step.action, self.entry, self.user)
        ]

    @property
    def gaps(self):
        return workflow.gaps(self.entry) if self.entry.status == Status.DRAFT else []

    @property
    def wrote(self):
        if self.entry.author_id:
            return self.entry.author
        return _t("loaded from the data files") if self.entry.origin == Origin.LOAD else _t("nobody yet")

    @property
    def address_label(self):
        return _t("View on site") if self.entry.is_public else _t("Preview")

    @property
    def explanations(self):
        """Why there are no more buttons than there are."""
        entry, wrote_it = self.entry, self.entry.author_id == self.user.pk
        if entry.status == Status.DRAFT and not workflow.may("edit", entry, self.user):
            yield _t("%(author)s is writing this draft: only its author changes or submits it.") % {"author": entry.author}
        if entry.status == Status.IN_REVIEW:
            if wrote_it:
                yield _t("You wrote this: a second person must read it. Take it back if you want to change it.")
            elif not self.user.is_reviewer:
                yield _t("It waits for a reviewer. Nobody changes it meanwhile.")
        if entry.status == Status.PUBLISHED:
            yield _t("What is published is not changed on this page.")
            if not entry.reviewer_id and wrote_it:
                yield _t("You wrote this: a second person must read it.")
            elif not entry.reviewer_id and not self.user.is_reviewer:
                yield _t("It was loaded and no second person has read it against its source yet. A reviewer can.")
        if entry.status == Status.RETRACTED:
            yield _t("Retracted: nothing about it changes any more.")
