from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Least
from django.utils.translation import gettext_lazy as _

from record.models import computed_triggers, tracked
from states.models.state import State


class DateRange(Func):
    function = "daterange"
    output_field = DateRangeField()


def half_open(start, end):
    """`[start, end)` as a generated range; empty where the end comes first, so that the check constraint speaks."""
    return models.GeneratedField(
        expression=DateRange(Least(F(start), F(end)), F(end), Value("[)")),  # LEAST passes over an open end
        output_field=DateRangeField(),
        db_persist=True,
    )


@tracked()
class Membership(models.Model):
    """A period in which the Statute was in force for a State, `[since, until)`: computed from its treaty actions.

    Source of the rule: articles 126 and 127, as in `states.membership.periods`. Never typed.
    """

    state = models.ForeignKey(State, models.CASCADE, to_field="iso3", db_column="state", related_name="memberships")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    period = half_open("since", "until")

    class Meta:
        ordering = ["state", "since"]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        triggers = computed_triggers()
        indexes = [GistIndex(fields=["period"], name="membership_period")]
        constraints = [
            models.CheckConstraint(
                name="membership_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                violation_error_message=_("A membership ends after it begins."),
            ),
            ExclusionConstraint(
                name="membership_periods_do_not_overlap",
                expressions=[("state", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                violation_error_message=_("Two periods of membership of a State cannot overlap."),
            ),
        ]

    def __str__(self):
        return f"{self.state_id} {self.since} – {self.until or ''}"
