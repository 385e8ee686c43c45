from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from record.models.correction import AskedBy
from record.models.edition import Edition
from record.models.message import Message


class RevisionStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    APPROVED = "approved", _("approved, waiting for its time")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


OPEN = (RevisionStatus.DRAFT, RevisionStatus.IN_REVIEW, RevisionStatus.APPROVED)


class RevisionKind(models.TextChoices):
    UPDATE = "update", _("update: something new has happened, or is now known")
    CORRECTION = "correction", _("correction: what is on record is wrong")


class RevisionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(status__in=OPEN)

    def of(self, entry):
        return self.filter(content_type=ContentType.objects.get_for_model(entry), object_id=entry.pk)


class Revision(models.Model):
    """A proposed change of a published entry, which stays as it is until a second person approves.

    `values` maps attributes of the entry to their values, `links` its many-to-many fields to primary keys,
    `citations` is the whole list that is proposed. `base` is what stood in their place when it was begun.
    """

    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    entry = GenericForeignKey()
    kind = models.CharField(_("kind"), max_length=10, choices=RevisionKind.choices, default=RevisionKind.UPDATE)
    status = models.CharField(_("status"), max_length=10, choices=RevisionStatus.choices, default=RevisionStatus.DRAFT, editable=False)
    values = models.JSONField(default=dict)
    links = models.JSONField(default=dict)
    citations = models.JSONField(default=list)
    base = models.JSONField(default=dict)
    note = models.TextField(_("what was wrong"), blank=True, help_text=_("Of a correction: readers will see it, with the value before and after."))
    asked_by = models.CharField(_("asked for by"), max_length=6, choices=AskedBy.choices, default=AskedBy.EDITOR)
    message = models.ForeignKey(
        Message, models.PROTECT, null=True, blank=True, related_name="revisions", verbose_name=_("the message that asked for it")
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("author"))
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False, verbose_name=_("approved by")
    )
    reviewed_at = models.DateTimeField(null=True, blank=True, editable=False)
    review_note = models.TextField(_("note to the author"), blank=True, editable=False)
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"],
                condition=Q(status__in=OPEN),
                name="revision_is_the_only_open_one",
                violation_error_message=_("A change of this entry is being prepared already."),
            ),
            models.CheckConstraint(
                name="revision_reviewer_is_not_its_author",
                condition=Q(reviewer__isnull=True) | ~Q(reviewer=F("author")),
                violation_error_message=_("Nobody reviews what they wrote: a second person must read it."),
            ),
            models.CheckConstraint(
                name="revision_approved_was_read",
                condition=~Q(status__in=(RevisionStatus.APPROVED, RevisionStatus.PUBLISHED)) | Q(reviewer__isnull=False),
                violation_error_message=_("What is approved was read by a second person."),
            ),
            models.CheckConstraint(
                name="revision_published_has_its_edition",
                condition=Q(status=RevisionStatus.PUBLISHED, edition__isnull=False) | (~Q(status=RevisionStatus.PUBLISHED) & Q(edition__isnull=True)),
                violation_error_message=_("A revision is published in an edition."),
            ),
            models.CheckConstraint(
                name="revision_correction_says_what_was_wrong",
                condition=Q(status__in=(RevisionStatus.DRAFT, RevisionStatus.WITHDRAWN)) | Q(kind=RevisionKind.UPDATE) | ~Q(note=""),
                violation_error_message=_("A correction says what was wrong: readers will see it."),
            ),
        ]

    def __str__(self):
        return f"{capfirst(self.short_kind)}: {self.entry}"

    @property
    def short_kind(self):
        """Its kind in a word."""
        return str(self.get_kind_display()).partition(":")[0]
