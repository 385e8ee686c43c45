from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from record.models.stamped import Stamped


class AskedBy(models.TextChoices):
    """Who asked for a correction, or writes to the editors."""

    STATE = "state", _("a State")
    PERSON = "person", _("the person concerned")
    READER = "reader", _("a reader")
    EDITOR = "editor", _("an editor")


class NoticeKind(models.TextChoices):
    CORRECTION = "correction", _("correction")
    RETRACTION = "retraction", _("retraction")
    REDACTION = "redaction", _("redaction")


class Correction(Stamped):
    """The public notice that something on record was wrong: what, what stood before and after, who asked.

    `changes` is a list of {"field", "before", "after"}: the name of the field, and its texts as in the data files.
    """

    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    entry = GenericForeignKey()
    kind = models.CharField(_("kind"), max_length=10, choices=NoticeKind.choices)
    what_was_wrong = models.TextField(_("what was wrong"))
    asked_by = models.CharField(_("asked for by"), max_length=6, choices=AskedBy.choices)
    changes = models.JSONField(_("before and after"), default=list)

    class Meta(Stamped.Meta):
        ordering = ["-edition_id", "-id"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        indexes = [models.Index(fields=["content_type", "object_id"], name="correction_of_an_entry")]
        constraints = [
            models.CheckConstraint(
                name="correction_says_what_was_wrong",
                condition=~Q(what_was_wrong=""),
                violation_error_message=_("A correction says what was wrong: readers will see it."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.edition}"

    @property
    def fact(self):
        """The key of the entry: `findings/zaf-2017-07-06`."""
        return f"{self.entry.collection}/{self.entry.slug}"

    @property
    def key(self):
        return f"corrections/{self.fact}"
