from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.situation import Situation
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from states.models import half_open, state_key


class DutyBasis(models.TextChoices):
    """What binds a State that is not, or not yet, a Party."""

    UNSC = "unsc", _("resolution of the Security Council")
    ART12_3 = "art12_3", _("declaration under article 12(3)")
    AGREEMENT = "agreement", _("ad hoc arrangement or agreement (article 87(5))")


class DutyQuerySet(EntryQuerySet):
    def in_force(self, *, on):
        return self.filter(period__contains=on)


@tracked()
class Duty(Entry):
    """A duty to cooperate in one situation that does not come from being a Party."""

    collection = "duties"

    state = state_key("duties", _("The State that is bound."))
    situation = models.ForeignKey(
        Situation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="duties",
        verbose_name=_("situation"),
        help_text=_("The situation in which it is bound; empty: none was ever opened."),
    )
    basis = models.CharField(_("basis"), max_length=9, choices=DutyBasis.choices, help_text=_("What binds it."))
    instrument = models.CharField(_("instrument"), max_length=200, help_text=_("Resolution 1593 (2005); declaration of ..."))
    document_no = models.CharField(_("document number"), max_length=60, blank=True, help_text=_("S/RES/1593 (2005). Empty: not found."))
    since = models.DateField(_("since"), help_text=_("Adopted, or lodged with the Registrar."))
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("The first day on which it no longer binds."))
    period = half_open("since", "until")
    covers_from = PartialDateField(_("covers crimes from"), help_text=_("Not the day from which it binds."))
    covers_to = PartialDateField(_("covers crimes to"), help_text=_("Empty: open."))
    articles = ArrayField(models.CharField(max_length=12), verbose_name=_("articles"), help_text=_("86, 89, 93 ..."))
    contested = models.TextField(_("contested"), blank=True, help_text=_("By whom and why its validity is contested; empty: it is not."))
    made_public_on = PartialDateField(_("made public on"), help_text=_("When it became publicly known."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    objects = DutyQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["state", "since", "slug"]
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="duty_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                violation_error_message=_("A duty ends after it begins."),
            ),
            models.CheckConstraint(
                name="duty_covers_a_span",
                condition=Q(covers_from="") | Q(covers_to="") | Q(covers_to_latest__gte=F("covers_from_earliest")),
                violation_error_message=_("What it covers ends after it begins."),
            ),
        ]

    def __str__(self):
        return f"{self.state_id}: {self.instrument}"

    def slug_parts(self):
        return [self.state_id, self.basis.replace("_", "-"), self.since]
