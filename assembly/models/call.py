"""What civil society asked of States and what became of it; what States promised and what became of that."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assembly.models.session import Session
from record.fields import PartialDateField
from record.models import Entry, tracked
from states.models import state_key


@tracked()
class Call(Entry):
    """A public call of civil society to States. Each of its demands is an entry of its own."""

    collection = "calls"

    issuer = models.CharField(_("issued by"), max_length=160, help_text=_("The organisation, or the first of them."))
    issued_on = PartialDateField(_("issued"), blank=False, help_text=_("The day."))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="calls", verbose_name=_("session"), help_text=_("Of the Assembly, if for one.")
    )
    title = models.CharField(_("title"), max_length=300, help_text=_("As printed, or in a few neutral words."))
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph."))

    class Meta(Entry.Meta):
        ordering = ["-issued_on_earliest", "-id"]
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        indexes = [models.Index(F("issued_on_earliest").desc(nulls_last=True), F("id").desc(), name="call_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="call_has_its_day", condition=~Q(issued_on=""), violation_error_message=_("A call has its day.")),
        ]

    def __str__(self):
        return self.title

    def slug_parts(self):
        return [self.issuer[:50], self.title[:40], self.issued_on]


class DemandFollowUp(models.TextChoices):
    MET = "met", _("met")
    PARTLY = "partly", _("partly met")
    NOT_MET = "not_met", _("not met")
    NO_INFORMATION = "no_information", _("no information")


@tracked()
class Demand(Entry):
    """One thing that a call asks for, of whom, and what is on record of it since."""

    collection = "demands"

    call = models.ForeignKey(Call, models.PROTECT, related_name="demands", verbose_name=_("call"), help_text=_("Of which it is part."))
    number = models.PositiveSmallIntegerField(_("number"), help_text=_("Its place in the call, as we count."))
    addressee = models.CharField(_("addressed to"), max_length=160, help_text=_("States Parties, Members of the General Assembly …"))
    text = models.TextField(_("demand"), help_text=_("What is asked for, in our own words."))
    follow_up = models.CharField(
        _("follow-up"), max_length=14, choices=DemandFollowUp.choices, help_text=_("By acts on record, with a source of its own.")
    )
    as_of = PartialDateField(_("as of"), help_text=_("The day for which that holds. Empty: no information."))
    follow_up_note = models.TextField(_("on what that rests"), blank=True, help_text=_("A neutral sentence."))

    refused_at = {"demand_follow_up_has_its_day": "as_of"}

    class Meta(Entry.Meta):
        ordering = ["call", "number"]
        verbose_name = _("demand")
        verbose_name_plural = _("demands")
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["call", "number"],
                name="demand_has_a_number_of_its_own",
                violation_error_message=_("This number is given already in this call."),
            ),
            models.CheckConstraint(
                name="demand_follow_up_has_its_day",
                condition=Q(follow_up=DemandFollowUp.NO_INFORMATION) | ~Q(as_of=""),
                violation_error_message=_("A follow-up holds for a day: give it."),
            ),
        ]

    def __str__(self):
        return f"{self.call}, {self.number}"

    def slug_parts(self):
        return [self.call.slug if self.call_id else "", self.number]


class PledgingBody(models.TextChoices):
    """Organisations of States. Nobody else can pledge what only States can do."""

    EUROPEAN_UNION = "european_union", _("European Union")
    AFRICAN_UNION = "african_union", _("African Union")
    ORGANIZATION_OF_AMERICAN_STATES = "organization_of_american_states", _("Organization of American States")
    FRANCOPHONIE = "francophonie", _("International Organisation of La Francophonie")
    COMMONWEALTH = "commonwealth", _("Commonwealth")
    OTHER_ORGANISATION = "other_organisation", _("another organisation of States")


class Kept(models.TextChoices):
    KEPT = "kept", _("kept")
    PARTLY = "partly", _("kept in part")
    NOT_KEPT = "not_kept", _("not kept")
    PENDING = "pending", _("not due yet")


@tracked()
class Pledge(Entry):
    """What a State, or an organisation of States, promised at an Assembly or on its occasion, and whether it was kept."""

    collection = "pledges"

    state = state_key("pledges", _("Who pledged. Empty: an organisation of States."), optional=True)
    organisation = models.CharField(
        _("organisation"), max_length=31, choices=PledgingBody.choices, blank=True, help_text=_("Of States. Empty: a State pledged.")
    )
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="pledges", verbose_name=_("session"), help_text=_("At which. Empty: at none.")
    )
    pledged_on = PartialDateField(_("pledged"), blank=False, help_text=_("The day, or the year."))
    subject = models.CharField(_("subject"), max_length=120, help_text=_("In a few words: ratification, agreement, contribution."))
    text = models.TextField(_("pledge"), help_text=_("What was promised, in our own words."))
    due_on = PartialDateField(_("due"), help_text=_("Empty: no day was named, or not found."))
    kept = models.CharField(_("kept"), max_length=8, choices=Kept.choices, blank=True, help_text=_("By an act on record. Empty: not known."))
    kept_on = PartialDateField(_("kept on"), help_text=_("The day of the act by which it was. Empty: not kept, or not known."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence: on what that rests."))

    refused_at = {"pledge_is_of_one_who_can": "state", "pledge_kept_on_a_day_was_kept": "kept"}

    class Meta(Entry.Meta):
        ordering = ["-pledged_on_earliest", "-id"]
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        indexes = [models.Index(F("pledged_on_earliest").desc(nulls_last=True), F("id").desc(), name="pledge_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="pledge_has_its_day", condition=~Q(pledged_on=""), violation_error_message=_("A pledge has its day, or its year.")
            ),
            models.CheckConstraint(
                name="pledge_is_of_one_who_can",
                condition=Q(state__isnull=False, organisation="") | Q(state__isnull=True, organisation__in=PledgingBody.values),
                violation_error_message=_("A State pledges, or an organisation of States: name one of them. No other body can."),
            ),
            models.CheckConstraint(
                name="pledge_kept_on_a_day_was_kept",
                condition=Q(kept_on="") | Q(kept__in=(Kept.KEPT, Kept.PARTLY)),
                violation_error_message=_("Only a pledge that was kept, or kept in part, has the day of it."),
            ),
            models.CheckConstraint(
                name="pledge_is_kept_after_it_is_made",
                condition=Q(kept_on="") | Q(kept_on_latest__gte=F("pledged_on_earliest")),
                violation_error_message=_("A pledge cannot be kept before it is made."),
            ),
        ]

    def __str__(self):
        return f"{self.whose}: {self.subject}"

    @property
    def whose(self):
        """The State, or the organisation's name."""
        return self.state or self.get_organisation_display()

    def slug_parts(self):
        return [
            self.state_id or self.organisation.replace("_", "-"),
            self.subject[:50],
            self.session.slug if self.session_id else self.pledged_on,
        ]
