from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from record.models.source import Source
from record.models.stamped import Stamped


class ArchivedCopy(Stamped):
    """What the address of a source gave when it was fetched. The copy is for editors; its hash and time are public."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="copies", verbose_name=_("source"))
    sha256 = models.CharField("SHA-256", max_length=64)
    media_type = models.CharField(_("type"), max_length=100)
    size = models.PositiveBigIntegerField(_("size"), help_text=_("Bytes."))
    fetched_at = models.DateTimeField(_("fetched at"))
    final_url = models.CharField(_("final address"), max_length=2000, help_text=_("Where the redirects led."))
    name = models.CharField(_("name in the storage"), max_length=100)

    class Meta(Stamped.Meta):
        ordering = ["source", "fetched_at"]
        verbose_name = _("archived copy")
        verbose_name_plural = _("archived copies")
        constraints = [
            models.UniqueConstraint(fields=["source", "sha256"], name="archived_copy_is_kept_once"),
            models.CheckConstraint(
                name="archived_copy_has_its_hash",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("A copy is named by its SHA-256, in 64 hexadecimal digits."),
            ),
        ]

    def __str__(self):
        return f"{self.source.slug}, {self.fetched_at:%Y-%m-%d}"


class LinkCheck(models.Model):
    """When the address of a source is due to be asked, and what came of it last. For editors and the worker.

    `pending` is what the next edition makes public: {"link": ..., "on": ..., "copy": the values of an ArchivedCopy or None}.
    """

    source = models.OneToOneField(Source, models.CASCADE, primary_key=True, related_name="link_check", verbose_name=_("source"))
    url = models.CharField(_("address asked"), max_length=600, blank=True)
    due_at = models.DateTimeField(_("due"), db_index=True)
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("failed attempts since it last answered"), default=0)
    http_status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, blank=True)
    final_url = models.CharField(_("final address"), max_length=2000, blank=True)
    error = models.CharField(_("what went wrong"), max_length=300, blank=True)
    compared_with = models.ForeignKey(
        ArchivedCopy, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("copy that it is compared with")
    )
    pending = models.JSONField(_("not yet public"), null=True, blank=True)

    class Meta:
        ordering = ["due_at"]
        verbose_name = _("link check")
        verbose_name_plural = _("link checks")

    def __str__(self):
        return f"{self.source.slug}: {self.error or self.http_status}"
