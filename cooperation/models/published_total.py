from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from record.models import Entry, tracked


class TotalOf(models.TextChoices):
    """What is counted. Publishers define it each in their way: `counted` says how."""

    STATES_PARTIES = "states_parties", _("States Parties")
    PARTIES_AFRICAN = "parties_african", _("States Parties of the African group")
    PARTIES_ASIA_PACIFIC = "parties_asia_pacific", _("States Parties of the Asia-Pacific group")
    PARTIES_EASTERN_EUROPEAN = "parties_eastern_european", _("States Parties of the Eastern European group")
    PARTIES_GRULAC = "parties_grulac", _("States Parties of the Latin American and Caribbean group")
    PARTIES_WEOG = "parties_weog", _("States Parties of the Western European and other group")
    SITUATIONS = "situations", _("situations before the Court")
    INVESTIGATIONS = "investigations", _("situations under investigation")
    CASES = "cases", _("cases")
    WARRANTS_ISSUED = "warrants_issued", _("warrants of arrest")
    WARRANTS_EXECUTED = "warrants_executed", _("warrants of arrest that were executed")
    WARRANTS_ENDED_BY_DEATH = "warrants_ended_by_death", _("warrants of arrest that ended by death")
    SUMMONSES_ISSUED = "summonses_issued", _("summonses to appear")
    PERSONS_SOUGHT = "persons_sought", _("persons under a warrant or summons, past ones included")
    PERSONS_AT_LARGE = "persons_at_large", _("persons at large")
    PERSONS_SURRENDERED = "persons_surrendered", _("persons surrendered to the Court")
    PERSONS_IN_CUSTODY = "persons_in_custody", _("persons in the custody of the Court")
    PERSONS_CONVICTED = "persons_convicted", _("persons convicted")
    PERSONS_ACQUITTED = "persons_acquitted", _("persons acquitted")
    PERSONS_DECEASED = "persons_deceased", _("persons whose proceedings ended by death")
    FINDINGS = "findings", _("decisions that a State failed to comply")
    VISITS = "visits", _("journeys of a person at large")


@tracked()
class PublishedTotal(Entry):
    """A number that the Court, the Assembly or another body has published for a day, of what this record counts too.

    `explained` is by how much ours is larger, where it is known why; `because` says why. The comparison is made on the methodology page.
    """

    collection = "published-totals"

    measure = models.CharField(_("what is counted"), max_length=24, choices=TotalOf.choices, help_text=_("In the words of this record."))
    as_of = models.DateField(_("on"), help_text=_("The day for which the number is given."))
    figure = models.PositiveIntegerField(_("number"), help_text=_("As published."))
    counted = models.CharField(_("how it is counted"), max_length=300, blank=True, help_text=_("The publisher's definition, in our words."))
    published_by = models.CharField(_("published by"), max_length=120, help_text=_("The Court, the Assembly ..."))
    document_no = models.CharField(_("document number"), max_length=60, blank=True, help_text=_("As printed; empty: not found."))
    explained = models.SmallIntegerField(
        _("difference explained"),
        null=True,
        blank=True,
        help_text=_("By how much this record counts more (or, with a minus, less), where it is known why."),
    )
    because = models.TextField(_("why it differs"), blank=True, help_text=_("Readers see it beside the two numbers."))

    class Meta(Entry.Meta):
        ordering = ["measure", "as_of", "slug"]
        verbose_name = _("published total")
        verbose_name_plural = _("published totals")
        indexes = [models.Index(fields=["-as_of", "-id"], name="published_total_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="published_total_explains_its_difference",
                condition=Q(explained__isnull=True) | ~Q(because=""),
                violation_error_message=_("An explained difference says why."),
            ),
        ]

    def __str__(self):
        return f"{self.get_measure_display()}, {self.as_of}: {self.figure}"

    def slug_parts(self):
        return [self.measure.replace("_", "-"), self.as_of]
