from django.conf import settings
from django.db import connection, models
from django.utils.translation import gettext_lazy as _


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


class Edition(models.Model):
    """The numbered state of the published record. Each publication, correction, reading or retraction makes a new one."""

    number = models.PositiveIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    summary = models.CharField(max_length=300)

    class Meta:
        ordering = ["-number"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self):
        return str(_("Edition %s")) % self.number

    @classmethod
    def current_number(cls):
        """The number of the edition that is published now; None where nothing is."""
        return cls.objects.values_list("number", flat=True).first()
