"""What became of the entries when they were read again, and of the two sweeps when they were compared."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from record.models.source import Source
from record.models.stamped import Stamped, StampedQuerySet


class Verdict(models.TextChoices):
    """What somebody who had not written the entry found when reading it against a source."""

    CONFIRMED = "confirmed", _("confirmed")
    COMPLETED = "completed", _("confirmed, and completed where it was empty")
    CORRECTED = "corrected", _("corrected")
    WRONG = "wrong", _("did not stand as it was")
    NOT_CONFIRMED = "not_confirmed", _("could not be read again")


ERRORS = (Verdict.CORRECTED, Verdict.WRONG)


class Settled(models.TextChoices):
    """How a difference between the record and a sweep made without it was settled."""

    RECORD = "record", _("the record stands")
    SWEEP = "sweep", _("the second sweep was right")
    RIVAL = "rival", _("both are kept")
    OPEN = "open", _("left open")


class OfAnEntryQuerySet(StampedQuerySet):
    def of(self, entry):
        return self.filter(collection=entry.collection, slug=entry.slug)


class OfAnEntry(Stamped):
    """About an entry, by its key: the entry itself may be gone, or may never have been in the record."""

    collection = models.CharField(_("collection"), max_length=40)
    slug = models.SlugField(_("address"), max_length=140)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source"))

    objects = OfAnEntryQuerySet.as_manager()

    class Meta(Stamped.Meta):
        abstract = True

    @property
    def fact(self):
        """The key of the entry: `findings/zaf-2017-07-06`."""
        return f"{self.collection}/{self.slug}"


class Reading(OfAnEntry):
    """That an entry was read against a source by somebody who had not written it, and what came of it."""

    read_on = models.DateField(_("read on"))
    read_by = models.CharField(_("read by"), max_length=120, help_text=_("A role; readers see it, and never the name of an editor."))
    verdict = models.CharField(_("what came of it"), max_length=13, choices=Verdict.choices)
    what_was_read = models.TextField(_("what was read"))

    class Meta(OfAnEntry.Meta):
        ordering = ["collection", "slug", "read_on", "id"]
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        indexes = [models.Index(fields=["collection", "slug"], name="reading_of_an_entry")]
        constraints = [
            models.CheckConstraint(
                name="reading_says_what_was_read",
                condition=~Q(what_was_read="") & ~Q(read_by=""),
                violation_error_message=_("A reading says what was read, and by whom."),
            ),
            models.CheckConstraint(
                name="reading_that_confirms_has_its_source",
                condition=Q(source__isnull=False) | ~Q(verdict=Verdict.CONFIRMED),
                violation_error_message=_("What was confirmed was confirmed by a source: name it."),
            ),
        ]

    def __str__(self):
        return f"{self.fact}, {self.read_on}: {self.get_verdict_display()}"

    @property
    def key(self):
        return f"readings/{self.fact}#{self.read_on}"

    def as_dict(self):
        """For JSON."""
        return {
            "entry": self.fact, "read_on": self.read_on.isoformat(), "read_by": self.read_by, "verdict": self.verdict,
            "source": self.source.slug if self.source else None, "what_was_read": self.what_was_read,
        }  # fmt: skip


class SweepDifference(OfAnEntry):
    """Where the record and a second sweep, made without looking at it, differed: the two values, which stands and why."""

    column = models.CharField(_("column"), max_length=40, blank=True, help_text=_("Empty: the entry as a whole."))
    record = models.CharField(_("the record had"), max_length=500, blank=True)
    sweep = models.CharField(_("the second sweep had"), max_length=500, blank=True)
    settled = models.CharField(_("settled"), max_length=6, choices=Settled.choices)
    why = models.TextField(_("why"))

    class Meta(OfAnEntry.Meta):
        ordering = ["collection", "slug", "column", "id"]
        verbose_name = _("difference between sweeps")
        verbose_name_plural = _("differences between sweeps")
        indexes = [models.Index(fields=["collection", "slug"], name="difference_of_an_entry")]
        constraints = [
            models.CheckConstraint(
                name="difference_says_why",
                condition=~Q(why="") & ~Q(record=models.F("sweep")),
                violation_error_message=_("A difference has two values, and says why it was settled so."),
            ),
        ]

    def __str__(self):
        return f"{self.fact} {self.column}".strip()

    @property
    def key(self):
        return f"differences/{self.fact}#{self.column}"

    def as_dict(self):
        """For JSON."""
        return {
            "entry": self.fact, "column": self.column or None, "record": self.record or None, "sweep": self.sweep or None,
            "settled": self.settled, "why": self.why, "source": self.source.slug if self.source else None,
        }  # fmt: skip
