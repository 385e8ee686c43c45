"""What States did towards the Statute, and the duties and situations of the worked examples."""

from datetime import date

from states.membership import Action
from states.obligation import Duty, Request, Situation, bound


def day(text):
    return date.fromisoformat(text)


def acts(**kinds):
    """`acts(signature="1999-01-15", ...)`: actions by kind; a list where a kind occurs twice."""
    found = []
    for kind, days in kinds.items():
        for text in [days] if isinstance(days, str) else days:
            found.append(Action(kind, day(text), source=f"{kind} {text}"))
    return tuple(found)


HISTORIES = {
    "ALB": acts(signature="1998-07-18", ratification="2003-01-31"),
    "ARM": acts(signature="1999-10-01", ratification="2023-11-14"),
    "AUS": acts(signature="1998-12-09", ratification="2002-07-01"),
    "BDI": acts(signature="1999-01-13", ratification="2004-09-21", withdrawal_notified="2016-10-27"),
    "BFA": acts(signature="1998-11-30", ratification="2004-04-16"),
    "CIV": acts(signature="1998-11-30", ratification="2013-02-15"),
    "COD": acts(signature="2000-09-08", ratification="2002-04-11"),
    "COK": acts(accession="2008-07-18"),
    "EGY": acts(signature="2000-12-26"),
    "GMB": acts(
        signature="1998-12-04",
        ratification="2002-06-28",
        withdrawal_notified="2016-11-10",
        withdrawal_rescinded="2017-02-10",
    ),
    "GRC": acts(signature="1998-07-18", ratification="2002-05-15"),
    "GTM": acts(accession="2012-04-02"),
    "HND": acts(signature="1998-10-07", ratification="2002-07-01"),
    "HUN": acts(
        signature="1999-01-15",
        ratification="2001-11-30",
        withdrawal_notified="2025-06-02",
        withdrawal_rescinded="2026-05-29",
    ),
    "ISR": acts(signature="2000-12-31", intent_not_to_ratify="2002-08-28"),
    "ITA": acts(signature="1998-07-18", ratification="1999-07-26"),
    "JOR": acts(signature="1998-10-07", ratification="2002-04-11"),
    "JPN": acts(accession="2007-07-17"),
    "KGZ": acts(signature="1998-12-08"),
    "KIR": acts(accession="2019-11-26"),
    "LBY": (),
    "MDV": acts(accession="2011-09-21"),
    "MLI": acts(signature="1998-07-17", ratification="2000-08-16"),
    "MNE": (Action("succession", day("2006-06-03"), made_public_on=day("2006-10-23")),),
    "MNG": acts(signature="2000-12-29", ratification="2002-04-11"),
    "MYS": acts(accession="2019-03-04", instrument_withdrawn="2019-04-29"),
    "NER": acts(signature="1998-07-17", ratification="2002-04-11"),
    "PHL": acts(signature="2000-12-28", ratification="2011-08-30", withdrawal_notified="2018-03-17"),
    "PSE": acts(accession="2015-01-02"),
    "RUS": acts(signature="2000-09-13", intent_not_to_ratify="2016-11-30"),
    "SDN": acts(signature="2000-09-08", intent_not_to_ratify="2008-08-26"),
    "SEN": acts(signature="1998-07-18", ratification="1999-02-02"),
    "TCD": acts(signature="1999-10-20", ratification="2006-11-01"),
    "TJK": acts(signature="1998-11-30", ratification="2000-05-05"),
    "UKR": acts(signature="2000-01-20", ratification="2024-10-25"),
    "USA": acts(signature="2000-12-31", intent_not_to_ratify="2002-05-06"),
    "VCT": acts(accession="2002-12-03"),
    "VEN": acts(signature="1998-10-14", ratification="2000-06-07", withdrawal_notified="2026-07-24"),
    "VUT": acts(accession="2011-12-02"),
    "ZAF": acts(
        signature="1998-07-17",
        ratification="2000-11-27",
        withdrawal_notified="2016-10-19",
        withdrawal_rescinded="2017-03-07",
    ),
}

ALL = ("86", "89", "93")


def declaration(state, situation, since, until=None, contested=""):
    ends = day(until) if until else None
    return Duty(state, situation, "art12_3", day(since), ends, None, None, ALL, "declaration", contested)


CONTESTED = "A minister rejected it by memorandum."
DUTIES = (
    Duty("SDN", "darfur", "unsc", day("2005-03-31"), articles=ALL, instrument="S/RES/1593 (2005)"),
    Duty("LBY", "libya", "unsc", day("2011-02-26"), articles=ALL, instrument="S/RES/1970 (2011)"),
    declaration("CIV", "cote-d-ivoire", "2003-10-01", "2013-05-01"),
    declaration("UKR", "ukraine", "2014-04-17"),
    declaration("UKR", "ukraine", "2015-09-08"),
    declaration("PSE", "palestine", "2015-01-01", "2015-04-01"),
    declaration("ARM", None, "2023-11-15"),
    declaration("LBY", "libya", "2025-05-12", contested=CONTESTED),
)


def situation(slug, states, began_on, examined_from=None):
    examined = day(examined_from) if examined_from else None
    return Situation(slug, tuple(states.split()), day(began_on), examined)


SITUATIONS = {
    s.slug: s
    for s in (
        situation("darfur", "SDN", "2005-06-06"),
        situation("libya", "LBY", "2011-03-03"),
        situation("cote-d-ivoire", "CIV", "2011-10-03"),
        situation("burundi", "BDI", "2017-10-25", "2016-04-25"),
        situation("philippines", "PHL", "2021-09-15", "2018-02-08"),
        situation("palestine", "PSE", "2021-03-03", "2015-01-16"),
        situation("ukraine", "UKR", "2022-03-02", "2014-04-25"),
        situation("venezuela-i", "VEN", "2021-11-03", "2018-02-08"),
    )
}

PERSONS = {
    "omar-al-bashir": "darfur",
    "saif-al-islam-gaddafi": "libya",
    "osama-elmasry-njeem": "libya",
    "laurent-gbagbo": "cote-d-ivoire",
    "vladimir-putin": "ukraine",
    "benjamin-netanyahu": "palestine",
    "rodrigo-duterte": "philippines",
}

REQUESTS = (
    Request(None, "darfur", "omar-al-bashir", day("2009-03-05"), article="89;91"),
    Request(None, "ukraine", "vladimir-putin", day("2023-04-30"), article="92(1)"),  # known as April 2023
    Request("ITA", "libya", "osama-elmasry-njeem", day("2025-01-18"), day("2025-01-24"), "92"),
    Request("HUN", "palestine", "benjamin-netanyahu", day("2025-04-03"), article="92"),
)


def ask(state, on, about=None, **kinds):
    """The answer for a State on a day about a person, a situation, or nothing in particular."""
    person = about if about in PERSONS else None
    situation = SITUATIONS.get(PERSONS.get(about, about))
    inputs = {"requests": REQUESTS, **kinds}
    return bound(state, day(on), HISTORIES[state], DUTIES, situation=situation, person=person, **inputs)
