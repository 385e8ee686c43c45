"""What happened to the persons of the worked examples: `(events, warrants)`.

Enough to decide a stage, with dates as the rules and the starting data have them; the record is the source.
"""

from datetime import date

from cases.stage import ARTICLE_70, Event, Warrant


def day(text):
    return date.fromisoformat(text) if text else None


def warrant(issued_on, unsealed_on="", ended_on="", end_reason="", kind="arrest", case_kind="core"):
    unsealed = day(unsealed_on or issued_on)
    return Warrant(kind, day(issued_on), unsealed, day(ended_on), end_reason, case_kind)


def summons(issued_on, ended_on="", end_reason=""):
    return warrant(issued_on, "", ended_on, end_reason, "summons")


def events(*pairs, case_kind="core"):
    """`events("2011-03-07 charges_confirmed", ...)`"""
    split = (pair.split() for pair in pairs)
    return [Event(kind, day(on), case_kind) for on, kind in split]


KONY = (events("2025-11-06 charges_confirmed_in_absence"), [warrant("2005-07-08", "2005-10-13")])
BANDA = (
    events("2010-06-17 first_appearance", "2011-03-07 charges_confirmed"),
    [summons("2010-06-15", "2014-09-11", "replaced"), warrant("2014-09-11")],
)
ELMASRY = (
    events("2025-01-19 arrested", "2025-01-21 released_by_state"),
    [warrant("2025-01-18", "2025-01-24")],
)
DUTERTE = (
    events(
        "2025-03-11 arrested",
        "2025-03-12 surrendered",
        "2025-03-14 first_appearance",
        "2026-04-23 charges_confirmed",
    ),
    [warrant("2025-03-07", "2025-03-11", "2025-03-12", "executed")],
)
KENYATTA = (
    events(
        "2011-04-08 first_appearance",
        "2012-01-23 charges_confirmed",
        "2014-12-05 charges_withdrawn",
        "2015-03-13 proceedings_terminated",
    ),
    [summons("2011-03-08")],
)
MUTHAURA = (
    events(
        "2011-04-08 first_appearance",
        "2012-01-23 charges_confirmed",
        "2013-03-11 charges_withdrawn",
        "2013-03-18 proceedings_terminated",
    ),
    [summons("2011-03-08")],
)
MOKOM = (
    events(
        "2022-03-14 surrendered",
        "2022-03-22 first_appearance",
        "2023-10-16 charges_withdrawn",
        "2023-10-17 released",
    ),
    [warrant("2018-12-10", "2022-03-14", "2022-03-14", "executed")],
)
RUTO = (
    events(
        "2011-04-07 first_appearance",
        "2012-01-23 charges_confirmed",
        "2013-09-10 trial_opened",
        "2016-04-05 proceedings_terminated",
    ),
    [summons("2011-03-08")],
)
ABU_GARDA = (
    events("2009-05-18 first_appearance", "2010-02-08 charges_not_confirmed"),
    [summons("2009-05-07", "2009-05-18", "appeared")],
)
MBARUSHIMANA = (
    events(
        "2010-10-11 arrested",
        "2011-01-25 surrendered",
        "2011-12-16 charges_not_confirmed",
        "2011-12-23 released",
    ),
    [warrant("2010-09-28", "2010-10-11", "2011-01-25", "executed")],
)
AL_HASSAN = (
    events(
        "2018-03-31 surrendered",
        "2019-09-30 charges_confirmed",
        "2024-06-26 acquitted",
        "2024-06-26 convicted",
        "2024-11-20 sentenced",
        "2024-12-17 conviction_confirmed",
    ),
    [warrant("2018-03-27", "2018-03-31", "2018-03-31", "executed")],
)
NGUDJOLO = (
    events(
        "2008-02-07 surrendered",
        "2008-09-26 charges_confirmed",
        "2012-12-18 acquitted",
        "2012-12-21 released",
        "2015-02-27 acquittal_confirmed",
    ),
    [warrant("2007-07-06", "2008-02-07", "2008-02-07", "executed")],
)
LAURENT_GBAGBO = (
    events(
        "2011-11-30 surrendered",
        "2014-06-12 charges_confirmed",
        "2016-01-28 trial_opened",
        "2019-01-15 acquitted",
        "2021-03-31 acquittal_confirmed",
    ),
    [warrant("2011-11-23", "2011-11-30", "2011-11-30", "executed")],
)
BLE_GOUDE = (
    events(
        "2014-03-22 surrendered",
        "2014-12-11 charges_confirmed",
        "2019-01-15 acquitted",
        "2021-03-31 acquittal_confirmed",
    ),
    [warrant("2011-12-21", "2013-09-30", "2014-03-22", "executed")],
)
KATANGA = (
    events(
        "2007-10-17 surrendered",
        "2008-09-26 charges_confirmed",
        "2014-03-07 convicted",
        "2014-06-25 conviction_confirmed",
        "2016-01-18 sentence_served",
    ),
    [warrant("2007-07-02", "2007-10-18", "2007-10-17", "executed")],
)
BEMBA = (
    [
        *events(
            "2008-05-24 arrested",
            "2008-07-03 surrendered",
            "2009-06-15 charges_confirmed",
            "2016-03-21 convicted",
            "2016-06-21 sentenced",
            "2018-06-08 conviction_reversed",
            "2018-06-12 released",
        ),
        *events(
            "2014-11-11 charges_confirmed",
            "2016-10-19 convicted",
            "2018-03-08 conviction_confirmed",
            case_kind=ARTICLE_70,
        ),
    ],
    [
        warrant("2008-05-23", "2008-05-24", "2008-06-10", "replaced"),
        warrant("2008-06-10", "2008-06-10", "2008-07-03", "executed"),
        warrant("2013-11-20", "2013-11-24", case_kind=ARTICLE_70),
    ],
)
SENUSSI = (
    events("2013-10-11 case_inadmissible", "2014-07-24 inadmissibility_confirmed"),
    [warrant("2011-06-27")],
)
BEINA = (events("2025-09-12 case_inadmissible"), [warrant("2018-12-07", "2024-11-07")])
SIMONE_GBAGBO = ([], [warrant("2012-02-29", "2012-11-22", "2021-07-19", "vacated")])
SAIF_GADDAFI = (
    events("2011-11-19 arrested", "2017-06-09 released_by_state", "2026-02-03 death_reported"),
    [warrant("2011-06-27")],
)
DEIF = (
    events("2025-01-30 death_reported", "2025-02-26 proceedings_terminated"),
    [warrant("2024-11-21", "", "2025-02-26", "proceedings_terminated")],
)
LUKWIYA = (
    events("2006-08-12 died", "2007-07-11 proceedings_terminated"),
    [warrant("2005-07-08", "2005-10-13", "2006-08-12", "death")],
)
LUBANGA = (
    events(
        "2006-03-16 surrendered",
        "2007-01-29 charges_confirmed",
        "2012-03-14 convicted",
        "2014-12-01 conviction_confirmed",
        "2020-03-15 sentence_served",
    ),
    [warrant("2006-02-10", "2006-03-17", "2006-03-16", "executed")],
)
BASHIR = (events("2019-04-17 arrested"), [warrant("2009-03-04"), warrant("2010-07-12")])
BARASA = ([], [warrant("2013-08-02", "2013-10-02", case_kind=ARTICLE_70)])
GICHERU = (
    events("2020-11-03 surrendered", "2021-02-01 released", "2022-09-26 died", case_kind=ARTICLE_70),
    [warrant("2015-03-10", "2015-09-10", "2020-11-03", "executed", case_kind=ARTICLE_70)],
)
MIN_AUNG_HLAING = (events("2024-11-27 application_made_public"), [])
HANIYEH = (events("2024-05-20 application_made_public", "2024-09-06 application_withdrawn"), [])
NETANYAHU = (events("2024-05-20 application_made_public"), [warrant("2024-11-21")])
