from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from assembly.acceptance import last_deposit_in_force
from assembly.models.decision import Decision
from assembly.models.session import Session
from record.fields import PartialDateField
from record.models import Entry, tracked
from states.models import DEPOSITS, State, Treaty, TreatyAction


class Instrument(models.TextChoices):
    STATUTE = "statute", _("Rome Statute")
    RULES = "rules", _("Rules of Procedure and Evidence")
    REGULATIONS = "regulations", _("Regulations of the Court")
    ELEMENTS = "elements", _("Elements of Crimes")


class EntryRule(models.TextChoices):
    """By which rule an amendment enters into force."""

    ART_121_4 = "art_121_4", _("for all, one year after seven eighths have deposited (article 121(4))")
    ART_121_5 = "art_121_5", _("for each State that accepts, one year after its deposit (article 121(5))")
    ART_122 = "art_122", _("for all, six months after adoption (article 122)")
    ART_51_2 = "art_51_2", _("on adoption by the Assembly (article 51(2))")
    ART_51_3 = "art_51_3", _("provisional rule of the judges (article 51(3))")
    ART_52 = "art_52", _("on adoption by the judges, unless a majority of States objects (article 52)")
    ART_9 = "art_9", _("on adoption by the Assembly (article 9)")


RULES_OF = {
    Instrument.STATUTE: (EntryRule.ART_121_4, EntryRule.ART_121_5, EntryRule.ART_122),
    Instrument.RULES: (EntryRule.ART_51_2, EntryRule.ART_51_3),
    Instrument.REGULATIONS: (EntryRule.ART_52,),
    Instrument.ELEMENTS: (EntryRule.ART_9,),
}


class AmendmentStage(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    ADOPTED = "adopted", _("adopted")
    IN_FORCE = "in_force", _("in force")
    WITHDRAWN = "withdrawn", _("withdrawn")


@tracked()
class Amendment(Entry):
    """An amendment to the Statute (articles 121 to 123), the Rules (51), the Regulations of the Court (52) or the Elements (9).

    Each State's acceptance is a treaty action under `treaty`; in force for whom, on which day: `assembly.acceptance`.
    """

    collection = "amendments"

    instrument = models.CharField(_("instrument"), max_length=11, choices=Instrument.choices, help_text=_("What is amended."))
    provisions = ArrayField(
        models.CharField(max_length=20), default=list, blank=True, verbose_name=_("provisions"), help_text=_("8 bis, 15 bis ...; rule 68.")
    )
    title = models.CharField(_("title"), max_length=200, help_text=_("A few neutral words."))
    treaty = models.OneToOneField(
        Treaty,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amendment",
        verbose_name=_("treaty"),
        help_text=_("Under which States deposit their acceptances. Empty: none."),
    )
    proposed_by = ArrayField(
        models.CharField(max_length=60), default=list, blank=True, verbose_name=_("proposed by"), help_text=_("Codes of States, or the organ. Empty: not found.")
    )  # fmt: skip
    proposed_on = PartialDateField(_("proposed on"), help_text=_("Empty: not found."))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="amendments", verbose_name=_("session"), help_text=_("At which it was adopted.")
    )
    adopted_on = PartialDateField(_("adopted on"), help_text=_("Empty: not adopted, or not found."))
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="amendments", verbose_name=_("decision"), help_text=_("That adopted it.")
    )
    rule = models.CharField(_("enters into force"), max_length=9, choices=EntryRule.choices, blank=True, help_text=_("Empty: not settled."))
    stage = models.CharField(_("stage"), max_length=9, choices=AmendmentStage.choices, help_text=_("Where it stands."))
    in_force_on = PartialDateField(
        _("in force since"), help_text=_("Of one that States accept each for itself: the first day on which it was in force for any.")
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph."))

    class Meta(Entry.Meta):
        ordering = ["-adopted_on_earliest", "-id"]
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="amendment_rule_fits_the_instrument",
                condition=Q(rule="") | models.Q(*[Q(instrument=what, rule__in=rules) for what, rules in RULES_OF.items()], _connector=Q.OR),
                violation_error_message=_("This rule of entry into force is not one for this instrument."),
            ),
            models.CheckConstraint(
                name="amendment_is_adopted_after_it_is_proposed",
                condition=Q(proposed_on="") | Q(adopted_on="") | Q(adopted_on_latest__gte=F("proposed_on_earliest")),
                violation_error_message=_("An amendment cannot be adopted before it is proposed."),
            ),
            models.CheckConstraint(
                name="amendment_is_in_force_after_it_is_adopted",
                condition=Q(adopted_on="") | Q(in_force_on="") | Q(in_force_on_latest__gte=F("adopted_on_earliest")),
                violation_error_message=_("An amendment cannot be in force before it is adopted."),
            ),
            models.CheckConstraint(
                name="amendment_in_force_says_since_when",
                condition=Q(in_force_on="") | Q(stage=AmendmentStage.IN_FORCE),
                violation_error_message=_("Only an amendment in force has the day since when it is."),
            ),
        ]

    def __str__(self):
        return self.title

    def accepted_by(self, *, on):
        """States that had deposited their acceptance by a day, Parties or not; `deposited_on`, and `deposit`: the address of the act."""
        acts = TreatyAction.objects.public().filter(treaty=self.treaty_id, kind__in=DEPOSITS, effected_on__lte=on)
        own = acts.filter(state=OuterRef("iso3")).order_by("effected_on", "pk")
        states = State.objects.public().filter(Exists(own))
        return states.annotate(deposited_on=Subquery(own.values("effected_on")[:1]), deposit=Subquery(own.values("slug")[:1]))

    def in_force_for(self, *, on):
        """States Parties for which it is in force on a day: those that accepted a year before (article 121(5)), or all of them."""
        if self.rule == EntryRule.ART_121_5:
            return self.accepted_by(on=last_deposit_in_force(on)).parties(on=on)
        parties = State.objects.public().parties(on=on)
        return parties if self.in_force_on and self.in_force_on_latest <= on else parties.none()

    def slug_parts(self):
        return [self.title, (self.adopted_on or self.proposed_on)[:4]]
