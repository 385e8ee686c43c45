from django.db import models
from django.utils.translation import gettext_lazy as _

from record.fields import PartialDateField
from record.models import Entry, tracked
from record.models.triggers import link_triggers
from states.models import State


class Trigger(models.TextChoices):
    """Articles 13 to 15 of the Statute."""

    STATE_REFERRAL = "state_referral", _("referral by a State Party (article 14)")
    UNSC_REFERRAL = "unsc_referral", _("referral by the Security Council (article 13(b))")
    PROPRIO_MOTU = "proprio_motu", _("Prosecutor’s own motion (article 15)")


class Phase(models.TextChoices):
    PRELIMINARY_EXAMINATION = "preliminary_examination", _("preliminary examination")
    INVESTIGATION_OPEN = "investigation_open", _("investigation open")
    INVESTIGATION_CONCLUDED = "investigation_concluded", _("investigation concluded")
    CLOSED = "closed", _("closed without an investigation")
    MERGED = "merged", _("merged with another situation")


@tracked()
class Situation(Entry):
    """A situation before the Court: territory and time in which crimes may have been committed."""

    collection = "situations"

    name = models.CharField(_("name"), max_length=120, help_text=_("The Court's name of the situation."))
    number = models.CharField(_("number"), max_length=20, blank=True, help_text=_("ICC-01/22. Empty: none or not found."))
    states = models.ManyToManyField(
        State,
        through="SituationState",
        related_name="situations",
        verbose_name=_("States"),
        help_text=_("The States named in the situation."),
    )
    trigger = models.CharField(_("how it began"), max_length=14, choices=Trigger.choices, help_text=_("Articles 13 to 15."))
    situation_referral_on = PartialDateField(_("referred on"), help_text=_("The day of the referral by a State or the Council."))
    examination_opened_on = PartialDateField(
        _("preliminary examination since"), help_text=_("The day on which it began or was made public; empty: not known.")
    )
    investigation_opened_on = PartialDateField(_("investigation opened on"), help_text=_("Or authorised on (article 15)."))
    phase = models.CharField(_("phase"), max_length=24, choices=Phase.choices, help_text=_("Where it stands."))
    phase_since = PartialDateField(_("phase since"), help_text=_("Since when it stands there."))
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph."))

    class Meta(Entry.Meta):
        ordering = ["name"]
        verbose_name = _("situation")
        verbose_name_plural = _("situations")
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="situation_only_a_referral_has_its_day",
                condition=~models.Q(trigger=Trigger.PROPRIO_MOTU) | models.Q(situation_referral_on=""),
                violation_error_message=_("A situation opened by the Prosecutor's own motion was not referred."),
            ),
        ]

    def __str__(self):
        return self.name

    def slug_parts(self):
        return [self.name]


@tracked()
class SituationState(models.Model):
    """A State named in a situation. Part of the situation: it changes with it, in an edition."""

    situation = models.ForeignKey(Situation, models.CASCADE)
    state = models.ForeignKey(State, models.PROTECT, to_field="iso3", db_column="state")

    class Meta:
        ordering = ["state"]
        verbose_name = _("State of a situation")
        verbose_name_plural = _("States of a situation")
        triggers = link_triggers("cases_situation", "situation_id")
        constraints = [models.UniqueConstraint(fields=["situation", "state"], name="situation_names_a_state_once")]

    def __str__(self):
        return self.state_id
