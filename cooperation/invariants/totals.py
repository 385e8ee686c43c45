"""The numbers of the Court and the Assembly against ours."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cooperation.tallies import all_compared
from record.invariants import Offence, Severity, invariant


@invariant(
    "published-totals-agree-or-are-explained",
    _("A number that the Court or the Assembly published for a day is what this record counts for it, but for what is explained."),
    severity=Severity.WARNING,
    rule=_("Rule G7, and our method: counts are held against the Court's own"),
)
def disagreeing():
    for compared in all_compared():
        if not compared.agrees:
            yield Offence(
                f"published-totals/{compared.total.slug}",
                _t("%(what)s: published %(theirs)s, this record %(ours)s; a difference of %(explained)s is explained.")
                % {
                    "what": compared.total.get_measure_display(), "theirs": compared.total.figure, "ours": compared.ours,
                    "explained": compared.total.explained or 0,
                },
            )  # fmt: skip
