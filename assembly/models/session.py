from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from record.fields import PartialDateField
from record.models import Entry, tracked


class SessionKind(models.TextChoices):
    """Article 112(6): one session a year, and special sessions where circumstances require."""

    REGULAR = "regular", _("regular session")
    RESUMED = "resumed", _("resumed session")
    SPECIAL = "special", _("special session")
    REVIEW_CONFERENCE = "review_conference", _("Review Conference")


class Held(models.TextChoices):
    """Whether what was planned has come about. Nobody knows of a planned thing that it has, until somebody has looked."""

    SCHEDULED = "scheduled", _("scheduled")
    HELD = "held", _("held")


@tracked()
class Session(Entry):
    """A sitting of the Assembly of States Parties (article 112), or of the Review Conference (article 123)."""

    collection = "assembly"

    kind = models.CharField(
        _("kind"), max_length=17, choices=SessionKind.choices, help_text=_("Regular, resumed, special, or the Review Conference.")
    )
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True, help_text=_("Of a regular session: 24. Empty for the others."))
    resumes = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resumptions",
        verbose_name=_("resumes"),
        help_text=_("The session that a resumed one continues."),
    )
    held = models.CharField(_("held"), max_length=9, choices=Held.choices, help_text=_("Scheduled, until somebody has read that it was held."))
    city = models.CharField(_("city"), max_length=60, blank=True, help_text=_("The Hague, New York. Empty: not found."))
    venue = models.CharField(_("venue"), max_length=120, blank=True, help_text=_("The building. Empty: not found."))
    starts_on = PartialDateField(_("from"), blank=False, help_text=_("First day; of a scheduled session, as scheduled."))
    ends_on = PartialDateField(_("to"), help_text=_("Last day on which it met."))
    scheduled_until = PartialDateField(_("scheduled until"), help_text=_("Where it closed on another day than planned."))
    parties_attending = models.PositiveSmallIntegerField(
        _("States Parties attending"), null=True, blank=True, help_text=_("As the official report counts them. Empty: not found.")
    )
    observers_attending = models.PositiveSmallIntegerField(
        _("observer States attending"), null=True, blank=True, help_text=_("As the official report counts them. Empty: not found.")
    )
    report_no = models.CharField(_("official records"), max_length=60, blank=True, help_text=_("ICC-ASP/15/20. Empty: not found."))
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph."))

    class Meta(Entry.Meta):
        ordering = ["-starts_on_earliest", "-id"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(fields=["number"], name="session_number_is_given_once", violation_error_message=_("This number is taken.")),
            models.CheckConstraint(
                name="session_number_is_of_a_regular_one",
                condition=Q(kind=SessionKind.REGULAR, number__isnull=False) | (~Q(kind=SessionKind.REGULAR) & Q(number__isnull=True)),
                violation_error_message=_("A regular session has its number, and no other has one."),
            ),
            models.CheckConstraint(
                name="session_resumed_says_which",
                condition=Q(kind=SessionKind.RESUMED, resumes__isnull=False) | (~Q(kind=SessionKind.RESUMED) & Q(resumes__isnull=True)),
                violation_error_message=_("A resumed session names the session that it continues, and no other does."),
            ),
            models.CheckConstraint(
                name="session_has_its_day", condition=~Q(starts_on=""), violation_error_message=_("A session has the day on which it begins.")
            ),
            models.CheckConstraint(
                name="session_ends_after_it_begins",
                condition=Q(ends_on="") | Q(ends_on_latest__gte=F("starts_on_earliest")),
                violation_error_message=_("A session cannot end before it begins."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def title(self):
        if self.kind == SessionKind.REGULAR:
            return _("Session %(number)s (%(year)s)") % {"number": self.number, "year": self.starts_on[:4]}
        if self.kind == SessionKind.RESUMED:
            return _("Session %(number)s, resumed (%(year)s)") % {"number": self.resumes.number, "year": self.starts_on[:4]}
        if self.kind == SessionKind.SPECIAL:
            return _("Special session (%(year)s)") % {"year": self.starts_on[:4]}
        return _("Review Conference (%(year)s)") % {"year": self.starts_on[:4]}

    @property
    def last_day(self):
        """The last on which it may have met; its first where no other is known."""
        return self.ends_on_latest or self.starts_on_latest

    @cached_property
    def before(self):
        """The session on record before it; None before the first."""
        return self._neighbours(starts_on_earliest__lt=self.starts_on_earliest).first()

    @cached_property
    def after(self):
        """The session on record after it; None after the last."""
        return self._neighbours(starts_on_earliest__gt=self.starts_on_earliest).last()

    def _neighbours(self, **where):
        return Session.objects.public().filter(**where).select_related("resumes")

    def slug_parts(self):
        if self.number:
            return [self.number]
        return [f"{self.resumes.number}-resumed"] if self.resumes_id else [self.kind.replace("_", "-"), self.starts_on[:4]]
