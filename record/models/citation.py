from collections import defaultdict
from functools import reduce
from operator import or_

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from record.models.history import tracked
from record.models.source import Source, SourceKind
from record.models.triggers import citation_triggers


class Stance(models.TextChoices):
    SUPPORTS = "supports", _("supports")
    CONTRADICTS = "contradicts", _("says otherwise")


class Consulted(models.TextChoices):
    """How the source was read. The footnote says it."""

    FULL = "full", _("read in full")
    EXCERPT = "excerpt", _("read in excerpt")
    THROUGH = "through", _("known through another source")
    NOT_OPENED = "not_opened", _("not opened")


class CitationQuerySet(models.QuerySet):
    def of(self, entries):
        """Those of several entries, whatever their kinds."""
        by_type = defaultdict(set)
        for entry in entries:
            by_type[ContentType.objects.get_for_model(entry).pk].add(entry.pk)
        wanted = [Q(content_type=type_id, object_id__in=pks) for type_id, pks in by_type.items()]
        return self.filter(reduce(or_, wanted)) if wanted else self.none()

    def supporting(self):
        return self.filter(stance=Stance.SUPPORTS)


@tracked()
class Citation(models.Model):
    """What a source says of an entry, or of one of its fields.

    Without a field it covers the whole entry; one with a field overrides it there. A source
    that says otherwise is kept beside the value chosen, with its value and the reason.
    """

    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    entry = GenericForeignKey()
    field = models.CharField(_("field"), max_length=40, blank=True, help_text=_("The name of the field that it speaks of; empty: the whole entry."))
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations", verbose_name=_("source"))
    locator = models.CharField(_("passage"), max_length=200, blank=True, help_text=_("Page, paragraph, heading."))
    stance = models.CharField(_("stance"), max_length=11, choices=Stance.choices, default=Stance.SUPPORTS)
    rival_value = models.CharField(_("its value"), max_length=300, blank=True, help_text=_("What it says instead."))
    reason = models.TextField(_("why the record differs"), blank=True)
    quotation = models.CharField(
        _("quotation"), max_length=300, blank=True, help_text=_("The words that say it, as printed; 300 characters at most.")
    )
    consulted = models.CharField(_("how it was read"), max_length=10, choices=Consulted.choices)

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["content_type", "object_id", "field", "stance", "source", "id"]
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        triggers = citation_triggers()
        indexes = [models.Index(fields=["content_type", "object_id"], name="citation_of_an_entry")]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field", "source", "stance", "locator"],
                name="citation_is_given_once",
                violation_error_message=_("This source is cited for this already, at the same passage."),
            ),
            models.CheckConstraint(
                name="citation_contradiction_says_what_and_why",
                condition=Q(stance=Stance.SUPPORTS) | (~Q(field="") & ~Q(rival_value="") & ~Q(reason="")),
                violation_error_message=_("A source that says otherwise names the field, its value and why the record differs."),
            ),
            models.CheckConstraint(
                name="citation_support_has_no_rival_value",
                condition=Q(stance=Stance.CONTRADICTS) | Q(rival_value=""),
                violation_error_message=_("A source that supports the fact has no rival value."),
            ),
        ]

    def __str__(self):
        return f"{self.source.slug} {self.locator}".strip()

    @property
    def rank(self):
        """Sorts the best sources first."""
        return SourceKind.values.index(self.source.kind), self.source.slug, self.pk
