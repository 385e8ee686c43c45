"""How many States Parties the Court and the Assembly have counted, in all and by regional group."""

from functools import partial

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from record.invariants import once
from record.invariants.totals import Document, Total, compare
from states.models import Membership, RegionalGroup, State

COURT_TODAY_2010 = Document("The Court Today, ICC-PIDS-TCT-01-001/10, February 2010", "https://docslib.org/doc/12330/news-otp-activities")
COURT_TODAY_2024 = Document("The Court Today, 17 December 2024", "https://www.scribd.com/document/809360053/TheCourtToday-Eng")


@once
def memberships():
    """[(regional group, since, until)] of all periods."""
    groups = dict(State.objects.public().values_list("iso3", "regional_group"))
    periods = Membership.objects.values_list("state", "since", "until")
    return [(groups[state], since, until) for state, since, until in periods if state in groups]


def parties(day, group=None):
    """How many States Parties there were on a day: in all, or of a regional group."""
    groups = [of for of, since, until in memberships() if since <= day and (until is None or day < until)]
    return groups.count(group) if group else len(groups)


PARTIES = _("States Parties")

compare(
    "states-parties-as-the-court-counts",
    _("The number of States Parties on a day is the one that the Court or the Assembly gave, but for what is explained."),
    rule=_("Rule G7"),
    totals=(
        Total(PARTIES, "2005-11-27", 99, parties, Document("Press release ICC-ASP-20051127-117", "https://asp.icc-cpi.int/node/1832")),
        Total(PARTIES, "2010-02", 110, parties, COURT_TODAY_2010),
        Total(
            PARTIES,
            "2011-07-31",
            116,
            parties,
            Document(
                "A/66/309, report of the Court to the United Nations for 2010/11",
                "https://de.scribd.com/document/213062447/Icc-2011-Annual-Report-to-Un-English-1",
            ),
            difference=-2,
            because=_(
                "The report counts instruments deposited; the Statute entered into force for Grenada on 1 August and for Tunisia on 1 September."
            ),
        ),
        Total(PARTIES, "2011-12-01", 118, parties, Document("Press release on the accession of Maldives", "https://asp.icc-cpi.int/node/1963")),
        Total(
            PARTIES,
            "2012-07-31",
            121,
            parties,
            Document(
                "A/67/308, report of the Court to the United Nations for 2011/12",
                "https://docslib.org/doc/5394814/general-assembly-distr-general-14-august-2012",
            ),
        ),
        Total(
            PARTIES,
            "2013-10-08",
            122,
            parties,
            Document("Press release ICC-CPI-20131008-PR951", "http://www.icc-cpi.int//Pages/item.aspx?name=pr951"),
        ),
        Total(
            PARTIES,
            "2024-02-08",
            124,
            parties,
            Document(
                "Press release of 8 February 2024 on Armenia",
                "https://www.icc-cpi.int/news/international-criminal-court-welcomes-armenia-new-state-party",
            ),
        ),
        Total(PARTIES, "2024-12-17", 124, parties, COURT_TODAY_2024),
        Total(
            PARTIES,
            "2025-07-17",
            125,
            parties,
            Document(
                "Press release of 17 July 2025 on Ukraine, as quoted by Interfax-Ukraine", "https://ua.interfax.com.ua/news/general/1088606-amp.html"
            ),
        ),
        *(
            Total(format_lazy("{}: {}", PARTIES, group.label), "2024-12-17", number, partial(parties, group=group.value), COURT_TODAY_2024)
            for group, number in (
                (RegionalGroup.AFRICAN, 33),
                (RegionalGroup.ASIA_PACIFIC, 19),
                (RegionalGroup.EASTERN_EUROPEAN, 19),
                (RegionalGroup.GRULAC, 28),
                (RegionalGroup.WEOG, 25),
            )
        ),
    ),
)
