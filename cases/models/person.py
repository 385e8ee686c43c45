from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from cases.models.situation import Situation
from record.models import Entry, EntryQuerySet, computed_triggers, tracked
from states.models import half_open, state_key


class PersonQuerySet(EntryQuerySet):
    def at_large(self, *, on):
        """Under a public warrant of arrest in force on a day, and not surrendered to the Court."""
        return self.filter(Exists(Standing.objects.filter(person=OuterRef("pk"), period__contains=on, at_large=True)))

    def with_standing(self, *, on):
        """Annotates `stage` and `at_large` as of a day; null before the first public event."""
        then = Standing.objects.filter(person=OuterRef("pk"), period__contains=on)
        return self.annotate(stage=Subquery(then.values("stage")[:1]), at_large=Subquery(then.values("at_large")[:1]))


@tracked()
class Person(Entry):
    """A person under a public warrant, summons or application. Presumed innocent until proved guilty (article 66)."""

    collection = "persons"

    name = models.CharField(_("name"), max_length=120, help_text=_("As the Court writes it."))
    also_known_as = ArrayField(
        models.CharField(max_length=120), default=list, blank=True, verbose_name=_("also known as"), help_text=_("Other forms of the name.")
    )
    nationality = state_key("nationals", _("As the Court gives it; empty: not known."), column="nationality", label=_("nationality"), optional=True)
    situation = models.ForeignKey(
        Situation, models.PROTECT, related_name="suspects", verbose_name=_("situation"), help_text=_("The situation it arises from.")
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph, no word beyond the stage reached."))

    objects = PersonQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("persons")

    def __str__(self):
        return self.name

    def slug_parts(self):
        return [self.name]


class Stage(models.TextChoices):
    """The public word for where a person stands; nobody is called anything beyond it. Codes of `cases.stage`."""

    APPLICATION_PENDING = "application_pending", _("application for a warrant made public")
    SUSPECT_AT_LARGE = "suspect_at_large", _("suspect, at large")
    SUSPECT_SUMMONED = "suspect_summoned", _("suspect, summoned to appear")
    SUSPECT_IN_CUSTODY_OF_STATE = "suspect_in_custody_of_state", _("suspect, in custody of a State")
    SUSPECT_IN_CUSTODY = "suspect_in_custody", _("suspect, in custody of the Court")
    SUSPECT_RELEASED = "suspect_released", _("suspect, released")
    ACCUSED = "accused", _("accused")
    ACCUSED_AT_LARGE = "accused_at_large", _("accused, at large")
    CHARGES_NOT_CONFIRMED = "charges_not_confirmed", _("charges not confirmed")
    CHARGES_WITHDRAWN = "charges_withdrawn", _("charges withdrawn")
    TERMINATED = "terminated", _("proceedings terminated")
    CONVICTED = "convicted", _("convicted at first instance")
    CONVICTED_FINAL = "convicted_final", _("convicted")
    ACQUITTED = "acquitted", _("acquitted at first instance")
    ACQUITTED_FINAL = "acquitted_final", _("acquitted")
    INADMISSIBLE = "inadmissible", _("case inadmissible before the Court")
    WARRANT_ENDED = "warrant_ended", _("warrant withdrawn or vacated")
    REPORTED_DEAD = "reported_dead", _("reported dead")
    DECEASED = "deceased", _("deceased")
    SENTENCE_SERVED = "sentence_served", _("convicted, sentence served")


@tracked()
class Standing(models.Model):
    """Where a person stood between two days, `[since, until)`: computed by `cases.stage`, never typed.

    The stage is that of the case about core crimes, or of the article 70 case where there is no other.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="standings")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    period = half_open("since", "until")
    stage = models.CharField(max_length=32, choices=Stage.choices, blank=True)
    at_large = models.BooleanField()

    class Meta:
        ordering = ["person", "since"]
        verbose_name = _("standing")
        verbose_name_plural = _("standings")
        triggers = computed_triggers()
        indexes = [GistIndex(fields=["period"], name="standing_period")]
        constraints = [
            models.CheckConstraint(
                name="standing_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                violation_error_message=_("A period ends after it begins."),
            ),
            ExclusionConstraint(
                name="standing_is_one_at_a_time",
                expressions=[("person", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                violation_error_message=_("A person stands in one place at a time."),
            ),
        ]

    def __str__(self):
        return f"{self.person_id} {self.stage} {self.since}"
