"""The offices that are filled by election, and who elects to which (articles 36, 38, 42, 43 and 112)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Office(models.TextChoices):
    JUDGE = "judge", _("judge")
    PRESIDENT = "president", _("President of the Court")
    FIRST_VICE_PRESIDENT = "first_vice_president", _("First Vice-President of the Court")
    SECOND_VICE_PRESIDENT = "second_vice_president", _("Second Vice-President of the Court")
    PROSECUTOR = "prosecutor", _("Prosecutor")
    DEPUTY_PROSECUTOR = "deputy_prosecutor", _("Deputy Prosecutor")
    REGISTRAR = "registrar", _("Registrar")
    DEPUTY_REGISTRAR = "deputy_registrar", _("Deputy Registrar")
    ASSEMBLY_PRESIDENT = "assembly_president", _("President of the Assembly")
    ASSEMBLY_VICE_PRESIDENT = "assembly_vice_president", _("Vice-President of the Assembly")
    BUREAU_MEMBER = "bureau_member", _("member of the Bureau")
    BUDGET_COMMITTEE_MEMBER = "budget_committee_member", _("member of the Committee on Budget and Finance")
    BOARD_OF_AUDITORS = "board_of_auditors", _("External Auditor")
    AUDIT_COMMITTEE_MEMBER = "audit_committee_member", _("member of the Audit Committee")
    NOMINATIONS_COMMITTEE_MEMBER = "nominations_committee_member", _("member of the Advisory Committee on nominations of judges")
    VICTIMS_BOARD_MEMBER = "victims_board_member", _("member of the Board of the Trust Fund for Victims")
    OVERSIGHT_HEAD = "oversight_head", _("Head of the Independent Oversight Mechanism")


class Elector(models.TextChoices):
    ASSEMBLY = "assembly", _("Assembly of States Parties")
    JUDGES = "judges", _("judges of the Court")
    BUREAU = "bureau", _("Bureau of the Assembly")


OF_ONE_HOLDER = (
    Office.PRESIDENT, Office.FIRST_VICE_PRESIDENT, Office.SECOND_VICE_PRESIDENT, Office.PROSECUTOR, Office.REGISTRAR,
    Office.DEPUTY_REGISTRAR, Office.ASSEMBLY_PRESIDENT, Office.OVERSIGHT_HEAD,
)  # fmt: skip
BY_THE_JUDGES = (
    Office.PRESIDENT,
    Office.FIRST_VICE_PRESIDENT,
    Office.SECOND_VICE_PRESIDENT,
    Office.REGISTRAR,
    Office.DEPUTY_REGISTRAR,
)  # fmt: skip  articles 38(1), 43(4)
BY_THE_ASSEMBLY = (
    Office.JUDGE,
    Office.PROSECUTOR,
    Office.DEPUTY_PROSECUTOR,
    Office.ASSEMBLY_PRESIDENT,
    Office.ASSEMBLY_VICE_PRESIDENT,
    Office.BUREAU_MEMBER,
)  # fmt: skip  articles 36(6), 42(4), 112(3)
FULL_TERMS = {
    Office.JUDGE: 9,
    Office.PROSECUTOR: 9,
    Office.DEPUTY_PROSECUTOR: 9,
    Office.REGISTRAR: 5,
    Office.DEPUTY_REGISTRAR: 5,
    Office.PRESIDENT: 3,
    Office.FIRST_VICE_PRESIDENT: 3,
    Office.SECOND_VICE_PRESIDENT: 3,
    Office.ASSEMBLY_PRESIDENT: 3,
    Office.ASSEMBLY_VICE_PRESIDENT: 3,
    Office.BUREAU_MEMBER: 3,
}  # fmt: skip  the longest, in years: articles 36(9), 38(1), 42(4), 43(5), 112(3)
