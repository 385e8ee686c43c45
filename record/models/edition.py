import pgtrigger
from django.conf import settings
from django.db import connection, models
from django.utils.translation import gettext_lazy as _


class AnnounceEdition(pgtrigger.Trigger):
    """Tells every listener, whoever makes the edition, when its transaction is committed."""

    name = "announce"
    when = pgtrigger.After
    operation = pgtrigger.Insert

    def get_func(self, model):
        return "PERFORM pg_notify('edition', NEW.number::text); RETURN NULL;"


class EditionCounter(models.Model):
    """One row, locked while an edition is being made: so that numbers have no gap and times only rise."""

    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(name="edition_counter_is_one_row", condition=models.Q(pk=1))]

    def __str__(self):
        return str(self.number)

    @classmethod
    def take(cls):
        """The next number. Holds the row's lock until the transaction ends."""
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO record_editioncounter (id, number) VALUES (1, 1) "
                "ON CONFLICT (id) DO UPDATE SET number = record_editioncounter.number + 1 RETURNING number"
            )
            return cursor.fetchone()[0]


class EditionKind(models.TextChoices):
    """What made the edition."""

    LOAD = "load", _("loaded from the data files")
    PUBLICATION = "publication", _("publication")
    UPDATE = "update", _("update")
    CORRECTION = "correction", _("correction")
    RETRACTION = "retraction", _("retraction")
    READING = "reading", _("read against its source")
    SOURCE = "source", _("change of a source")
    WITHHOLDING = "withholding", _("withheld")
    RESTORATION = "restoration", _("restored")
    SEALING = "sealing", _("sealed")
    REDACTION = "redaction", _("redaction")
    SWEEP = "sweep", _("sweep recorded")
    CHECK = "check", _("check of addresses")
    COMPUTATION = "computation", _("computed anew")


class Edition(models.Model):
    """The numbered state of the published record. Each publication, correction, reading or retraction makes a new one.

    Its `summary` and who made it are for editors: public pages say what changed, as read from the history.
    """

    number = models.PositiveIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    kind = models.CharField(_("kind"), max_length=12, choices=EditionKind.choices, default=EditionKind.PUBLICATION)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    summary = models.CharField(max_length=300)

    class Meta:
        ordering = ["-number"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        triggers = [AnnounceEdition()]

    def __str__(self):
        return str(_("Edition %s")) % self.number

    @classmethod
    def current_number(cls):
        """The number of the edition that is published now; None where nothing is."""
        return cls.objects.values_list("number", flat=True).first()
