"""What governments said and did about persons under a warrant, short of a visit: positions on arrest, and contacts."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models import Person, Situation
from cooperation.models.visit import Visit
from record.fields import PartialDateField
from record.models import Entry, tracked
from states.models import state_key


class Stance(models.TextChoices):
    WOULD_ARREST = "would_arrest", _("would arrest")
    WOULD_NOT_ARREST = "would_not_arrest", _("would not arrest")
    SAFE_PASSAGE = "safe_passage", _("gives safe passage")
    IMMUNITY_APPLIES = "immunity_applies", _("says that immunity applies")
    FOR_THE_COURTS = "for_the_courts", _("leaves it to its courts")
    DOES_NOT_SAY = "does_not_say", _("does not say")
    INVITES = "invites", _("invites the person")


@tracked()
class ArrestPosition(Entry):
    """What a government said it would do if a person under a warrant came. What it owed is computed, what it did is a visit."""

    collection = "positions"

    state = state_key("positions", _("Whose government spoke."))
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="positions",
        verbose_name=_("person"),
        help_text=_("About whom. Empty: about a situation."),
    )
    situation = models.ForeignKey(
        Situation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="positions",
        verbose_name=_("situation"),
        help_text=_("Where no person is named."),
    )
    stance = models.CharField(_("what it said"), max_length=16, choices=Stance.choices, help_text=_("In one word; the paragraph says the rest."))
    stated_on = PartialDateField(_("stated"), blank=False, help_text=_("The day."))
    speaker = models.CharField(_("speaker"), max_length=120, blank=True, help_text=_("Who said it. Empty: the ministry, or not found."))
    capacity = models.CharField(_("office"), max_length=120, blank=True, help_text=_("In which office. Empty: not found."))
    visit = models.ForeignKey(
        Visit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="positions",
        verbose_name=_("visit"),
        help_text=_("Which visit it was about. Empty: none in particular."),
    )
    superseded_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="supersedes",
        verbose_name=_("superseded by"),
        help_text=_("A later position of the same government. Empty: none on record."),
    )
    summary = models.TextField(_("what was said"), help_text=_("One neutral paragraph, in our own words."))

    refused_at = {"arrest_position_is_about_somebody": "person"}

    class Meta(Entry.Meta):
        ordering = ["-stated_on_earliest", "-id"]
        verbose_name = _("position on arrest")
        verbose_name_plural = _("positions on arrest")
        indexes = [models.Index(F("stated_on_earliest").desc(nulls_last=True), F("id").desc(), name="arrest_position_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="arrest_position_has_its_day", condition=~Q(stated_on=""), violation_error_message=_("A position has its day.")
            ),
            models.CheckConstraint(
                name="arrest_position_is_about_somebody",
                condition=Q(person__isnull=False) | Q(situation__isnull=False),
                violation_error_message=_("Name the person, or the situation, that it is about."),
            ),
            models.CheckConstraint(
                name="arrest_position_is_not_its_own_successor",
                condition=Q(superseded_by__isnull=True) | ~Q(superseded_by=F("id")),
                violation_error_message=_("A position is superseded by another one."),
            ),
        ]

    def __str__(self):
        return f"{self.state} {self.get_stance_display()}: {self.about}"

    @property
    def about(self):
        """The person, else the situation."""
        return self.person or self.situation

    def slug_parts(self):
        return [self.state_id, self.person.slug if self.person_id else self.situation.slug if self.situation_id else "", self.stated_on]


class ContactKind(models.TextChoices):
    MEETING = "meeting", _("meeting")
    CALL = "call", _("call")
    LETTER = "letter", _("letter")
    EVENT = "event", _("event attended together")


@tracked()
class Contact(Entry):
    """A public, official contact of a government with a person under a public warrant, outside a visit to that State.

    A fact, not a failure: the Assembly asks States to avoid contacts that are not essential; no article forbids them.
    """

    collection = "contacts"

    state = state_key("contacts", _("Whose government it was."))
    person = models.ForeignKey(Person, models.PROTECT, related_name="contacts", verbose_name=_("person"), help_text=_("With whom."))
    kind = models.CharField(_("kind"), max_length=7, choices=ContactKind.choices, help_text=_("Meeting, call, letter, event."))
    occurred_on = PartialDateField(_("on"), blank=False, help_text=_("The day."))
    place = models.CharField(_("place"), max_length=160, blank=True, help_text=_("Where. Empty: not known, or by telephone."))
    who = models.CharField(_("by whom"), max_length=200, blank=True, help_text=_("The office-holder. Empty: not found."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    class Meta(Entry.Meta):
        ordering = ["-occurred_on_earliest", "-id"]
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        indexes = [models.Index(F("occurred_on_earliest").desc(nulls_last=True), F("id").desc(), name="contact_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="contact_has_its_day", condition=~Q(occurred_on=""), violation_error_message=_("A contact has its day.")),
        ]

    def __str__(self):
        return f"{self.state}, {self.get_kind_display()}: {self.person}"

    def slug_parts(self):
        return [self.person.slug if self.person_id else "", self.state_id, self.occurred_on]
