from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from record.fields import PartialDateField
from record.models import Entry, tracked
from states.models.state import state_key


class Covers(models.TextChoices):
    """Articles 70(4), 88: what the law of a State provides for."""

    COOPERATION = "cooperation", _("cooperation with the Court")
    CRIMES = "crimes", _("crimes of the Statute")
    BOTH = "both", _("cooperation and crimes")
    NONE = "none", _("no implementing law, when surveyed")
    UNKNOWN = "unknown", _("not known")


NO_LAW = (Covers.NONE, Covers.UNKNOWN)


@tracked()
class NationalLaw(Entry):
    """A law by which a State carries out the Statute, or the statement of a source that it has none.

    That there is a law is no proof that cooperation is possible, and that there is none no proof that it is not (article 88).
    """

    collection = "laws"

    state = state_key("laws", _("Whose law it is."))
    covers = models.CharField(
        _("covers"), max_length=11, choices=Covers.choices, help_text=_("None: a source says so. Not known: a source was read and does not say.")
    )
    title = models.CharField(_("title"), max_length=300, blank=True, help_text=_("As printed, or in English. Empty: there is no law, or not found."))
    number = models.CharField(_("number"), max_length=120, blank=True, help_text=_("As printed; empty: not found."))
    adopted_on = PartialDateField(_("adopted"), help_text=_("Empty: not found."))
    in_force_on = PartialDateField(_("in force since"), help_text=_("Empty: not in force, or not found."))
    arrest_provisions = models.CharField(_("on arrest and surrender"), max_length=200, blank=True, help_text=_("Sections. Empty: not found."))
    immunity_provisions = models.CharField(_("on immunity"), max_length=200, blank=True, help_text=_("Sections. Empty: not found."))
    channel_provisions = models.CharField(_("on the channel of requests"), max_length=200, blank=True, help_text=_("Sections. Empty: not found."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence; the day for which the source speaks."))

    refused_at = {"law_that_is_not_there_has_nothing_in_it": "covers"}

    class Meta(Entry.Meta):
        ordering = ["state", "-adopted_on_earliest"]
        verbose_name = _("national law")
        verbose_name_plural = _("national laws")
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="law_that_is_not_there_has_nothing_in_it",
                condition=~Q(covers__in=NO_LAW)
                | Q(title="", number="", adopted_on="", in_force_on="", arrest_provisions="", immunity_provisions="", channel_provisions=""),
                violation_error_message=_("Where there is no law, or none known, there is no title, day or section."),
            ),
            models.CheckConstraint(
                name="law_is_in_force_after_it_is_adopted",
                condition=Q(adopted_on="") | Q(in_force_on="") | Q(in_force_on_latest__gte=F("adopted_on_earliest")),
                violation_error_message=_("A law cannot be in force before it is adopted."),
            ),
        ]

    def __str__(self):
        return self.title or f"{self.state}: {self.get_covers_display()}"

    def slug_parts(self):
        return [self.state_id, self.covers if self.covers in NO_LAW else self.adopted_on[:4]]
