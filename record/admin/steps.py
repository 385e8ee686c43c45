"""The steps of the workflow as buttons on the page of an entry or a revision."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record import workflow
from record.models import Editor
from record.workflow import holds


@dataclass(frozen=True)
class Step:
    """A button: its word in `workflow.may`, what it does, what it says before and after, what it asks for.

    `take(thing, user, text)` returns where to go next, if that is another thing's page.
    """

    action: str
    take: Callable[[Any, Any, str], Any]
    label: Any
    means: Any
    done: Any
    asks: Any = ""
    answer: str = "words"  # how it is asked for: words, somebody, time
    with_form: bool = False  # saves the form of the page first
    as_read: bool = True  # refused where the thing has changed since the page was opened

    def label_for(self, thing, user):
        return _("Take back") if self.action == "return" and thing.author_id == user.pk else self.label


def _assign(thing, user, text):
    if text and not text.isdecimal():
        raise ValidationError(_t("Choose a reviewer."))
    workflow.assign(thing, Editor.objects.filter(pk=text).first() if text else None, by=user)


def _embargo(thing, user, text):
    try:
        until = datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None
    except ValueError:
        raise ValidationError(_t("This is not a time: write 2025-04-03T14:30.")) from None
    workflow.embargo(thing, until, by=user)


def _comment(thing, user, text):
    workflow.comment(thing, by=user, text=text)


def _withhold(thing, user, text):
    holds.withhold(thing, by=user, reason=text)


STEPS = (
    Step(
        "submit",
        lambda thing, by, text: workflow.submit(thing, by=by),
        _("Save and submit for review"),
        _("A reviewer reads it next. It cannot be changed while it is in review."),
        _("Submitted: a reviewer reads it next."),
        with_form=True,
    ),
    Step(
        "publish",
        lambda thing, by, text: workflow.publish(thing, by=by),
        _("Publish"),
        _("You have read it against its sources. It becomes public at once, in a new edition."),
        _("Published."),
    ),
    Step(
        "approve",
        lambda thing, by, text: workflow.approve(thing, by=by),
        _("Approve"),
        _("You have read it against its sources. It becomes public by itself when its time has come, in a new edition."),
        _("Approved: it becomes public when its time has come."),
    ),
    Step(
        "read",
        lambda thing, by, text: workflow.confirm_reading(thing, by=by),
        _("Confirm reading"),
        _("You have read it against its sources, and it says what they say. Readers see that a second person has."),
        _("Confirmed: read against its source."),
    ),
    Step(
        "revise",
        lambda thing, by, text: workflow.begin(thing, by=by),
        _("Propose a change"),
        _("Readers see it as it stands until a second person has approved the change."),
        _("Change what should change; the entry itself stays as it is until a second person has approved it."),
    ),
    Step(
        "return",
        lambda thing, by, text: workflow.send_back(thing, by=by, note=text),
        _("Send back"),
        _("It becomes a draft again; its author sees your note."),
        _("Sent back: it is a draft again."),
        asks=_("What should change"),
    ),
    Step(
        "rebase",
        lambda thing, by, text: workflow.rebase(thing, by=by),
        _("Bring up to date"),
        _("What you propose stays; all else becomes as it stands on record now. Save first what you have typed."),
        _("Brought up to date: what you propose is compared with what stands now."),
    ),
    Step(
        "withdraw",
        lambda thing, by, text: workflow.withdraw(thing, by=by),
        _("Withdraw this change"),
        _("It is given up, and kept to be read. Another may be begun."),
        _("Withdrawn."),
    ),
    Step(
        "retract",
        lambda thing, by, text: workflow.retract(thing, by=by, reason=text),
        _("Retract"),
        _("It leaves lists and downloads. Its address stays and shows the reason. There is no way back."),
        _("Retracted: its address stays and says why."),
        asks=_("The reason, shown to readers"),
    ),
    Step(
        "withhold",
        _withhold,
        _("Withhold at once"),
        _("For an emergency: it leaves the site now, with all that points to it. A second person decides within a day."),
        _("Withheld: a second person decides within a day."),
        asks=_("The reason, seen by editors"),
        as_read=False,
    ),
)
TALK = (
    Step(
        "assign",
        _assign,
        _("Ask a reviewer"),
        _("It stands first in their queue. Any other reviewer may still read it."),
        _("Noted who is to read it."),
        asks=_("Who is to read it"),
        answer="somebody",
        as_read=False,
    ),
    Step(
        "embargo",
        _embargo,
        _("Set the time"),
        _("Once approved, it becomes public at this time (UTC). Empty: at once."),
        _("Noted until when it waits."),
        asks=_("Wait until"),
        answer="time",
        as_read=False,
    ),
    Step(
        "wording",
        lambda thing, by, text: workflow.keep_words(thing, text, by=by),
        _("Keep the words"),
        _("For the reviewer, who reads it with this reason before it is published."),
        _("Noted why the words stay."),
        asks=_("Why a word that prejudges stays"),
        as_read=False,
    ),
    Step("comment", _comment, _("Add the comment"), "", _("Comment added."), asks=_("A comment, seen by editors"), as_read=False),
)
BY_ACTION = {step.action: step for step in (*STEPS, *TALK)}


def reviewers_for(thing):
    """Who may be asked to read it."""
    reviewers = Editor.objects.filter(is_active=True, groups__name=Editor.REVIEWERS) | Editor.objects.filter(is_active=True, is_superuser=True)
    return reviewers.exclude(pk=thing.author_id).distinct().order_by("username")


def is_time_set(review):
    return review.embargo_until is not None and review.embargo_until > timezone.now()
