from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from cases.models.case import Case
from cases.models.person import Person
from cases.models.warrant import charged_articles
from record.fields import PartialDateField
from record.models import Entry, tracked
from states.models import state_key


class EventKind(models.TextChoices):
    """What happened to a person before the Court. An arrest by a State is not a surrender (article 59)."""

    APPLICATION_FILED = "application_filed", _("application for a warrant filed")
    APPLICATION_MADE_PUBLIC = "application_made_public", _("application for a warrant made public")
    APPLICATION_WITHDRAWN = "application_withdrawn", _("application withdrawn")
    ARRESTED = "arrested", _("arrested by a State")
    RELEASED_BY_STATE = "released_by_state", _("released by a State")
    SURRENDERED = "surrendered", _("surrendered to the Court")
    FIRST_APPEARANCE = "first_appearance", _("first appearance")
    CHARGES_CONFIRMED = "charges_confirmed", _("charges confirmed")
    CHARGES_CONFIRMED_IN_ABSENCE = "charges_confirmed_in_absence", _("charges confirmed in the person’s absence")
    CHARGES_NOT_CONFIRMED = "charges_not_confirmed", _("charges not confirmed")
    CHARGES_WITHDRAWN = "charges_withdrawn", _("charges withdrawn")
    PROCEEDINGS_TERMINATED = "proceedings_terminated", _("proceedings terminated")
    TRIAL_OPENED = "trial_opened", _("trial opened")
    CONVICTED = "convicted", _("convicted")
    SENTENCED = "sentenced", _("sentenced")
    ACQUITTED = "acquitted", _("acquitted")
    CONVICTION_CONFIRMED = "conviction_confirmed", _("conviction confirmed on appeal or final")
    CONVICTION_REVERSED = "conviction_reversed", _("acquitted on appeal")
    ACQUITTAL_CONFIRMED = "acquittal_confirmed", _("acquittal confirmed on appeal")
    CASE_INADMISSIBLE = "case_inadmissible", _("case declared inadmissible")
    INADMISSIBILITY_CONFIRMED = "inadmissibility_confirmed", _("inadmissibility confirmed on appeal")
    SENTENCE_SERVED = "sentence_served", _("sentence served")
    RELEASED = "released", _("released by the Court")
    DIED = "died", _("died")
    DEATH_REPORTED = "death_reported", _("reported dead")


@tracked()
class CaseEvent(Entry):
    """A step in what became of a person before the Court."""

    collection = "case-events"

    person = models.ForeignKey(Person, models.PROTECT, related_name="events", verbose_name=_("person"), help_text=_("Whom it concerns."))
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("case"), help_text=_("Empty: no case number is public.")
    )
    kind = models.CharField(_("what happened"), max_length=30, choices=EventKind.choices, help_text=_("The step."))
    occurred_on = PartialDateField(_("on"), help_text=_("The day; empty: not known."))
    state = state_key("case_events", _("The State that arrested, released or surrendered."), optional=True)
    place = models.CharField(_("place"), max_length=120, blank=True, help_text=_("Where."))
    document_no = models.CharField(_("document number"), max_length=60, blank=True, help_text=_("As printed; empty: not found."))
    articles = charged_articles(_("The crimes that the decision is about, article by article: confirmed, convicted of, acquitted of ..."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence: counts, term, by whom."))

    class Meta(Entry.Meta):
        ordering = ["-occurred_on_earliest", "slug"]
        verbose_name = _("case event")
        verbose_name_plural = _("case events")
        indexes = [models.Index(F("occurred_on_earliest").desc(nulls_last=True), F("id").desc(), name="case_event_newest_first")]

    def __str__(self):
        return f"{self.person}: {self.get_kind_display()}, {self.occurred_on or '?'}"

    def slug_parts(self):
        return [self.person.slug if self.person_id else "", self.kind.replace("_", "-"), self.occurred_on]
