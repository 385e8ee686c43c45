from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assembly.models.session import Session
from record.dated import words_for
from record.dates import years_before
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from states.models import state_key


@tracked()
class Contribution(Entry):
    """What a State Party was assessed for a year, and what was outstanding of it on a day (article 117), by an official, dated report.

    In whole euros. Never derived.
    """

    collection = "contributions"

    state = state_key("contributions", _("The State Party that was assessed."))
    year = models.PositiveSmallIntegerField(_("year"), help_text=_("For which it was assessed."))
    scale_percent = models.DecimalField(
        _("scale (per cent)"),
        max_digits=7,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=_("As the Court's document prints it. Empty: not found."),
    )
    assessed_eur = models.PositiveBigIntegerField(_("assessed (EUR)"), null=True, blank=True, help_text=_("Whole euros. Empty: not found."))
    outstanding_eur = models.PositiveBigIntegerField(
        _("outstanding (EUR)"), null=True, blank=True, help_text=_("Of that year's assessment, on the day of the report. Empty: not found.")
    )
    as_of = PartialDateField(_("as of"), help_text=_("The day that the report names for what is outstanding."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    class Meta(Entry.Meta):
        ordering = ["-year", "state"]
        verbose_name = _("assessed contribution")
        verbose_name_plural = _("assessed contributions")
        indexes = [models.Index(fields=["state", "year"], name="contribution_of_a_state")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="contribution_has_its_year",
                condition=Q(year__gte=2002, year__lte=2100),
                violation_error_message=_("A contribution has its year, 2002 or later."),
            ),
            models.CheckConstraint(
                name="contribution_says_something",
                condition=Q(assessed_eur__isnull=False) | Q(outstanding_eur__isnull=False) | Q(scale_percent__isnull=False),
                violation_error_message=_("Give the scale, the amount assessed or the amount outstanding."),
            ),
            models.CheckConstraint(
                name="contribution_outstanding_has_its_day",
                condition=Q(outstanding_eur__isnull=True) | ~Q(as_of=""),
                violation_error_message=_("What is outstanding is so on a day: give the day of the report."),
            ),
            models.CheckConstraint(
                name="contribution_outstanding_is_of_the_assessed",
                condition=Q(outstanding_eur__isnull=True) | Q(assessed_eur__isnull=True) | Q(outstanding_eur__lte=F("assessed_eur")),
                violation_error_message=_("More cannot be outstanding for a year than was assessed for it."),
            ),
        ]

    def __str__(self):
        return f"{self.state}, {self.year}"

    def slug_parts(self):
        return [self.state_id, self.year]


class VoteStatus(models.TextChoices):
    """Article 112(8): no vote while arrears reach the contributions of two full years, unless the Assembly permits it."""

    LOST = "lost", _("no vote")
    EXEMPTED = "exempted", _("permitted to vote by the Assembly")
    RESTORED = "restored", _("vote restored")


A_REPORT_SPEAKS_FOR = 2  # years: arrears of two full years decide (article 112(8)); an older report says nothing of today


class VotingRightQuerySet(EntryQuerySet):
    def latest_word(self, *, on):
        """The last report by a day on each State. Of two of one day, that it may vote: the permission presupposes the loss."""
        by_then = self.filter(as_of_latest__lte=on).annotate(lost=Q(kind=VoteStatus.LOST))
        return by_then.order_by("state_id", "-as_of_latest", "lost", "-pk").distinct("state_id")

    def without_vote(self, *, on):
        """Those of which the latest word, of the two years to a day, is that they had no vote."""
        latest = self.filter(as_of_latest__gt=years_before(on, A_REPORT_SPEAKS_FOR)).latest_word(on=on)
        return self.filter(pk__in=latest.values("pk"), kind=VoteStatus.LOST)


@tracked()
class VotingRight(Entry):
    """That a State Party had no vote on a day because of its arrears, or had it again (article 112(8)). It stays a Party, and stays bound."""

    collection = "voting-rights"

    state = state_key("voting_rights", _("The State Party."))
    kind = models.CharField(_("vote"), max_length=8, choices=VoteStatus.choices, help_text=_("What the report says of its vote."))
    as_of = PartialDateField(_("as of"), blank=False, help_text=_("The day that the report names."))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="voting_rights", verbose_name=_("session"), help_text=_("At which it applied.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    objects = VotingRightQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["-as_of_earliest", "-id"]
        verbose_name = _("voting right")
        verbose_name_plural = _("voting rights")
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="voting_right_has_its_day",
                condition=~Q(as_of=""),
                violation_error_message=_("A vote is lost or restored as of a day, by an official report."),
            ),
        ]

    def __str__(self):
        return f"{self.state}: {self.get_kind_display()}, {words_for(self.as_of)}"

    def slug_parts(self):
        return [self.state_id, self.kind, self.as_of]


class Fund(models.TextChoices):
    TRUST_FUND_VICTIMS = "trust_fund_victims", _("Trust Fund for Victims")
    RELOCATION = "relocation", _("Special Fund for Relocations")
    PROSECUTOR_TRUST_FUND = "prosecutor_trust_fund", _("trust fund of the Office of the Prosecutor")
    LEAST_DEVELOPED_ATTENDANCE = "least_developed_attendance", _("trust fund for the attendance of least developed countries")
    FAMILY_VISITS = "family_visits", _("trust fund for family visits")
    INTERNSHIPS = "internships", _("internships and visiting professionals")
    BUILDING = "building", _("premises")
    OTHER = "other", _("another fund")


class GiftKind(models.TextChoices):
    PLEDGED = "pledged", _("pledged")
    RECEIVED = "received", _("received")


@tracked()
class VoluntaryContribution(Entry):
    """What a State or somebody else gave, or pledged, beyond assessed contributions (article 116; for victims article 79)."""

    collection = "voluntary-contributions"

    state = state_key("voluntary_contributions", _("The State that gave. Empty: somebody else."), optional=True)
    donor = models.CharField(_("other donor"), max_length=160, blank=True, help_text=_("Where it is not a State."))
    fund = models.CharField(_("fund"), max_length=26, choices=Fund.choices, help_text=_("To what it went."))
    kind = models.CharField(_("kind"), max_length=8, choices=GiftKind.choices, help_text=_("Pledged is not received."))
    given_on = PartialDateField(_("on"), help_text=_("The day, month or year. Empty: not found."))
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True, blank=True, help_text=_("In the currency beside it."))
    currency = models.CharField(_("currency"), max_length=3, blank=True, help_text=_("ISO 4217: EUR, USD."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    class Meta(Entry.Meta):
        ordering = ["-given_on_earliest", "-id"]
        verbose_name = _("voluntary contribution")
        verbose_name_plural = _("voluntary contributions")
        indexes = [models.Index(F("given_on_earliest").desc(nulls_last=True), F("id").desc(), name="gift_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="voluntary_contribution_amount_has_its_unit",
                condition=Q(amount__isnull=True, currency="") | Q(amount__isnull=False, amount__gt=0, currency__regex="^[A-Z]{3}$"),
                violation_error_message=_("An amount has its currency, and a currency its amount: EUR, USD ..."),
            ),
            models.CheckConstraint(
                name="voluntary_contribution_is_of_one_donor",
                condition=Q(state__isnull=False, donor="") | (Q(state__isnull=True) & ~Q(donor="")),
                violation_error_message=_("Name the State or the other donor, one of them."),
            ),
        ]

    def __str__(self):
        return f"{self.giver}: {self.get_fund_display()}, {words_for(self.given_on) or '?'}"

    @property
    def giver(self):
        return self.state or self.donor

    def slug_parts(self):
        return [self.state_id or self.donor, self.fund.replace("_", "-"), self.given_on]
