from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from record.models.correction import AskedBy


class MessageKind(models.TextChoices):
    CORRECTION = "correction", _("asks for a correction")
    REPLY = "reply", _("sends a reply to be shown beside the entry")
    OFFICIAL = "official", _("official communication of a State or an organisation")


class MessageStatus(models.TextChoices):
    NEW = "new", _("new")
    ACKNOWLEDGED = "acknowledged", _("acknowledged")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")


class Message(models.Model):
    """What somebody sent through the form: seen by editors alone, and never shown as it is.

    `sender_key` is a keyed hash of the sender's network address, for the rate limit; it is emptied after some days.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=MessageKind.choices)
    role = models.CharField(_("who writes"), max_length=6, choices=AskedBy.choices)
    content_type = models.ForeignKey(ContentType, models.PROTECT, null=True, blank=True)
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    entry = GenericForeignKey()
    about = models.CharField(_("about"), max_length=300, blank=True, help_text=_("The address of the page, as it was given."))
    text = models.TextField(_("message"), max_length=10_000)
    sources = models.TextField(_("sources"), max_length=3_000, blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    organisation = models.CharField(_("State, ministry or organisation"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    received_at = models.DateTimeField(_("received"), auto_now_add=True, db_index=True)
    sender_key = models.CharField(max_length=64, blank=True, editable=False)
    status = models.CharField(_("status"), max_length=12, choices=MessageStatus.choices, default=MessageStatus.NEW)
    acknowledged_at = models.DateTimeField(_("acknowledged"), null=True, blank=True)
    due_on = models.DateField(_("answer due"), null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False, verbose_name=_("sender verified by")
    )
    verified_at = models.DateTimeField(_("sender verified"), null=True, blank=True, editable=False)
    verified_how = models.CharField(_("how the sender was verified"), max_length=300, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False, verbose_name=_("handled by")
    )
    outcome_note = models.TextField(_("what came of it"), blank=True)

    class Meta:
        ordering = ["-received_at"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [models.Index(fields=["sender_key", "-received_at"], name="message_of_a_sender")]
        constraints = [
            models.CheckConstraint(
                name="message_is_verified_by_somebody_in_some_way",
                condition=Q(verified_by__isnull=True, verified_at__isnull=True)
                | (Q(verified_by__isnull=False, verified_at__isnull=False) & ~Q(verified_how="")),
                violation_error_message=_("Say how the sender was verified."),
            ),
            models.CheckConstraint(
                name="message_decided_says_what_came_of_it",
                condition=~Q(status__in=(MessageStatus.ACCEPTED, MessageStatus.DECLINED)) | ~Q(outcome_note=""),
                violation_error_message=_("Say what came of it."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.received_at:%Y-%m-%d}: {self.about}"
