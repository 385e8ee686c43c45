"""The Entry: what everything with an address shares. Its status, its writers, its door to the public side."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from record.models.triggers import entry_triggers


class Status(models.TextChoices):
    """The editor's workflow. `state` is always a country; this is never called that."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    APPROVED = "approved", _("approved, waiting for its time")
    PUBLISHED = "published", _("published")
    RETRACTED = "retracted", _("retracted")


class Origin(models.TextChoices):
    EDITOR = "editor", _("written by an editor")
    LOAD = "load", _("loaded from the data files")


class Hold(models.TextChoices):
    """Why a public entry is shown to nobody. `sealed` is for what the Court has sealed or what protects a person."""

    NONE = "", _("none")
    WITHHELD = "withheld", _("withheld until it is decided on")
    SEALED = "sealed", _("sealed or protected")


class EntryQuerySet(models.QuerySet):
    def public(self):
        """Published, and not held: what lists, counts and downloads show. The only door to the public side."""
        return self.filter(status=Status.PUBLISHED, hold=Hold.NONE)

    def addressable(self):
        """Published or retracted, and not held: a retracted entry keeps its address and says why."""
        return self.filter(status__in=(Status.PUBLISHED, Status.RETRACTED), hold=Hold.NONE)

    def once_public(self):
        """Published or retracted, held or not: what the record keeps for ever."""
        return self.filter(published_at__isnull=False)

    def in_review(self):
        return self.filter(status=Status.IN_REVIEW)


class Entry(models.Model):
    """A fact of the record with an address of its own, its citations and its history.

    Only `record.workflow` and the loader change a status. A subclass writes
    `class Meta(Entry.Meta)`, or it would lose the constraints and the triggers.
    """

    collection = ""  # the plural that is this kind's address, and its name in keys of the data: `treaty-actions`

    slug = models.SlugField(
        _("address"),
        max_length=140,
        unique=True,
        blank=True,
        help_text=_("The last part of the address. Left empty, it is made by the rule of this kind. Permanent once public."),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False)
    hold = models.CharField(_("held"), max_length=8, choices=Hold.choices, default=Hold.NONE, blank=True, editable=False)
    origin = models.CharField(max_length=6, choices=Origin.choices, default=Origin.EDITOR, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+", verbose_name=_("author")
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("read against its source by"),
    )
    reviewed_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    review_note = models.TextField(_("note to the author"), blank=True, editable=False)
    retraction_reason = models.TextField(_("reason for the retraction"), blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    citations = GenericRelation("record.Citation")
    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True
        triggers = entry_triggers()
        constraints = [
            models.CheckConstraint(name="%(class)s_has_an_address", condition=~Q(slug="")),
            models.CheckConstraint(
                name="%(class)s_reviewer_is_not_its_author",
                condition=Q(reviewer__isnull=True) | Q(author__isnull=True) | ~Q(reviewer=F("author")),
                violation_error_message=_("Nobody reviews what they wrote: a second person must read it."),
            ),
            models.CheckConstraint(
                name="%(class)s_public_was_read_or_loaded",
                condition=~Q(status__in=(Status.PUBLISHED, Status.RETRACTED)) | Q(reviewer__isnull=False) | Q(origin=Origin.LOAD),
                violation_error_message=_("What is published was read by a second person, or brought in by the loader."),
            ),
            models.CheckConstraint(
                name="%(class)s_approved_was_read",
                condition=~Q(status=Status.APPROVED) | Q(reviewer__isnull=False),
                violation_error_message=_("What is approved was read by a second person."),
            ),
            models.CheckConstraint(
                name="%(class)s_held_was_public",
                condition=Q(hold=Hold.NONE) | Q(published_at__isnull=False),
                violation_error_message=_("Only what was published can be held; a draft is seen by editors alone."),
            ),
            models.CheckConstraint(
                name="%(class)s_public_has_its_day",
                condition=Q(status__in=(Status.PUBLISHED, Status.RETRACTED), published_at__isnull=False)
                | Q(status__in=(Status.DRAFT, Status.IN_REVIEW, Status.APPROVED), published_at__isnull=True),
                violation_error_message=_("A public entry has the time of its publication, a draft has none."),
            ),
            models.CheckConstraint(
                name="%(class)s_retracted_says_why",
                condition=~Q(status=Status.RETRACTED) | ~Q(retraction_reason=""),
                violation_error_message=_("A retraction states its reason."),
            ),
        ]

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("entry", args=[self.collection, self.slug])

    @property
    def is_public(self):
        return self.status in (Status.PUBLISHED, Status.RETRACTED) and not self.hold

    @property
    def reading(self):
        """`read` once a second person has read it against its source, `compiled` until then."""
        return "read" if self.reviewer_id else "compiled"

    def slug_parts(self):
        """The rule of this kind for its address: texts to be joined. `undated` stands for an unknown day."""
        raise NotImplementedError

    def _free_slug(self):
        """The rule's address, with -2, -3 ... behind it where it is taken."""
        wanted = slugify("-".join(str(part) or "undated" for part in self.slug_parts()))[:130]
        taken = set(type(self).objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
        number, slug = 1, wanted
        while slug in taken:
            number += 1
            slug = f"{wanted}-{number}"
        return slug
