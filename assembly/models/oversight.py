from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assembly.models.session import Session
from cooperation.models import Official
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked


class OversightKind(models.TextChoices):
    """Acts of organs. What is alleged is not an act, and is not recorded."""

    AUDIT_REPORT = "audit_report", _("audit report")
    OVERSIGHT_REPORT = "oversight_report", _("oversight report")
    COMPLAINT_RECEIVED = "complaint_received", _("complaint received")
    INVESTIGATION_OPENED = "investigation_opened", _("investigation opened")
    INVESTIGATION_REPORTED = "investigation_reported", _("investigation reported on")
    PANEL_APPOINTED = "panel_appointed", _("panel appointed")
    PANEL_REPORTED = "panel_reported", _("panel reported")
    LEAVE_BEGAN = "leave_began", _("leave begun")
    LEAVE_ENDED = "leave_ended", _("leave ended")
    INTERIM_ARRANGEMENT = "interim_arrangement", _("interim arrangement")
    SUSPENSION = "suspension", _("suspension from duty")
    REMOVAL_PROPOSED = "removal_proposed", _("removal proposed (article 46)")
    PROCEDURE_ADOPTED = "procedure_adopted", _("procedure adopted")
    BUREAU_DECISION = "bureau_decision", _("decision of the Bureau")
    ASSEMBLY_DECISION = "assembly_decision", _("decision of the Assembly")
    COURT_DECISION = "court_decision", _("decision of judges")


class OversightOrgan(models.TextChoices):
    ASSEMBLY = "assembly", _("Assembly of States Parties")
    BUREAU = "bureau", _("Bureau of the Assembly")
    ASSEMBLY_PRESIDENCY = "assembly_presidency", _("Presidency of the Assembly")
    OVERSIGHT_MECHANISM = "oversight_mechanism", _("Independent Oversight Mechanism")
    OIOS = "oios", _("United Nations Office of Internal Oversight Services")
    PANEL = "panel", _("panel of experts or judges")
    EXTERNAL_AUDITOR = "external_auditor", _("External Auditor")
    INTERNAL_AUDIT = "internal_audit", _("Office of Internal Audit")
    AUDIT_COMMITTEE = "audit_committee", _("Audit Committee")
    PRESIDENCY = "presidency", _("Presidency of the Court")
    CHAMBER = "chamber", _("Chamber of the Court")
    PROSECUTOR = "prosecutor", _("Office of the Prosecutor")
    REGISTRAR = "registrar", _("Registrar")
    OTHER = "other", _("another organ")


AWAY = (OversightKind.LEAVE_BEGAN, OversightKind.SUSPENSION)


class OversightActQuerySet(EntryQuerySet):
    def away(self, *, on):
        """Of each official who is away from office on a day, the act by which they are: no return is on record by then."""
        acts = self.filter(kind__in=(*AWAY, OversightKind.LEAVE_ENDED), acted_on_latest__lte=on, official__isnull=False)
        last = acts.order_by("official_id", "-acted_on_earliest", "-pk").distinct("official_id")
        return self.filter(pk__in=last.values("pk"), kind__in=AWAY)


@tracked()
class OversightAct(Entry):
    """An act of an organ in the oversight of the Court: audit, inspection, a proceeding that concerns an elected official (article 46, 112(4))."""

    collection = "oversight"

    kind = models.CharField(_("act"), max_length=22, choices=OversightKind.choices, help_text=_("What the organ did."))
    organ = models.CharField(
        _("organ"), max_length=19, choices=OversightOrgan.choices, help_text=_("Who did it. Nothing is recorded without an organ.")
    )
    official = models.ForeignKey(
        Official,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="oversight_acts",
        verbose_name=_("official"),
        help_text=_("Whom it concerns, as the organ itself made public. Empty: nobody in particular."),
    )
    acted_on = PartialDateField(_("on"), blank=False, help_text=_("The day of the act."))
    made_public_on = PartialDateField(_("made public on"), help_text=_("If later."))
    session = models.ForeignKey(
        Session,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="oversight_acts",
        verbose_name=_("session"),
        help_text=_("At which, or to which, it was done. Empty: none."),
    )
    document_no = models.CharField(_("document number"), max_length=80, blank=True, help_text=_("As printed; empty: not found."))
    title = models.CharField(_("title"), max_length=300, help_text=_("A few neutral words: the act, never an allegation."))
    summary = models.TextField(_("summary"), blank=True, help_text=_("What the organ did, in one neutral paragraph."))
    result = models.CharField(_("result"), max_length=200, blank=True, help_text=_("What the organ concluded, in a few words; empty: not known."))

    objects = OversightActQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["-acted_on_earliest", "-id"]
        verbose_name = _("act of oversight")
        verbose_name_plural = _("acts of oversight")
        indexes = [models.Index(F("acted_on_earliest").desc(nulls_last=True), F("id").desc(), name="oversight_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="oversight_has_its_day", condition=~Q(acted_on=""), violation_error_message=_("An act has its day.")),
            models.CheckConstraint(name="oversight_has_its_organ", condition=~Q(organ=""), violation_error_message=_("Name the organ that acted.")),
            models.CheckConstraint(
                name="oversight_is_public_after_it_is_done",
                condition=Q(made_public_on="") | Q(made_public_on_latest__gte=F("acted_on_earliest")),
                violation_error_message=_("An act cannot become public before it is done."),
            ),
        ]

    def __str__(self):
        return self.title

    def slug_parts(self):
        return [self.official.slug if self.official_id else self.organ.replace("_", "-"), self.kind.replace("_", "-"), self.acted_on]
