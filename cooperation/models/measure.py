from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from cooperation.models.official import Official
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from record.models.triggers import link_triggers
from states.models import state_key


class MeasureKind(models.TextChoices):
    SANCTIONS_DESIGNATION = "sanctions_designation", _("sanctions designation")
    EXECUTIVE_ORDER = "executive_order", _("order or regulation that provides for sanctions")
    CRIMINAL_CHARGE = "criminal_charge", _("criminal charge")
    CONVICTION_IN_ABSENTIA = "conviction_in_absentia", _("conviction in absentia")
    WANTED_NOTICE = "wanted_notice", _("wanted notice")
    VISA_BAN = "visa_ban", _("entry or visa ban")
    CYBER_ATTACK = "cyber_attack", _("cyber-attack")
    ESPIONAGE = "espionage", _("espionage")
    THREAT = "threat", _("threat or announcement of measures")
    LEGISLATION = "legislation", _("legislation")
    WITHDRAWAL = "withdrawal", _("withdrawal announced as a response")
    OTHER = "other", _("other act")


# Those that go on from a day until they end. The others are acts of a day: a charge leads to a judgment, or to none.
LASTING = (
    MeasureKind.SANCTIONS_DESIGNATION, MeasureKind.EXECUTIVE_ORDER, MeasureKind.CONVICTION_IN_ABSENTIA, MeasureKind.WANTED_NOTICE,
    MeasureKind.VISA_BAN, MeasureKind.LEGISLATION,
)  # fmt: skip


# Of these the announcement alone does not say that they ever took effect.
IN_FORCE_BY_ITS_DAY = (MeasureKind.LEGISLATION, MeasureKind.VISA_BAN)


class TargetKind(models.TextChoices):
    OFFICIAL = "official", _("elected official of the Court")
    STAFF = "staff", _("staff of the Court")
    COURT = "court", _("the Court or an organ of it")
    ORGANISATION = "organisation", _("organisation")
    HELPER = "helper", _("person who helps the Court")
    STATES = "states", _("States that help the Court")
    STATUTE = "statute", _("the Statute")


class Attribution(models.TextChoices):
    OWN_ACT = "own_act", _("the State's own public act")
    ATTRIBUTED = "attributed", _("attributed by a public authority")
    REPORTED = "reported", _("reported by the press only")
    NOT_ATTRIBUTED = "not_attributed", _("attributed to nobody")


class MeasureEnd(models.TextChoices):
    LIFTED = "lifted", _("lifted")
    EXPIRED = "expired", _("expired")
    NOT_ADOPTED = "not_adopted", _("not adopted")
    ANNULLED = "annulled", _("annulled")
    OTHER = "other", _("otherwise")


def lasting():
    """The condition that a measure is one of which it can be said whether it is in force on a day."""
    return Q(kind__in=LASTING) & ~(Q(kind__in=IN_FORCE_BY_ITS_DAY) & Q(in_force_on=""))


def in_force(day):
    """The condition that it surely was on a day, of measures `with_beginning`.

    From the day on which it took legal effect (else of its announcement) to the day before it ended.
    """
    return lasting() & Q(begun_latest__lte=day) & (Q(ended_on="") | Q(ended_on_earliest__gt=day))


class CoerciveMeasureQuerySet(EntryQuerySet):
    def with_beginning(self):
        """Annotates `begun_latest`, by when it had surely begun."""
        return self.annotate(begun_latest=Coalesce("in_force_on_latest", "announced_on_latest"))

    def in_force(self, *, on):
        """Measures of the lasting kinds that surely were in force on a day."""
        return self.with_beginning().filter(in_force(on))

    def against(self, official):
        """Those that name an official of the Court."""
        return self.filter(officials=official)


@tracked()
class CoerciveMeasure(Entry):
    """An act against the Court, those who serve it or those who help it: one act, against one target where each is named by its own.

    What is only alleged of a person is not an act. Articles 48 and 70(1)(d)-(e) of the Statute protect officials.
    """

    collection = "measures"

    actor = state_key("measures_taken", _("The State that acted. Empty: attributed to none."), column="actor", label=_("actor"), optional=True)
    actor_body = models.CharField(_("organ"), max_length=160, blank=True, help_text=_("Which organ of it acted. Empty: not found."))
    kind = models.CharField(_("kind"), max_length=22, choices=MeasureKind.choices, help_text=_("What was done."))
    target_kind = models.CharField(_("kind of target"), max_length=12, choices=TargetKind.choices, help_text=_("Against whom, or what."))
    target = models.CharField(_("target"), max_length=200, help_text=_("As a reader would say it. Private persons are not named."))
    officials = models.ManyToManyField(
        Official,
        through="MeasureOfficial",
        related_name="measures",
        blank=True,
        verbose_name=_("officials"),
        help_text=_("The elected officials that it names."),
    )
    attribution = models.CharField(
        _("attribution"), max_length=14, choices=Attribution.choices, help_text=_("By whom it is said that the actor did it.")
    )
    instrument = models.CharField(_("instrument"), max_length=240, blank=True, help_text=_("Executive Order 14203; decision of … Empty: not found."))
    document_no = models.CharField(_("document number"), max_length=80, blank=True, help_text=_("As printed; empty: not found."))
    announced_on = PartialDateField(_("announced"), blank=False, help_text=_("The day on which it was made, or became known."))
    in_force_on = PartialDateField(_("in force since"), help_text=_("Where it took legal effect on another day, or for legislation at all."))
    ended_on = PartialDateField(_("ended"), help_text=_("The first day on which it was no longer in force. Empty: no end on record."))
    end_reason = models.CharField(_("how it ended"), max_length=11, choices=MeasureEnd.choices, blank=True, help_text=_("Empty: it has not ended."))
    reason = models.TextField(_("reason given"), blank=True, help_text=_("What the actor said, as what the actor said. Empty: none, or not found."))
    effect = models.TextField(_("effect"), blank=True, help_text=_("On persons and on the Court's work, as stated in public, and by whom."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence; denials belong here."))

    objects = CoerciveMeasureQuerySet.as_manager()

    refused_at = {
        "measure_ends_after_it_starts": "ended_on",
        "measure_is_attributed_to_its_actor": "actor",
        "measure_that_ended_says_how": "end_reason",
    }

    class Meta(Entry.Meta):
        ordering = ["-announced_on_earliest", "-id"]
        verbose_name = _("measure against the Court")
        verbose_name_plural = _("measures against the Court")
        indexes = [models.Index(F("announced_on_earliest").desc(nulls_last=True), F("id").desc(), name="measure_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="measure_has_its_day", condition=~Q(announced_on=""), violation_error_message=_("A measure has its day, or its year.")
            ),
            models.CheckConstraint(
                name="measure_ends_after_it_starts",
                condition=Q(ended_on="")
                | (Q(ended_on_latest__gte=F("announced_on_earliest")) & (Q(in_force_on="") | Q(ended_on_latest__gte=F("in_force_on_earliest")))),
                violation_error_message=_("A measure cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="measure_that_ended_says_how",
                condition=Q(ended_on="", end_reason="") | (~Q(ended_on="") & ~Q(end_reason="")),
                violation_error_message=_("A measure that ended has its day and how it ended; one that did not has neither."),
            ),
            models.CheckConstraint(
                name="measure_is_attributed_to_its_actor",
                condition=Q(actor__isnull=True, attribution=Attribution.NOT_ATTRIBUTED)
                | (Q(actor__isnull=False) & ~Q(attribution=Attribution.NOT_ATTRIBUTED)),
                violation_error_message=_("Where nobody is named as the actor it is attributed to nobody, and the other way round."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()[:1].upper()}{self.get_kind_display()[1:]}: {self.target}"

    def slug_parts(self):
        return [self.actor_id or "unknown", self.kind.replace("_", "-"), self.target[:60], self.announced_on]


@tracked()
class MeasureOfficial(models.Model):
    """An official named by a measure. Part of the measure: it changes with it, in an edition."""

    measure = models.ForeignKey(CoerciveMeasure, models.CASCADE)
    official = models.ForeignKey(Official, models.PROTECT, to_field="slug", db_column="official", verbose_name=_("official"))

    class Meta:
        ordering = ["official"]
        verbose_name = _("official named by a measure")
        verbose_name_plural = _("officials named by a measure")
        triggers = link_triggers("cooperation_coercivemeasure", "measure_id")
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "official"], name="measure_names_an_official_once", violation_error_message=_("This official is named already.")
            )
        ]

    def __str__(self):
        return self.official_id
