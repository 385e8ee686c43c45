from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from record.dated import words_for
from record.fields import PartialDateField
from record.models import Entry, tracked


class PositionKind(models.TextChoices):
    CONTRIBUTIONS_OUTSTANDING = "contributions_outstanding", _("contributions outstanding, all years")
    ARREARS = "arrears", _("contributions outstanding, earlier years")
    OUTSTANDING_CURRENT_YEAR = "outstanding_current_year", _("contributions outstanding, the year's own")
    CONTINGENCY_FUND = "contingency_fund", _("Contingency Fund")
    WORKING_CAPITAL_FUND = "working_capital_fund", _("Working Capital Fund")
    CASH_HELD = "cash_held", _("cash held")
    TRUST_FUND_VICTIMS = "trust_fund_victims", _("Trust Fund for Victims")


@tracked()
class FinancialPosition(Entry):
    """An amount as it stood on a day, by an official report: arrears, a fund, cash. In whole euros."""

    collection = "financial-positions"

    kind = models.CharField(_("what"), max_length=25, choices=PositionKind.choices, help_text=_("What the amount is."))
    as_of = PartialDateField(_("as of"), blank=False, help_text=_("The day that the report names."))
    amount_eur = models.PositiveBigIntegerField(_("amount (EUR)"), help_text=_("Whole euros, never thousands."))
    states_concerned = models.PositiveSmallIntegerField(
        _("States Parties concerned"), null=True, blank=True, help_text=_("How many owe it. Empty: not published, or none do.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    class Meta(Entry.Meta):
        ordering = ["-as_of_earliest", "-id"]
        verbose_name = _("financial position")
        verbose_name_plural = _("financial positions")
        indexes = [models.Index(F("as_of_earliest").desc(nulls_last=True), F("id").desc(), name="position_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="position_has_its_day", condition=~Q(as_of=""), violation_error_message=_("An amount stands as of a day.")),
        ]

    def __str__(self):
        return f"{capfirst(self.get_kind_display())}, {words_for(self.as_of)}"

    def slug_parts(self):
        return [self.kind.replace("_", "-"), self.as_of]
