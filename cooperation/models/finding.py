from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cooperation.models.proceeding import Proceeding
from cooperation.models.vocabulary import Outcome, Referral
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked


class FindingQuerySet(EntryQuerySet):
    def against(self, state):
        """Decisions that a State failed to comply, where that still stands after appeal."""
        return self.filter(outcome=Outcome.FOUND, proceeding__outcome=Outcome.FOUND, proceeding__state=state)


@tracked()
class Finding(Entry):
    """A Chamber's decision on whether a State failed to comply with a request (article 87(7)), or on appeal from one."""

    collection = "findings"

    proceeding = models.ForeignKey(
        Proceeding,
        models.PROTECT,
        related_name="findings",
        verbose_name=_("proceeding"),
        help_text=_("The path it belongs to: State, person, situation."),
    )
    chamber = models.CharField(_("Chamber"), max_length=80, help_text=_("Pre-Trial Chamber II, Appeals Chamber ..."))
    decided_on = PartialDateField(_("decided on"), blank=False, help_text=_("The date of the decision."))
    made_public_on = PartialDateField(_("made public on"), help_text=_("If later than the decision."))
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices, help_text=_("What this decision says."))
    referral = models.CharField(
        _("referred to"), max_length=8, choices=Referral.choices, blank=True, help_text=_("What this decision says on referral; empty: nothing.")
    )
    document_no = models.CharField(_("document number"), max_length=80, blank=True, help_text=_("As printed; empty: not found."))
    articles = ArrayField(
        models.CharField(max_length=12), default=list, blank=True, verbose_name=_("articles"), help_text=_("The duties it speaks of: 86, 89 ...")
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph, in our own words."))

    objects = FindingQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["-decided_on_earliest", "-id"]
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        indexes = [models.Index(F("decided_on_earliest").desc(nulls_last=True), F("id").desc(), name="finding_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="finding_has_its_day", condition=~Q(decided_on=""), violation_error_message=_("A decision has a date.")),
            models.CheckConstraint(
                name="finding_is_public_after_it_is_decided",
                condition=Q(made_public_on="") | Q(made_public_on_latest__gte=F("decided_on_earliest")),
                violation_error_message=_("A decision cannot become public before it is made."),
            ),
            models.CheckConstraint(
                name="finding_referral_needs_a_finding",
                condition=~Q(outcome__in=("not_found", "refused")) | ~Q(referral__in=("asp", "unsc", "both")),
                violation_error_message=_("A matter is referred only where the Chamber found a failure or informed (article 87(7))."),
            ),
        ]

    def __str__(self):
        return f"{self.proceeding.state}, {self.decided_on}: {self.get_outcome_display()}"

    def slug_parts(self):
        return [self.proceeding.state_id if self.proceeding_id else "", self.decided_on]
