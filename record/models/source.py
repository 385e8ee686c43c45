from urllib.parse import urlsplit

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from record.fields import PartialDateField
from record.models.history import tracked
from record.models.triggers import source_triggers


class SourceKind(models.TextChoices):
    """In order of rank: a court filing outranks press."""

    COURT_FILING = "court_filing", _("Court filing")
    COURT_PUBLICATION = "court_publication", _("Publication of the Court")
    TREATY_DEPOSITARY = "treaty_depositary", _("Treaty depositary")
    ASSEMBLY_DOCUMENT = "assembly_document", _("Assembly document")
    UN_DOCUMENT = "un_document", _("United Nations document")
    STATE_DOCUMENT = "state_document", _("State document")
    ACADEMIC = "academic", _("Academic")
    NGO = "ngo", _("Non-governmental organisation")
    DATA_SET = "data_set", _("Data set")
    PRESS = "press", _("Press")


# A host, perhaps a port, and no credentials: neither file: nor javascript:.
WEB_ADDRESS = r"^https?://(\[[0-9A-Fa-f:.]+\]|[^][/?#@:\\\s]+)(:[0-9]{1,5})?([/?#]\S*)?$"

PRIMARY_KINDS = frozenset(
    {
        SourceKind.COURT_FILING,
        SourceKind.COURT_PUBLICATION,
        SourceKind.TREATY_DEPOSITARY,
        SourceKind.ASSEMBLY_DOCUMENT,
        SourceKind.UN_DOCUMENT,
        SourceKind.STATE_DOCUMENT,
    }
)


class LinkState(models.TextChoices):
    """What the last check of its address found. `changed` means that its words are no longer those first archived."""

    UNKNOWN = "", _("not checked")
    OK = "ok", _("answers")
    MOVED = "moved", _("has moved")
    CHANGED = "changed", _("its text has changed")
    DEAD = "dead", _("no longer answers")


class SourceQuerySet(models.QuerySet):
    def public(self):
        """Those that a public entry cites."""
        return self.filter(shown=True)

    addressable = once_public = public

    def ranked(self):
        """Best kind first."""
        whens = [models.When(kind=kind, then=rank) for rank, kind in enumerate(SourceKind.values)]
        return self.annotate(rank=models.Case(*whens, output_field=models.SmallIntegerField())).order_by("rank", "slug")


@tracked()
class Source(models.Model):
    """A document that says something: a filing, a notification, a report. Public once a public entry cites it."""

    collection = "sources"

    slug = models.SlugField(_("key"), max_length=120, unique=True, help_text=_("Publisher, a few words, year: `icc-mongolia-finding-2024`."))
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind.choices)
    title = models.CharField(_("title"), max_length=400)
    publisher = models.CharField(_("publisher"), max_length=200)
    published_on = PartialDateField(_("published on"), help_text=_("2025, 2025-04 or 2025-04-03."))
    document_no = models.CharField(_("document number"), max_length=120, blank=True, help_text=_("As printed on the document; never guessed."))
    url = models.URLField(_("address"), max_length=600, blank=True, help_text=_("Where it was read; never guessed."))
    archived_url = models.URLField(
        _("archived at"), max_length=600, blank=True, help_text=_("A copy in a public archive, such as the Internet Archive.")
    )
    language = models.CharField(_("language"), max_length=8, blank=True, help_text=_("ISO 639: en, fr, es ..."))
    checked_on = models.DateField(_("last checked"), null=True, blank=True, editable=False)
    link = models.CharField(_("address"), max_length=7, choices=LinkState.choices, default=LinkState.UNKNOWN, blank=True, editable=False)
    shown = models.BooleanField(_("cited by a public entry"), default=False, editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        triggers = source_triggers()
        constraints = [
            models.CheckConstraint(
                name="source_can_be_found",
                condition=~Q(url="") | ~Q(document_no="") | ~Q(title=""),
                violation_error_message=_("Give an address, a document number or at least a title by which it can be found."),
            ),
            *(
                models.CheckConstraint(
                    name=f"source_{name}_is_of_the_web",
                    condition=Q(**{name: ""}) | Q(**{f"{name}__regex": WEB_ADDRESS}),
                    violation_error_message=_("An address starts with http:// or https:// and a host, without a user name or password."),
                )
                for name in ("url", "archived_url")
            ),
        ]

    def __str__(self):
        return f"{self.publisher}: {self.title}"

    def get_absolute_url(self):
        return reverse("source", args=[self.slug])

    @property
    def in_full(self):
        """With all that tells it from others of a list."""
        parts = [self.get_kind_display(), self.title, self.publisher, str(self.published_on or ""), self.document_no]
        return " · ".join(part for part in parts if part)

    @property
    def host(self):
        """The name of the site it was read on."""
        return urlsplit(self.url).hostname or ""

    @property
    def is_primary(self):
        """A document of the Court, the Assembly, the United Nations, the depositary or a State."""
        return self.kind in PRIMARY_KINDS
