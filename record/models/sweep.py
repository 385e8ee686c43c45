from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from record.models.stamped import Stamped, StampedQuerySet


class SweepQuerySet(StampedQuerySet):
    def latest_of_each(self):
        """{collection: its last Sweep}."""
        return {sweep.collection: sweep for sweep in self.order_by("collection", "swept_to", "edition", "pk")}

    def latest_of(self, collection):
        """The last Sweep of a collection; None where none is recorded."""
        return self.filter(collection=collection).order_by("-swept_to", "-edition", "-pk").first()


class Sweep(Stamped):
    """That a collection was searched for what is new up to a day: how far its silence can be trusted."""

    collection = models.CharField(_("collection"), max_length=40)
    swept_to = models.DateField(_("swept up to"), help_text=_("The last day that the search covered."))
    method = models.TextField(_("method"), help_text=_("What was searched, and how; readers see it."))
    swept_by = models.CharField(
        _("swept by"), max_length=120, help_text=_("A role or an organisation; readers see it, and never the name of an editor.")
    )

    objects = SweepQuerySet.as_manager()

    class Meta(Stamped.Meta):
        ordering = ["collection", "-swept_to", "-edition_id"]
        verbose_name = _("sweep")
        verbose_name_plural = _("sweeps")
        indexes = [models.Index(fields=["collection", "-swept_to"], name="sweep_of_a_collection")]
        constraints = [
            models.CheckConstraint(
                name="sweep_says_how_and_by_whom",
                condition=~Q(method="") & ~Q(swept_by="") & ~Q(collection=""),
                violation_error_message=_("A sweep says of which collection it is, how it was made and by whom."),
            ),
        ]

    def __str__(self):
        return f"{self.collection}, {self.swept_to}"

    @property
    def key(self):
        return f"coverage/{self.collection}#{self.swept_to}"
