from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked


class RegionalGroup(models.TextChoices):
    """The groups in which the Assembly of States Parties sits."""

    AFRICAN = "african", _("African States")
    ASIA_PACIFIC = "asia_pacific", _("Asia-Pacific States")
    EASTERN_EUROPEAN = "eastern_european", _("Eastern European States")
    GRULAC = "grulac", _("Latin American and Caribbean States")
    WEOG = "weog", _("Western European and other States")


class UnStatus(models.TextChoices):
    MEMBER = "member", _("Member of the United Nations")
    OBSERVER = "observer", _("Observer State at the United Nations")
    NEITHER = "neither", _("Neither Member nor observer")


class StateQuerySet(EntryQuerySet):
    def parties(self, *, on):
        """States Parties on a day: the Statute is in force for them (articles 126 and 127)."""
        from states.models.membership import Membership

        return self.filter(Exists(Membership.objects.filter(state=OuterRef("iso3"), period__contains=on)))

    def with_membership(self, *, on):
        """Annotates `party`, `since` and `until` as of a day (the period of that day, else the last one before it)."""
        from states.models.membership import Membership

        own = Membership.objects.filter(state=OuterRef("iso3"))
        latest = own.filter(since__lte=on).order_by("-since")
        return self.annotate(
            party=Exists(own.filter(period__contains=on)),
            since=models.Subquery(latest.values("since")[:1]),
            until=models.Subquery(latest.values("until")[:1]),
        )


@tracked()
class State(Entry):
    """A State, whatever its relation to the Court: Members and observers of the United Nations, and the Cook Islands."""

    collection = "states"

    iso3 = models.CharField(_("ISO 3166-1 alpha-3 code"), max_length=3, unique=True, help_text=_("Three capitals: HUN."))
    name = models.CharField(_("name"), max_length=100, help_text=_("As the United Nations writes it, in English."))
    name_fr = models.CharField(_("name in French"), max_length=100, help_text=_("As the United Nations writes it, in French."))
    name_es = models.CharField(_("name in Spanish"), max_length=100, help_text=_("As the United Nations writes it, in Spanish."))
    regional_group = models.CharField(
        _("regional group"),
        max_length=16,
        choices=RegionalGroup.choices,
        blank=True,
        help_text=_("Its group at the United Nations; empty: it sits in none."),
    )
    un_status = models.CharField(_("at the United Nations"), max_length=8, choices=UnStatus.choices, help_text=_("Member, observer or neither."))
    independent_on = PartialDateField(
        _("independent since"), help_text=_("Only where that came after the adoption of the Statute on 17 July 1998; empty: before.")
    )
    note = models.TextField(_("note on its status"), blank=True, help_text=_("One neutral sentence where the status needs one."))

    objects = StateQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["name"]
        verbose_name = _("State")
        verbose_name_plural = _("States")
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="state_code_is_three_capitals",
                condition=models.Q(iso3__regex="^[A-Z]{3}$"),
                violation_error_message=_("A State's code is three capitals, as in ISO 3166-1 alpha-3."),
            ),
        ]

    def __str__(self):
        return {"fr": self.name_fr, "es": self.name_es}.get((get_language() or "en")[:2]) or self.name

    def slug_parts(self):
        return [self.name]


def state_key(related_name, meaning, *, column="state", label="", optional=False):
    """A reference to a State that keeps its code, as the data files write it."""
    unknown = {"null": True, "blank": True} if optional else {}
    named = {"related_name": related_name, "verbose_name": label or _("State"), "help_text": meaning}
    return models.ForeignKey(State, models.PROTECT, to_field="iso3", db_column=column, **named, **unknown)
