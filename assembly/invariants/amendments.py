"""Rules about amendments and their acceptance: articles 121 and 122."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly.acceptance import one_year_after
from assembly.invariants.readers import key
from assembly.models import Amendment, EntryRule
from record.invariants import Offence, Severity, invariant, once
from states.models import DEPOSITS, TreatyAction, TreatyKind


@once
def deposits():
    """{primary key of the treaty: its acceptances in order of days}, of amendments."""
    found = {}
    acts = TreatyAction.objects.public().filter(treaty__kind=TreatyKind.AMENDMENT, kind__in=DEPOSITS)
    for act in acts.select_related("treaty").order_by("effected_on", "pk"):
        found.setdefault(act.treaty_id, []).append(act)
    return found


@invariant(
    "amendment-in-force-a-year-after-the-first-deposit",
    _("An amendment that each State accepts for itself is in force from one year after the first deposit, and not before."),
    severity=Severity.ERROR,
    rule=_("Article 121(5); rule G33"),
)
def in_force_on_another_day():
    for amendment in Amendment.objects.public().filter(rule=EntryRule.ART_121_5).exclude(in_force_on=""):
        acts = deposits().get(amendment.treaty_id)
        expected = acts and one_year_after(acts[0].effected_on)
        if expected and not amendment.in_force_on_earliest <= expected <= amendment.in_force_on_latest:
            yield Offence(key(amendment), _t("By the first deposit on record it is in force since %(day)s.") % {"day": expected})


@invariant(
    "amendment-accepted-after-it-was-adopted",
    _("No State accepts an amendment before it was adopted."),
    severity=Severity.ERROR,
    rule=_("Article 121(5)"),
)
def accepted_too_early():
    adopted = dict(Amendment.objects.public().filter(treaty__isnull=False).values_list("treaty_id", "adopted_on_earliest"))
    for treaty, acts in deposits().items():
        for act in acts:
            if adopted.get(treaty) and act.effected_on < adopted[treaty]:
                yield Offence(key(act), _t("The amendment was adopted on %(day)s.") % {"day": adopted[treaty]})


@invariant(
    "amendment-of-the-statute-has-its-treaty",
    _("An amendment to the Statute that was adopted and that States accept has a treaty under which they do."),
    severity=Severity.ERROR,
    rule=_("Article 121(4) and (5); rule G33"),
)
def amendments_without_treaty():
    by_acceptance = Amendment.objects.public().filter(rule__in=(EntryRule.ART_121_4, EntryRule.ART_121_5), treaty__isnull=True)
    for amendment in by_acceptance.exclude(adopted_on=""):
        yield Offence(key(amendment), _t("The treaty under which States accept it is not on record."))
