from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.models import Person, Situation
from cooperation.models.vocabulary import Outcome, Referral
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from states.models import state_key


class Subject(models.TextChoices):
    ARREST_SURRENDER = "arrest_surrender", _("arrest and surrender")
    OTHER_COOPERATION = "other_cooperation", _("other forms of cooperation")


class ProceedingStatus(models.TextChoices):
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class ProceedingQuerySet(EntryQuerySet):
    def open(self):
        return self.filter(path_status=ProceedingStatus.OPEN)

    def found(self):
        """Where a finding that the State failed to comply stands, after appeal."""
        return self.filter(outcome=Outcome.FOUND)


@tracked()
class Proceeding(Entry):
    """The path under article 87(7) for one State and one matter: one non-compliance, however many decisions."""

    collection = "proceedings"

    state = state_key("proceedings", _("Whose cooperation it is about."))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="proceedings", verbose_name=_("person"), help_text=_("The person concerned.")
    )
    situation = models.ForeignKey(
        Situation, models.PROTECT, related_name="proceedings", verbose_name=_("situation"), help_text=_("The situation it arises from.")
    )
    subject = models.CharField(_("subject"), max_length=17, choices=Subject.choices, help_text=_("Which duty it is about."))
    opened_on = PartialDateField(_("opened on"), help_text=_("A finding was sought, or the State was heard."))
    path_status = models.CharField(
        _("stands"), max_length=6, choices=ProceedingStatus.choices, help_text=_("Open until a Chamber has decided and no step is due.")
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph, in our own words."))
    outcome = models.CharField(_("net outcome"), max_length=16, choices=Outcome.choices, blank=True, editable=False)
    referral = models.CharField(_("net referral"), max_length=8, choices=Referral.choices, blank=True, editable=False)

    objects = ProceedingQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["-opened_on_earliest", "slug"]
        verbose_name = _("proceeding")
        verbose_name_plural = _("proceedings")
        indexes = [models.Index(F("opened_on_earliest").desc(nulls_last=True), F("id").desc(), name="proceeding_newest_first")]

    def __str__(self):
        return _t("%(state)s, in respect of %(about)s") % {"state": self.state, "about": self.person or self.situation}

    def slug_parts(self):
        subject = self.person or self.situation
        return [self.state_id, subject.slug, self.opened_on[:4]]


class StepKind(models.TextChoices):
    """The steps of article 87(7) that are not decisions; those are findings."""

    OCCASION = "occasion", _("occasion")
    REQUEST = "request", _("request")
    CONSULTATION = "consultation", _("consultation (article 97)")
    INFORMAL_RESPONSE = "informal_response", _("informal response of the Assembly (its President’s good offices)")
    FINDING_SOUGHT = "finding_sought", _("finding sought")
    OBSERVATIONS_INVITED = "observations_invited", _("observations invited")
    EXTENSION_GRANTED = "extension_granted", _("extension granted")
    OBSERVATIONS_RECEIVED = "observations_received", _("observations received")
    OBSERVATIONS_LAPSED = "observations_lapsed", _("time for observations lapsed")
    LEAVE_SOUGHT = "leave_sought", _("leave to appeal sought")
    LEAVE_GRANTED = "leave_granted", _("leave to appeal granted")
    LEAVE_REFUSED = "leave_refused", _("leave to appeal refused")
    APPEAL_HEARD = "appeal_heard", _("appeal heard")
    TRANSMITTED = "transmitted", _("transmitted by the President of the Court")
    BEFORE_ASSEMBLY = "before_assembly", _("before the Assembly")
    ASSEMBLY_ACTION = "assembly_action", _("action of the Assembly")
    BEFORE_COUNCIL = "before_council", _("before the Security Council")
    COUNCIL_ACTION = "council_action", _("action of the Security Council")
    LATER_COMPLIANCE = "later_compliance", _("later compliance")
    LAPSED = "lapsed", _("lapsed")
    NONE_RECORDED = "none_recorded", _("no action recorded")


@tracked()
class ProceedingStep(Entry):
    """A step of a proceeding that is not a decision."""

    collection = "proceeding-steps"

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="steps", verbose_name=_("proceeding"), help_text=_("The path it belongs to.")
    )
    kind = models.CharField(_("step"), max_length=22, choices=StepKind.choices, help_text=_("Which step."))
    occurred_on = PartialDateField(_("on"), help_text=_("The day; empty: not known."))
    actor = models.CharField(_("by"), max_length=120, blank=True, help_text=_("Who acted: Pre-Trial Chamber II, Mongolia, the Registry."))
    document_no = models.CharField(_("document number"), max_length=80, blank=True, help_text=_("As printed; empty: not found."))
    deadline_on = PartialDateField(_("deadline"), help_text=_("The time limit set, if any."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    class Meta(Entry.Meta):
        ordering = ["occurred_on_earliest", "slug"]
        verbose_name = _("step of a proceeding")
        verbose_name_plural = _("steps of proceedings")

    def __str__(self):
        return f"{self.proceeding}: {self.get_kind_display()}, {self.occurred_on or '?'}"

    def slug_parts(self):
        return [self.proceeding.slug if self.proceeding_id else "", self.kind.replace("_", "-"), self.occurred_on]
