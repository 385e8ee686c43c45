from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from states.models.state import state_key
from states.models.treaty import Treaty


class ActionKind(models.TextChoices):
    SIGNATURE = "signature", _("signature")
    RATIFICATION = "ratification", _("ratification")
    ACCEPTANCE = "acceptance", _("acceptance")
    APPROVAL = "approval", _("approval")
    ACCESSION = "accession", _("accession")
    SUCCESSION = "succession", _("succession")
    WITHDRAWAL_NOTIFIED = "withdrawal_notified", _("notification of withdrawal")
    WITHDRAWAL_RESCINDED = "withdrawal_rescinded", _("withdrawal of that notification")
    INSTRUMENT_WITHDRAWN = "instrument_withdrawn", _("withdrawal of the instrument before entry into force")
    INTENT_NOT_TO_RATIFY = "intent_not_to_ratify", _("notice of the intent not to become a Party")


DEPOSITS = (
    ActionKind.RATIFICATION, ActionKind.ACCEPTANCE, ActionKind.APPROVAL, ActionKind.ACCESSION, ActionKind.SUCCESSION,
)  # fmt: skip


class TreatyActionQuerySet(EntryQuerySet):
    def of_statute(self):
        """Actions under the Rome Statute."""
        return self.filter(treaty__slug=Treaty.ROME_STATUTE)


@tracked()
class TreatyAction(Entry):
    """What a State did towards a treaty, by the day on which the depositary says that it took effect as an act."""

    collection = "treaty-actions"

    state = state_key("treaty_actions", _("The State that acted."))
    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="actions", verbose_name=_("treaty"), help_text=_("The treaty acted on."))
    kind = models.CharField(_("act"), max_length=20, choices=ActionKind.choices, help_text=_("What was done."))
    effected_on = models.DateField(
        _("effected on"), help_text=_("“Action effected on” of the depositary: deposit or receipt, not the date of its circular.")
    )
    takes_effect_on = models.DateField(
        _("takes effect on"),
        null=True,
        blank=True,
        help_text=_("Only where a notice of withdrawal names a later day than one year after its receipt (article 127(1))."),
    )
    notification_no = models.CharField(
        _("depositary notification"), max_length=40, blank=True, help_text=_("As printed: C.N.225.2025. Empty: not found.")
    )
    made_public_on = PartialDateField(_("circulated on"), help_text=_("The date of the depositary's circular."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    objects = TreatyActionQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["-effected_on", "slug"]
        verbose_name = _("treaty action")
        verbose_name_plural = _("treaty actions")
        indexes = [models.Index(fields=["state", "effected_on"], name="treaty_action_of_a_state")]
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["state", "treaty", "kind", "effected_on"],
                name="treaty_action_happens_once",
                violation_error_message=_("This act of this State on this day is on record already."),
            ),
            models.CheckConstraint(
                name="treaty_action_takes_effect_after_it_is_effected",
                condition=Q(takes_effect_on__isnull=True) | Q(takes_effect_on__gte=F("effected_on")),
                violation_error_message=_("An act cannot take effect before it is effected."),
            ),
            models.CheckConstraint(
                name="treaty_action_only_a_withdrawal_names_its_day",
                condition=Q(takes_effect_on__isnull=True) | Q(kind=ActionKind.WITHDRAWAL_NOTIFIED),
                violation_error_message=_("Only a notice of withdrawal may name the day on which it takes effect (article 127)."),
            ),
        ]

    def __str__(self):
        return f"{self.state_id}: {self.get_kind_display()}, {self.effected_on}"

    def slug_parts(self):
        return [self.state_id, self.treaty.slug if self.treaty_id else "", self.kind.replace("_", "-"), self.effected_on]
