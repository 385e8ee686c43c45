from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models import Person
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from states.models import state_key


class VisitStatus(models.TextChoices):
    ANNOUNCED = "announced", _("announced")
    TOOK_PLACE = "took_place", _("took place")
    CANCELLED = "cancelled", _("cancelled")
    OVERFLIGHT = "overflight", _("overflight")
    REROUTED = "rerouted", _("re-routed")
    TRANSIT = "transit", _("transit")
    DISPUTED = "disputed", _("disputed")


NOT_MADE = (VisitStatus.ANNOUNCED, VisitStatus.CANCELLED, VisitStatus.REROUTED)  # the person did not come to that host


class VisitOutcome(models.TextChoices):
    NO_DUTY = "no_duty", _("no duty")
    NO_OCCASION = "no_occasion", _("no occasion")
    NOT_ARRESTED = "not_arrested", _("not arrested")
    ARRESTED_RELEASED = "arrested_released", _("arrested and released")
    SURRENDERED = "surrendered", _("surrendered to the Court")
    DID_NOT_TRAVEL = "did_not_travel", _("did not travel")
    NOT_KNOWN = "not_known", _("whether it was made is not known")


class HostBound(models.TextChoices):
    """The strongest basis that bound the host on that day, in this order; computed by `states.obligation`."""

    PARTY = "party", _("State Party")
    UNSC = "unsc", _("Security Council resolution")
    ART12_3 = "art12_3", _("declaration under article 12(3)")
    AGREEMENT = "agreement", _("agreement")
    RESIDUAL = "residual", _("duties that remain after withdrawal (article 127(2))")
    DISPUTED = "disputed", _("disputed")
    NOT_BOUND = "not_bound", _("not bound")


BINDING = (HostBound.PARTY, HostBound.UNSC, HostBound.ART12_3, HostBound.AGREEMENT, HostBound.RESIDUAL)


class VisitQuerySet(EntryQuerySet):
    def to_bound_states(self):
        """That took place (or touched down) in a State bound to cooperate on that day."""
        return self.filter(visit_status__in=(VisitStatus.TOOK_PLACE, VisitStatus.TRANSIT), host_bound__in=BINDING)


@tracked()
class Visit(Entry):
    """Travel of a person under a public warrant: made, announced, called off, or overhead."""

    collection = "visits"

    person = models.ForeignKey(Person, models.PROTECT, related_name="visits", verbose_name=_("person"), help_text=_("Who travelled."))
    host = state_key("visits_hosted", _("The State whose territory it was, or was to be."), column="host", label=_("host"))
    place = models.CharField(_("place"), max_length=160, blank=True, help_text=_("City, occasion."))
    starts_on = PartialDateField(_("from"), help_text=_("First day; empty: not known."))
    ends_on = PartialDateField(_("to"), help_text=_("Last day; empty: not known."))
    visit_status = models.CharField(_("status"), max_length=10, choices=VisitStatus.choices, help_text=_("Announced, made, called off, overhead."))
    outcome = models.CharField(
        _("outcome"), max_length=18, choices=VisitOutcome.choices, help_text=_("What the host did; no duty where it was not bound.")
    )
    host_dispute = models.CharField(_("host in dispute"), max_length=160, blank=True, help_text=_("Only for occupied territory: who controls it."))
    purpose = models.CharField(_("purpose"), max_length=200, blank=True, help_text=_("Summit, official visit."))
    made_public_on = PartialDateField(_("made public on"), help_text=_("When it became publicly known."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))
    host_bound = models.CharField(_("was the host bound"), max_length=9, choices=HostBound.choices, blank=True, editable=False)

    objects = VisitQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["-starts_on_earliest", "slug"]
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        indexes = [models.Index(F("starts_on_earliest").desc(nulls_last=True), F("id").desc(), name="visit_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="visit_ends_after_it_starts",
                condition=Q(ends_on="") | Q(starts_on="") | Q(ends_on_latest__gte=F("starts_on_earliest")),
                violation_error_message=_("A visit cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="visit_overflight_is_no_failure",
                condition=~Q(visit_status=VisitStatus.OVERFLIGHT) | Q(outcome__in=(VisitOutcome.NO_OCCASION, VisitOutcome.NO_DUTY)),
                violation_error_message=_("No Chamber has found an overflight to be a failure: no occasion, or no duty."),
            ),
            models.CheckConstraint(
                name="visit_not_made_has_no_arrest",
                condition=~Q(visit_status__in=NOT_MADE)
                | Q(outcome=VisitOutcome.DID_NOT_TRAVEL)
                | Q(visit_status=VisitStatus.ANNOUNCED, outcome=VisitOutcome.NOT_KNOWN),
                violation_error_message=_("A visit that was not made has the outcome “did not travel”, or it is not known whether it was made."),
            ),
            models.CheckConstraint(
                name="visit_not_known_was_announced",
                condition=~Q(outcome=VisitOutcome.NOT_KNOWN) | Q(visit_status=VisitStatus.ANNOUNCED),
                violation_error_message=_("Only of an announced visit it may be unknown whether it was made."),
            ),
            models.CheckConstraint(
                name="visit_disputed_host_is_disputed",
                condition=Q(host_dispute="") | Q(visit_status=VisitStatus.DISPUTED),
                violation_error_message=_("Where the host is in dispute, the status is “disputed”."),
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.host}, {self.starts_on or '?'}"

    def slug_parts(self):
        return [self.person.slug if self.person_id else "", self.host_id, self.starts_on]
