from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from states.models.state import state_key


class AgreementKind(models.TextChoices):
    """What a State may agree with the Court beyond what the Statute asks of it (articles 54(3)(d), 87(5), 93, 103; rules 16(4), 119, 185)."""

    SENTENCE_ENFORCEMENT = "sentence_enforcement", _("enforcement of sentences")
    SENTENCE_ENFORCEMENT_AD_HOC = "sentence_enforcement_ad_hoc", _("enforcement of one person's sentence")
    INTERIM_RELEASE = "interim_release", _("interim release")
    RELEASE = "release", _("release of persons")
    WITNESS_RELOCATION = "witness_relocation", _("relocation of witnesses")
    COOPERATION = "cooperation", _("cooperation in general")
    HEADQUARTERS = "headquarters", _("seat of the Court")
    OTHER = "other", _("other")


def binding(day):
    """The condition that an agreement surely is in force on a day: begun, and not ended by then."""
    return Q(in_force_on_latest__lte=day) & (Q(ended_on="") | Q(ended_on_earliest__gt=day))


def order_of_days(name):
    """Constraints of everything that is signed, enters into force and ends: in that order."""
    return [
        models.CheckConstraint(
            name=f"{name}_is_in_force_after_it_is_signed",
            condition=Q(signed_on="") | Q(in_force_on="") | Q(in_force_on_latest__gte=F("signed_on_earliest")),
            violation_error_message=_("An agreement cannot be in force before it is signed."),
        ),
        models.CheckConstraint(
            name=f"{name}_ends_after_it_is_in_force",
            condition=Q(ended_on="")
            | (
                (Q(in_force_on="") | Q(ended_on_latest__gte=F("in_force_on_earliest")))
                & (Q(signed_on="") | Q(ended_on_latest__gte=F("signed_on_earliest")))
            ),
            violation_error_message=_("An agreement cannot end before it begins."),
        ),
    ]


class AgreementQuerySet(EntryQuerySet):
    def in_force(self, *, on):
        """Agreements that surely bind on a day."""
        return self.filter(binding(on))


@tracked()
class Agreement(Entry):
    """An agreement of a State with the Court. Of those kept confidential nothing is known here."""

    collection = "agreements"

    state = state_key("agreements", _("The State that agreed with the Court."))
    kind = models.CharField(_("kind"), max_length=27, choices=AgreementKind.choices, help_text=_("On what."))
    signed_on = PartialDateField(_("signed"), help_text=_("Empty: not found."))
    in_force_on = PartialDateField(_("in force since"), help_text=_("Empty: not in force, or not found."))
    ended_on = PartialDateField(_("ended"), help_text=_("The first day on which it no longer bound. Empty: no end on record."))
    document_no = models.CharField(_("document number"), max_length=80, blank=True, help_text=_("As printed; empty: not found."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    objects = AgreementQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["-signed_on_earliest", "-id"]
        verbose_name = _("agreement with the Court")
        verbose_name_plural = _("agreements with the Court")
        indexes = [models.Index(F("signed_on_earliest").desc(nulls_last=True), F("id").desc(), name="agreement_newest_first")]
        constraints = [*Entry.Meta.constraints, *order_of_days("agreement")]

    def __str__(self):
        return f"{self.state}: {self.get_kind_display()}"

    def slug_parts(self):
        return [self.state_id, self.kind.replace("_", "-"), self.signed_on or self.in_force_on]


class PactStatus(models.TextChoices):
    SIGNED = "signed", _("signed")
    IN_FORCE = "in_force", _("in force")
    ENDED = "ended", _("ended")
    REPORTED = "reported", _("reported, no day known")


@tracked()
class NonSurrenderAgreement(Entry):
    """An agreement between two States not to surrender persons to the Court without consent (article 98(2)).

    That it exists is never a failure to cooperate.
    """

    collection = "non-surrender-agreements"

    state = state_key("non_surrender_agreements", _("The State that agreed to it."))
    other_state = state_key("non_surrender_agreements_with_others", _("The State whose nationals it covers."), column="other_state", label=_("with"))
    pact_status = models.CharField(_("status"), max_length=8, choices=PactStatus.choices, help_text=_("As the latest source gives it."))
    signed_on = PartialDateField(_("signed"), help_text=_("Empty: not found."))
    in_force_on = PartialDateField(_("in force since"), help_text=_("Empty: not in force, or not found."))
    ended_on = PartialDateField(_("ended"), help_text=_("Empty: no end on record."))
    text_public = models.BooleanField(_("text is public"), null=True, blank=True, help_text=_("Empty: not known."))
    document_no = models.CharField(_("document number"), max_length=80, blank=True, help_text=_("As printed; empty: not found."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    class Meta(Entry.Meta):
        ordering = ["-signed_on_earliest", "-id"]
        verbose_name = _("non-surrender agreement")
        verbose_name_plural = _("non-surrender agreements")
        indexes = [models.Index(F("signed_on_earliest").desc(nulls_last=True), F("id").desc(), name="non_surrender_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            *order_of_days("non_surrender"),
            models.CheckConstraint(
                name="non_surrender_is_of_two_states",
                condition=~Q(state=F("other_state")),
                violation_error_message=_("An agreement of this kind is made by two States."),
            ),
        ]

    def __str__(self):
        return f"{self.state} – {self.other_state}"

    def slug_parts(self):
        return [self.state_id, self.other_state_id, self.signed_on]
