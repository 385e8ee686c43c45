"""Public rows that are written once, in an edition, and stay: notices of correction, sweeps, archived copies."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from record.models.edition import Edition
from record.models.triggers import stamped_triggers


class StampedQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-edition_id", "-pk")  # by its number: `edition` would follow the order of editions


class Stamped(models.Model):
    """Written in an edition and never deleted: as it stood at edition n are the rows of editions up to n.

    Only a redaction changes one. A subclass writes `class Meta(Stamped.Meta)`.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, editable=False, related_name="+", verbose_name=_("edition"))

    objects = StampedQuerySet.as_manager()

    class Meta:
        abstract = True
        triggers = stamped_triggers()
