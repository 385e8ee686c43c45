from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.person import Person
from cases.models.situation import Situation
from record.models import Entry, tracked


class CaseKind(models.TextChoices):
    CORE = "core", _("crimes under article 5")
    ARTICLE_70 = "article_70", _("offences against the administration of justice (article 70)")


@tracked()
class Case(Entry):
    """A case before the Court. Cases of article 70 stand apart from those of article 5."""

    collection = "cases"

    name = models.CharField(_("name"), max_length=160, help_text=_("The Prosecutor v. ..."))
    number = models.CharField(_("number"), max_length=24, blank=True, help_text=_("ICC-02/05-01/09. Empty: not found."))
    situation = models.ForeignKey(
        Situation, models.PROTECT, related_name="cases", verbose_name=_("situation"), help_text=_("The situation it arises from.")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=CaseKind.choices, help_text=_("Core crimes, or article 70."))
    persons = models.ManyToManyField(Person, through="Participation", related_name="cases", verbose_name=_("persons"))
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph."))

    class Meta(Entry.Meta):
        ordering = ["name"]
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["number"],
                name="case_number_is_used_once",
                condition=~models.Q(number=""),
                violation_error_message=_("Another case has this number."),
            ),
        ]

    def __str__(self):
        return self.name

    def slug_parts(self):
        return [self.name.removeprefix("The Prosecutor v. ")]


@tracked()
class Participation(Entry):
    """A person's place in a case, as the one whom it is about."""

    collection = "participations"

    person = models.ForeignKey(Person, models.PROTECT, related_name="participations", verbose_name=_("person"), help_text=_("Whom it is about."))
    case = models.ForeignKey(Case, models.PROTECT, related_name="participations", verbose_name=_("case"), help_text=_("The case."))
    note = models.TextField(_("note"), blank=True, help_text=_("Joined, severed: a neutral sentence."))

    class Meta(Entry.Meta):
        ordering = ["slug"]
        verbose_name = _("participation in a case")
        verbose_name_plural = _("participations in cases")
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "case"],
                name="participation_is_recorded_once",
                violation_error_message=_("This person is on record in this case already."),
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.case}"

    def slug_parts(self):
        return [self.person.slug if self.person_id else "", self.case.slug if self.case_id else ""]
