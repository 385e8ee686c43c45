from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

TIME_TO_DECIDE = timedelta(days=1)


class Decision(models.TextChoices):
    PENDING = "", _("waits for a second person")
    CONFIRMED = "confirmed", _("stays withheld")
    SEALED = "sealed", _("sealed or protected")
    RESTORED = "restored", _("shown again")


class WithholdingQuerySet(models.QuerySet):
    def pending(self):
        return self.filter(decision=Decision.PENDING)

    def overdue(self):
        return self.pending().filter(at__lt=timezone.now() - TIME_TO_DECIDE)


class Withholding(models.Model):
    """The emergency door: one editor takes a page, and what points to it, off the site at once; a second decides.

    `entries` are the keys of all that was taken along (`persons/x`), so that the same are shown again.
    """

    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    entry = GenericForeignKey()
    entries = models.JSONField(default=list)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("withheld by"))
    at = models.DateTimeField(_("withheld at"), default=timezone.now)
    decision = models.CharField(_("decision"), max_length=9, choices=Decision.choices, default=Decision.PENDING, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by"))
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects = WithholdingQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name = _("withholding")
        verbose_name_plural = _("withholdings")
        constraints = [
            models.CheckConstraint(name="withholding_says_why", condition=~Q(reason=""), violation_error_message=_("Say why the page is withheld.")),
            models.CheckConstraint(
                name="withholding_is_decided_by_a_second_person",
                condition=Q(decision="", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(decision="") & Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(decided_by=F("by"))),
                violation_error_message=_("A second person confirms or restores."),
            ),
        ]

    def __str__(self):
        return f"{self.entry}, {self.at:%Y-%m-%d %H:%M}"

    @property
    def due_at(self):
        return self.at + TIME_TO_DECIDE

    @property
    def is_overdue(self):
        return self.decision == Decision.PENDING and self.due_at < timezone.now()
