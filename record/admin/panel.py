"""What the page of an entry or a revision says above its form: how it stands, what can be done, what is said of it."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t

from record import workflow
from record.admin.beginning import ways_on
from record.admin.steps import STEPS, TALK, is_time_set, reviewers_for
from record.models import Hold, Origin, Revision, RevisionStatus, Status
from record.workflow.proposals import stand_of

MARKS = {
    Status.DRAFT: "open", Status.IN_REVIEW: "planned", Status.APPROVED: "planned", Status.PUBLISHED: "full", Status.RETRACTED: "gone",
    RevisionStatus.WITHDRAWN: "gone",
}  # fmt: skip


class Panel:
    """For one user. `thing` is an entry or a revision."""

    def __init__(self, thing, user, typed=None):
        self.thing, self.user, self.typed = thing, user, typed or {}
        self.mark = MARKS[thing.status]

    # What can be done

    def _open(self, steps):
        """(step, label, text typed before) of the steps open to this user."""
        return [
            (step, step.label_for(self.thing, self.user), self.typed.get("text", "") if self.typed.get("action") == step.action else "")
            for step in steps
            if workflow.may(step.action, self.thing, self.user) and self._makes_sense(step.action)
        ]

    def _makes_sense(self, action):
        """Of what is open to somebody, only what could succeed."""
        if action == "wording":
            return bool(self.prejudging)
        if action in ("publish", "approve"):
            return is_time_set(self.review) is (action == "approve")
        return True

    @cached_property
    def steps(self):
        return self._open(STEPS)

    @cached_property
    def talk(self):
        return self._open(TALK)

    # What is agreed on and said

    @cached_property
    def review(self):
        return workflow.review_of(self.thing)

    @cached_property
    def comments(self):
        return list(workflow.comments_on(self.thing))

    @property
    def reviewers(self):
        return reviewers_for(self.thing)

    @property
    def waits_until(self):
        return self.review.embargo_until if is_time_set(self.review) else None

    @cached_property
    def prejudging(self):
        """Words to say otherwise, or to give a reason for, before it is published."""
        waiting = (Status.DRAFT, Status.IN_REVIEW, Status.APPROVED)
        return workflow.prejudging(self.thing) if self.thing.status in waiting else []

    @cached_property
    def gaps(self):
        return workflow.gaps(self.thing) if self.thing.status == Status.DRAFT else []

    @cached_property
    def ways_on(self):
        return ways_on(self.thing)

    @cached_property
    def next_to_read(self):
        """For who has read this one: what waits next."""
        from record.admin.queue import next_to_read  # which shows revisions, and so panels

        done = self.thing.status not in (Status.DRAFT, Status.IN_REVIEW)
        return next_to_read(self.user) if done and self.user.is_reviewer else None

    @property
    def was_returned(self):
        """Whether a note says what its author, or the next reader, should know."""
        return self.thing.review_note and self.thing.status in (Status.DRAFT, Status.IN_REVIEW)


class EntryPanel(Panel):
    def _makes_sense(self, action):
        return super()._makes_sense(action) and (action != "revise" or self.open_revision is None)

    @property
    def wrote(self):
        if self.thing.author_id:
            return self.thing.author
        return _t("loaded from the data files") if self.thing.origin == Origin.LOAD else _t("nobody yet")

    @cached_property
    def open_revision(self):
        """The change that is being prepared."""
        if self.thing.status != Status.PUBLISHED:
            return None
        return Revision.objects.open().of(self.thing).select_related("author").first()

    @property
    def revision_address(self):
        return reverse("admin:record_revision_change", args=[self.open_revision.pk])

    @property
    def address_label(self):
        return _t("View on site") if self.thing.is_public else _t("Preview")

    @property
    def explanations(self):
        """Why there are no more buttons than there are."""
        entry, wrote_it = self.thing, self.thing.author_id == self.user.pk
        if entry.status == Status.DRAFT and not workflow.may("edit", entry, self.user):
            yield _t("%(author)s is writing this draft: only its author changes or submits it.") % {"author": entry.author}
        yield from in_review(entry, self.user)
        if entry.hold != Hold.NONE:
            yield _t("It is held: readers do not see it, and nothing about it changes until that is decided.")
        elif entry.status == Status.PUBLISHED:
            yield _t("What is published is not changed on this page.")
            if not entry.reviewer_id and wrote_it:
                yield _t("You wrote this: a second person must read it.")
            elif not entry.reviewer_id and not self.user.is_reviewer:
                yield _t("It was loaded and no second person has read it against its source yet. A reviewer can.")
        if entry.status == Status.RETRACTED:
            yield _t("Retracted: nothing about it changes any more.")


class RevisionPanel(Panel):
    def _makes_sense(self, action):
        return super()._makes_sense(action) and (action != "rebase" or stand_of(self.thing.entry) != self.thing.base)

    @property
    def wrote(self):
        return self.thing.author

    @property
    def entry_address(self):
        opts = self.thing.entry._meta
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[self.thing.object_id])

    @property
    def explanations(self):
        revision = self.thing
        if revision.status == RevisionStatus.DRAFT and revision.author_id != self.user.pk:
            yield _t("%(author)s is preparing this change: only its author changes or submits it.") % {"author": revision.author}
        yield from in_review(revision, self.user)
        if revision.status == RevisionStatus.PUBLISHED:
            yield _t("Published in %(edition)s: it is over.") % {"edition": revision.edition}
        if revision.status == RevisionStatus.WITHDRAWN:
            yield _t("Withdrawn: nothing came of it.")


def in_review(thing, user):
    if thing.status == Status.APPROVED:
        yield _t("It becomes public by itself when its time has come. Until then it can be sent back.")
    if thing.status == Status.IN_REVIEW:
        if thing.author_id == user.pk:
            yield _t("You wrote this: a second person must read it. Take it back if you want to change it.")
        elif not user.is_reviewer:
            yield _t("It waits for a reviewer. Nobody changes it meanwhile.")
