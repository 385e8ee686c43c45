from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assembly.models.election import Election
from assembly.models.offices import FULL_TERMS, OF_ONE_HOLDER, Office
from cooperation.models import Official
from record.dated import words_for
from record.dates import years_before
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, Status, tracked
from states.models import half_open, state_key


class TermEnd(models.TextChoices):
    EXPIRED = "expired", _("its time was over")
    RESIGNED = "resigned", _("resignation")
    REMOVED = "removed", _("removal (article 46)")
    DIED = "died", _("death")
    OTHER_OFFICE = "other_office", _("elected to another office")
    EXTENDED = "extended", _("over after it was extended to finish a case (article 36(10))")


def _may_run(on):
    """Terms whose last day is not known, and which are not over by the longest term that the office allows."""
    over = [Q(office=office, since_latest__lte=years_before(on, years)) for office, years in FULL_TERMS.items()]
    return Q(until="") & ~Q(*over, _connector=Q.OR)


def surely_held(on):
    """The condition that a term surely ran on a day. Without a last day it did as long as the Statute lets the office last."""
    return Q(period__contains=on) & (~Q(until="") | (_may_run(on) & Q(office__in=FULL_TERMS)))


class TermQuerySet(EntryQuerySet):
    def held(self, *, on, office=None):
        """Terms that surely ran on a day: from the last day on which it may have begun, to the first on which it may have ended."""
        terms = self.filter(surely_held(on))
        return terms.filter(office=office) if office else terms

    def perhaps_held(self, *, on):
        """Those that may have run on a day, and do not surely: only a month or a year is known, or no last day."""
        began, lasted = Q(since_earliest__lte=on), Q(until_latest__gt=on) | _may_run(on)
        return self.filter(began & lasted).exclude(surely_held(on))


@tracked()
class Term(Entry):
    """A period in which somebody held an office, `[since, until)`: a person, a State with a seat, or an institution."""

    collection = "terms"

    official = models.ForeignKey(
        Official, models.PROTECT, null=True, blank=True, related_name="terms", verbose_name=_("official"), help_text=_("The person who holds it.")
    )
    state = state_key("terms", _("The State whose seat it is, as in the Bureau. Empty: a person's or an institution's."), optional=True)
    institution = models.CharField(_("institution"), max_length=160, blank=True, help_text=_("An audit institution. Empty: a person or a State."))
    office = models.CharField(_("office"), max_length=28, choices=Office.choices, help_text=_("What is held."))
    seat = models.CharField(_("seat"), max_length=80, blank=True, help_text=_("Which of several, in a few words."))
    since = PartialDateField(_("since"), blank=False, help_text=_("The first day."))
    until = PartialDateField(
        _("until"), help_text=_("The first day on which it was no longer held; of a term that runs, the day on which it is due to end.")
    )
    period = half_open("since_latest", "until_earliest")
    end_reason = models.CharField(_("ended by"), max_length=12, choices=TermEnd.choices, blank=True, help_text=_("Empty: it runs, or not found."))
    election = models.ForeignKey(
        Election,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="terms",
        verbose_name=_("election"),
        help_text=_("From which it comes. Empty: not on record."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    objects = TermQuerySet.as_manager()
    refused_at = {
        "term_of_one_office_does_not_overlap": "since",
        "term_of_one_person_does_not_overlap": "since",
        "term_is_of_one_holder": "official",
    }

    class Meta(Entry.Meta):
        ordering = ["-since_earliest", "-id"]
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        indexes = [
            models.Index(F("since_earliest").desc(nulls_last=True), F("id").desc(), name="term_newest_first"),
            GistIndex(fields=["period"], name="term_period"),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="term_has_its_day", condition=~Q(since=""), violation_error_message=_("A term has its first day.")),
            models.CheckConstraint(
                name="term_ends_after_it_begins",
                condition=Q(until="") | Q(until_latest__gt=F("since_earliest")),
                violation_error_message=_("A term ends after it begins."),
            ),
            models.CheckConstraint(
                name="term_is_of_one_holder",
                condition=Q(official__isnull=False, state__isnull=True, institution="")
                | Q(official__isnull=True, state__isnull=False, institution="")
                | (Q(official__isnull=True, state__isnull=True) & ~Q(institution="")),
                violation_error_message=_("A term is a person's, a State's or an institution's: name one of them."),
            ),
            ExclusionConstraint(
                name="term_of_one_office_does_not_overlap",
                expressions=[("office", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                condition=Q(office__in=OF_ONE_HOLDER) & ~Q(status=Status.RETRACTED),
                violation_error_message=_("Somebody else holds this office in that period: only one person can."),
            ),
            ExclusionConstraint(
                name="term_of_one_person_does_not_overlap",
                expressions=[("official", RangeOperators.EQUAL), ("office", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                condition=Q(official__isnull=False) & ~Q(status=Status.RETRACTED),
                violation_error_message=_("This person is on record in this office in that period already."),
            ),
        ]

    def __str__(self):
        return f"{self.holder}: {self.get_office_display()}, {words_for(self.since)}"

    @property
    def holder(self):
        """The person, the State or the institution."""
        return self.official or self.state or self.institution

    def slug_parts(self):
        holder = self.official.slug if self.official_id else self.state_id or self.institution
        return [holder, self.office.replace("_", "-"), self.since]
