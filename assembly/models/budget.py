from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assembly.models.decision import Decision
from assembly.models.session import Session
from record.models import Entry, tracked

FIRST_YEAR = 2003  # the first financial period, September 2002 to December 2003, goes under its last year


def euros(label, meaning):
    """Whole euros, never thousands; empty: not found."""
    return models.PositiveBigIntegerField(label, null=True, blank=True, help_text=meaning)


class BudgetStage(models.TextChoices):
    """Who has come to an amount, in the order in which they do (article 112(2)(d))."""

    PROPOSED = "proposed", _("Proposed by the Court")
    RECOMMENDED = "recommended", _("Recommended by the Committee on Budget and Finance")
    APPROVED = "approved", _("Approved by the Assembly")

    @property
    def alone(self):
        """The field with its amount, without the host State loan."""
        return f"{self.value}_eur"

    @property
    def together(self):
        """The field with its amount, the host State loan included."""
        return f"{self.value}_with_loan_eur"


TOTALS = [name for stage in BudgetStage for name in (stage.alone, stage.together)]


def _with_the_loan(stage):
    """Where all three are known, the total with the host State loan is the sum of the other two."""
    alone, together = stage.alone, stage.together
    unknown = Q(**{f"{alone}__isnull": True}) | Q(**{f"{together}__isnull": True}) | Q(host_state_loan_eur__isnull=True)
    return models.CheckConstraint(
        name=f"budget_{stage.value}_total_is_with_the_loan",
        condition=unknown | Q(**{together: F(alone) + F("host_state_loan_eur")}),
        violation_error_message=_("The total with the host State loan is not the sum of the amount without it and the loan."),
    )


@tracked()
class Budget(Entry):
    """The programme budget of a year: proposed by the Court, recommended by the Committee on Budget and Finance, approved by the Assembly.

    In whole euros. The first three without the host State loan (article 112(2)(d)).
    """

    collection = "budgets"

    year = models.PositiveSmallIntegerField(_("year"), unique=True, help_text=_("2017. The first period, 2002-2003, goes under 2003."))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="budgets", verbose_name=_("session"), help_text=_("That approved it.")
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="budgets", verbose_name=_("decision"), help_text=_("The resolution that approved it.")
    )  # fmt: skip
    proposed_eur = euros(_("proposed (EUR)"), _("By the Court, without the host State loan."))
    recommended_eur = euros(_("recommended (EUR)"), _("By the Committee on Budget and Finance, without the host State loan."))
    approved_eur = euros(_("approved (EUR)"), _("By the Assembly, without the host State loan."))
    host_state_loan_eur = euros(_("host State loan (EUR)"), _("The year's instalment; 0 where there was none. Empty: not found."))
    proposed_with_loan_eur = euros(_("proposed with the loan (EUR)"), _("As printed, the host State loan included."))
    recommended_with_loan_eur = euros(_("recommended with the loan (EUR)"), _("As printed, the host State loan included."))
    approved_with_loan_eur = euros(_("approved with the loan (EUR)"), _("As printed, the host State loan included."))
    assessed_eur = euros(_("assessed (EUR)"), _("To be paid by States Parties in assessed contributions."))
    contingency_fund_eur = euros(_("Contingency Fund (EUR)"), _("The level that the Assembly set."))
    working_capital_fund_eur = euros(_("Working Capital Fund (EUR)"), _("The level that the Assembly set."))
    established_posts = models.PositiveSmallIntegerField(_("established posts"), null=True, blank=True, help_text=_("As approved. Empty: not found."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    class Meta(Entry.Meta):
        ordering = ["-year"]
        verbose_name = _("budget")
        verbose_name_plural = _("budgets")
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="budget_has_its_year",
                condition=Q(year__gte=FIRST_YEAR, year__lte=2100),
                violation_error_message=_("A budget has its year, 2003 or later."),
            ),
            *[_with_the_loan(stage) for stage in BudgetStage],
            models.CheckConstraint(
                name="budget_is_in_euros_not_thousands",
                condition=Q(*[Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 10_000_000}) for name in TOTALS]),
                violation_error_message=_("Amounts are in whole euros: this one looks like thousands."),
            ),
        ]

    def __str__(self):
        return str(_("Budget for %(year)s") % {"year": self.year})

    def slug_parts(self):
        return [self.year]


class Programme(models.TextChoices):
    """Major Programmes, as in ICC-ASP/15/Res.1 (section A)."""

    I = "i", _("I: Judiciary")  # noqa: E741  the budget's own name
    II = "ii", _("II: Office of the Prosecutor")
    III = "iii", _("III: Registry")
    IV = "iv", _("IV: Secretariat of the Assembly")
    V = "v", _("V: Premises")
    VI = "vi", _("VI: Secretariat of the Trust Fund for Victims")
    VII_1 = "vii_1", _("VII-1: Permanent premises project")
    VII_2 = "vii_2", _("VII-2: Host State loan")
    VII_5 = "vii_5", _("VII-5: Independent Oversight Mechanism")
    VII_6 = "vii_6", _("VII-6: Office of Internal Audit")


IN_EVERY_BUDGET = {Programme.I, Programme.II, Programme.III, Programme.IV}  # without one of them the parts are not all on record


@tracked()
class BudgetLine(Entry):
    """What a budget gives to a Major Programme, in whole euros."""

    collection = "budget-lines"

    budget = models.ForeignKey(Budget, models.PROTECT, related_name="lines", verbose_name=_("budget"), help_text=_("The year's budget."))
    programme = models.CharField(_("Major Programme"), max_length=5, choices=Programme.choices, help_text=_("As numbered in the resolution."))
    proposed_eur = euros(_("proposed (EUR)"), _("By the Court."))
    recommended_eur = euros(_("recommended (EUR)"), _("By the Committee on Budget and Finance."))
    approved_eur = euros(_("approved (EUR)"), _("By the Assembly."))
    established_posts = models.PositiveSmallIntegerField(_("established posts"), null=True, blank=True, help_text=_("As approved. Empty: not found."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    class Meta(Entry.Meta):
        ordering = ["-budget__year", "programme"]
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["budget", "programme"],
                name="budget_line_of_a_programme_once",
                violation_error_message=_("This programme has its line in this budget already."),
            ),
            models.CheckConstraint(
                name="budget_line_is_in_euros_not_thousands",
                condition=Q(*[Q(**{f"{stage.alone}__isnull": True}) | Q(**{f"{stage.alone}__gte": 100_000}) for stage in BudgetStage]),
                violation_error_message=_("Amounts are in whole euros: this one looks like thousands."),
            ),
            models.CheckConstraint(
                name="budget_line_has_an_amount",
                condition=Q(proposed_eur__isnull=False) | Q(recommended_eur__isnull=False) | Q(approved_eur__isnull=False),
                violation_error_message=_("A budget line has an amount: proposed, recommended or approved."),
            ),
        ]

    def __str__(self):
        return f"{self.budget}: {self.get_programme_display()}"

    def slug_parts(self):
        return [self.budget.year if self.budget_id else "", self.programme.replace("_", "-")]
