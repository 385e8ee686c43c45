from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models import Person, Situation, Warrant
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from states.models import state_key


class AssistanceKind(models.TextChoices):
    """Parts 9 and 10 of the Statute; what is confidential (article 87(3)) is not on record."""

    ARREST = "arrest", _("arrest (article 59)")
    SURRENDER = "surrender", _("surrender (article 89)")
    SENTENCE_ENFORCEMENT = "sentence_enforcement", _("enforcement of a sentence (article 103)")
    INTERIM_RELEASE = "interim_release", _("interim release (article 60)")
    RELEASE = "release", _("hosting after release (rule 185)")
    RELOCATION = "relocation", _("relocation")
    EVIDENCE = "evidence", _("evidence (article 93)")
    FORENSIC_SUPPORT = "forensic_support", _("forensic support (article 93)")
    TRANSIT = "transit", _("transit (article 89(3))")
    OPERATIONAL_SUPPORT = "operational_support", _("operational support")


OF_A_PERSON = (
    AssistanceKind.ARREST, AssistanceKind.SURRENDER, AssistanceKind.SENTENCE_ENFORCEMENT, AssistanceKind.INTERIM_RELEASE, AssistanceKind.RELEASE,
)  # fmt: skip


class AssistanceQuerySet(EntryQuerySet):
    def surrenders(self):
        """Those by which a person came into the custody of the Court."""
        return self.filter(kind=AssistanceKind.SURRENDER)


@tracked()
class Assistance(Entry):
    """What a State did for the Court, as far as it is public."""

    collection = "assistance"

    state = state_key("assistance", _("The State that did it. Empty only of a person who came to the Court without one."), optional=True)
    kind = models.CharField(_("kind"), max_length=20, choices=AssistanceKind.choices, help_text=_("What it did."))
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assistance",
        verbose_name=_("person"),
        help_text=_("Whom it concerns. Empty only where it concerns nobody in particular."),
    )
    situation = models.ForeignKey(
        Situation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assistance",
        verbose_name=_("situation"),
        help_text=_("In which it was given. Empty: in none in particular, or not known."),
    )
    warrant = models.ForeignKey(
        Warrant,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assistance",
        verbose_name=_("warrant"),
        help_text=_("Which it carries out: the days are counted from its issue."),
    )
    occurred_on = PartialDateField(_("on"), help_text=_("The day of the arrest; of the transfer to the Court; of the transfer to the State."))
    ended_on = PartialDateField(_("ended"), help_text=_("Of enforcement or release: the last day. Empty: none on record."))
    place = models.CharField(_("place"), max_length=160, blank=True, help_text=_("Where. Empty: not known."))
    document_no = models.CharField(_("document number"), max_length=80, blank=True, help_text=_("As printed; empty: not found."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence: who arrested, how the person came to the Court."))

    objects = AssistanceQuerySet.as_manager()

    refused_at = {
        "assistance_is_given_by_a_state": "state",
        "assistance_of_this_kind_is_of_a_person": "person",
        "assistance_carries_out_a_warrant_by_arrest_or_surrender": "warrant",
    }

    class Meta(Entry.Meta):
        ordering = ["-occurred_on_earliest", "-id"]
        verbose_name = _("act of assistance")
        verbose_name_plural = _("acts of assistance")
        indexes = [models.Index(F("occurred_on_earliest").desc(nulls_last=True), F("id").desc(), name="assistance_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="assistance_of_this_kind_is_of_a_person",
                condition=~Q(kind__in=OF_A_PERSON) | Q(person__isnull=False),
                violation_error_message=_("An arrest, a surrender, an enforcement or a release is of a person: name them."),
            ),
            models.CheckConstraint(
                name="assistance_carries_out_a_warrant_by_arrest_or_surrender",
                condition=Q(warrant__isnull=True) | Q(kind__in=(AssistanceKind.ARREST, AssistanceKind.SURRENDER)),
                violation_error_message=_("Only an arrest or a surrender carries out a warrant."),
            ),
            models.CheckConstraint(
                name="assistance_is_given_by_a_state",
                condition=Q(state__isnull=False) | Q(kind=AssistanceKind.SURRENDER),
                violation_error_message=_("Name the State; only a person can come to the Court without one."),
            ),
            models.CheckConstraint(
                name="assistance_ends_after_it_starts",
                condition=Q(ended_on="") | Q(occurred_on="") | Q(ended_on_latest__gte=F("occurred_on_earliest")),
                violation_error_message=_("It cannot end before it starts."),
            ),
        ]

    def __str__(self):
        whom = f": {self.person}" if self.person_id else ""
        return f"{self.state or _('Without a State')}, {self.get_kind_display()}{whom}"

    def slug_parts(self):
        whom = self.person.slug if self.person_id else self.situation.slug if self.situation_id else ""
        return [part for part in (self.state_id or "", self.kind.replace("_", "-"), whom, self.occurred_on or "undated") if part]
