"""Part D of the rules: the stage of a person on a day."""

from datetime import date

import pytest

from cases.stage import ARTICLE_70, STAGES, STEPS, Event, Warrant, at_large, stage, turning_days
from cases.tests.persons import (
    ABU_GARDA,
    AL_HASSAN,
    BANDA,
    BARASA,
    BASHIR,
    BEINA,
    BEMBA,
    BLE_GOUDE,
    DEIF,
    DUTERTE,
    ELMASRY,
    GICHERU,
    HANIYEH,
    KATANGA,
    KENYATTA,
    KONY,
    LAURENT_GBAGBO,
    LUBANGA,
    LUKWIYA,
    MBARUSHIMANA,
    MIN_AUNG_HLAING,
    MOKOM,
    MUTHAURA,
    NETANYAHU,
    NGUDJOLO,
    RUTO,
    SAIF_GADDAFI,
    SENUSSI,
    SIMONE_GBAGBO,
    day,
    events,
    summons,
    warrant,
)


@pytest.mark.parametrize(
    ("person", "on", "expected", "wanted"),
    [
        pytest.param(MIN_AUNG_HLAING, "2026-11-24", "application_pending", False, id="application"),
        pytest.param(HANIYEH, "2024-09-06", "", False, id="application-withdrawn"),
        pytest.param(NETANYAHU, "2024-11-20", "application_pending", False, id="Netanyahu-application"),
        pytest.param(NETANYAHU, "2024-11-21", "suspect_at_large", True, id="Netanyahu-warrant"),
        pytest.param(KONY, "2005-10-12", "", False, id="Kony-sealed"),
        pytest.param(KONY, "2005-10-13", "suspect_at_large", True, id="Kony-public"),
        pytest.param(KONY, "2025-11-06", "accused_at_large", True, id="Kony-confirmed-in-his-absence"),
        pytest.param(BANDA, "2010-06-15", "suspect_summoned", False, id="Banda-summons"),
        pytest.param(BANDA, "2010-06-17", "suspect_summoned", False, id="Banda-appeared"),
        pytest.param(BANDA, "2011-03-07", "accused", False, id="Banda-confirmed"),
        pytest.param(BANDA, "2014-09-11", "accused_at_large", True, id="Banda-warrant"),
        pytest.param(ELMASRY, "2025-01-18", "", False, id="Elmasry-sealed"),
        pytest.param(ELMASRY, "2025-01-19", "suspect_in_custody_of_state", False, id="Elmasry-arrested"),
        pytest.param(ELMASRY, "2025-01-21", "", False, id="Elmasry-released-still-sealed"),
        pytest.param(ELMASRY, "2025-01-24", "suspect_at_large", True, id="Elmasry-public"),
        pytest.param(DUTERTE, "2025-03-10", "", False, id="Duterte-sealed"),
        pytest.param(DUTERTE, "2025-03-11", "suspect_in_custody_of_state", True, id="Duterte-arrested"),
        pytest.param(DUTERTE, "2025-03-12", "suspect_in_custody", False, id="Duterte-surrendered"),
        pytest.param(DUTERTE, "2026-04-22", "suspect_in_custody", False, id="Duterte-eve-of-confirmation"),
        pytest.param(DUTERTE, "2026-04-23", "accused", False, id="Duterte-confirmed"),
        pytest.param(KENYATTA, "2011-04-08", "suspect_summoned", False, id="Kenyatta-never-wanted"),
        pytest.param(KENYATTA, "2012-01-23", "accused", False, id="Kenyatta-confirmed"),
        pytest.param(KENYATTA, "2014-12-05", "charges_withdrawn", False, id="Kenyatta-withdrawn"),
        pytest.param(KENYATTA, "2015-03-13", "charges_withdrawn", False, id="Kenyatta-then-terminated"),
        pytest.param(MUTHAURA, "2013-03-18", "charges_withdrawn", False, id="Muthaura"),
        pytest.param(MOKOM, "2022-03-22", "suspect_in_custody", False, id="Mokom-surrendered"),
        pytest.param(MOKOM, "2023-10-17", "charges_withdrawn", False, id="Mokom-withdrawn"),
        pytest.param(RUTO, "2016-04-04", "accused", False, id="Ruto-trial"),
        pytest.param(RUTO, "2016-04-05", "terminated", False, id="Ruto-neither-acquitted-nor-convicted"),
        pytest.param(ABU_GARDA, "2010-02-08", "charges_not_confirmed", False, id="Abu-Garda"),
        pytest.param(MBARUSHIMANA, "2010-10-11", "suspect_in_custody_of_state", True, id="Mbarushimana-Paris"),
        pytest.param(MBARUSHIMANA, "2011-12-23", "charges_not_confirmed", False, id="Mbarushimana"),
        pytest.param(AL_HASSAN, "2024-06-26", "convicted", False, id="Al-Hassan-in-part"),
        pytest.param(AL_HASSAN, "2024-12-16", "convicted", False, id="Al-Hassan-appeal-pending"),
        pytest.param(AL_HASSAN, "2024-12-17", "convicted_final", False, id="Al-Hassan-final"),
        pytest.param(NGUDJOLO, "2008-02-07", "suspect_in_custody", False, id="Ngudjolo-public-that-day"),
        pytest.param(NGUDJOLO, "2012-12-18", "acquitted", False, id="Ngudjolo"),
        pytest.param(NGUDJOLO, "2015-02-27", "acquitted_final", False, id="Ngudjolo-final"),
        pytest.param(LAURENT_GBAGBO, "2011-11-30", "suspect_in_custody", False, id="L-Gbagbo-public-that-day"),
        pytest.param(LAURENT_GBAGBO, "2019-01-15", "acquitted", False, id="L-Gbagbo"),
        pytest.param(LAURENT_GBAGBO, "2021-03-31", "acquitted_final", False, id="L-Gbagbo-final"),
        pytest.param(BLE_GOUDE, "2013-09-30", "suspect_at_large", True, id="Ble-Goude-public"),
        pytest.param(BLE_GOUDE, "2021-03-31", "acquitted_final", False, id="Ble-Goude-final"),
        pytest.param(KATANGA, "2014-03-07", "convicted", False, id="Katanga-first-instance"),
        pytest.param(KATANGA, "2016-01-18", "sentence_served", False, id="Katanga-served"),
        pytest.param(BEMBA, "2008-06-10", "suspect_in_custody_of_state", True, id="Bemba-warrant-replaced"),
        pytest.param(BEMBA, "2016-03-21", "convicted", False, id="Bemba-convicted"),
        pytest.param(BEMBA, "2018-06-08", "acquitted_final", False, id="Bemba-acquitted-on-appeal"),
        pytest.param(BEMBA, "2013-11-24", "accused", False, id="Bemba-second-warrant-in-custody"),
        pytest.param(SENUSSI, "2013-10-10", "suspect_at_large", True, id="Al-Senussi-before"),
        pytest.param(SENUSSI, "2013-10-11", "inadmissible", False, id="Al-Senussi"),
        pytest.param(SENUSSI, "2014-07-24", "inadmissible", False, id="Al-Senussi-confirmed"),
        pytest.param(BEINA, "2025-09-11", "suspect_at_large", True, id="Beina-before"),
        pytest.param(BEINA, "2025-09-12", "inadmissible", False, id="Beina"),
        pytest.param(SIMONE_GBAGBO, "2021-07-18", "suspect_at_large", True, id="Simone-Gbagbo-before"),
        pytest.param(SIMONE_GBAGBO, "2021-07-19", "warrant_ended", False, id="Simone-Gbagbo"),
        pytest.param(SAIF_GADDAFI, "2011-11-19", "suspect_in_custody_of_state", True, id="Saif-held"),
        pytest.param(SAIF_GADDAFI, "2017-06-09", "suspect_at_large", True, id="Saif-released"),
        pytest.param(SAIF_GADDAFI, "2026-02-03", "reported_dead", False, id="Saif-no-decision-found"),
        pytest.param(DEIF, "2025-01-30", "reported_dead", False, id="Deif-reported"),
        pytest.param(DEIF, "2025-02-26", "deceased", False, id="Deif-decided"),
        pytest.param(LUKWIYA, "2006-08-12", "deceased", False, id="Lukwiya"),
        pytest.param(LUKWIYA, "2007-07-11", "deceased", False, id="Lukwiya-terminated"),
        pytest.param(LUBANGA, "2006-03-16", "suspect_in_custody", False, id="Lubanga-surrendered"),
        pytest.param(LUBANGA, "2006-03-17", "suspect_in_custody", False, id="Lubanga-unsealed-a-day-later"),
        pytest.param(LUBANGA, "2014-12-01", "convicted_final", False, id="Lubanga-final"),
        pytest.param(LUBANGA, "2020-03-15", "sentence_served", False, id="Lubanga-served"),
        pytest.param(BASHIR, "2015-06-13", "suspect_at_large", True, id="Al-Bashir"),
        pytest.param(BASHIR, "2026-11-24", "suspect_in_custody_of_state", True, id="Al-Bashir-held-not-surrendered"),
        pytest.param(BARASA, "2026-11-24", "", True, id="Barasa-article-70-only"),
        pytest.param(GICHERU, "2020-11-02", "", True, id="Gicheru-wanted"),
        pytest.param(GICHERU, "2022-09-26", "", False, id="Gicheru"),
    ],
)
def test_stage_and_at_large_on_a_day(person, on, expected, wanted):
    happened, warrants = person
    assert stage(happened, warrants, day(on)) == expected
    assert at_large(warrants, happened, day(on)) is wanted


@pytest.mark.parametrize(
    ("person", "on", "expected"),
    [
        pytest.param(BEMBA, "2013-11-24", "suspect_in_custody", id="Bemba-in-custody-already"),
        pytest.param(BEMBA, "2014-11-11", "accused", id="Bemba-accused"),
        pytest.param(BEMBA, "2018-06-08", "convicted_final", id="Bemba-convicted-when-acquitted-of-the-rest"),
        pytest.param(BARASA, "2026-11-24", "suspect_at_large", id="Barasa"),
        pytest.param(GICHERU, "2021-02-01", "suspect_released", id="Gicheru-released-by-the-Court"),
        pytest.param(GICHERU, "2022-09-26", "deceased", id="Gicheru"),
        pytest.param(DUTERTE, "2026-11-24", "", id="Duterte-has-none"),
    ],
)
def test_offences_against_the_administration_of_justice_stand_apart(person, on, expected):
    happened, warrants = person
    assert stage(happened, warrants, day(on), case_kind=ARTICLE_70) == expected


PUBLIC = [warrant("2020-01-01")]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        pytest.param(("arrested", "surrendered"), "suspect_in_custody", id="surrender-over-arrest"),
        pytest.param(("surrendered", "charges_confirmed"), "accused", id="confirmation-over-surrender"),
        pytest.param(("charges_confirmed", "charges_withdrawn"), "charges_withdrawn", id="end-over-confirmation"),
        pytest.param(("charges_withdrawn", "proceedings_terminated"), "charges_withdrawn", id="its-own-word"),
        pytest.param(("charges_confirmed", "convicted"), "convicted", id="judgment-over-confirmation"),
        pytest.param(("convicted", "conviction_confirmed"), "convicted_final", id="final-over-judgment"),
        pytest.param(("died", "proceedings_terminated"), "deceased", id="death-over-termination"),
        pytest.param(("charges_not_confirmed", "charges_confirmed"), "accused", id="confirmed-in-part"),
        pytest.param(("acquitted", "convicted"), "convicted", id="acquitted-in-part"),
        pytest.param(("surrendered", "released", "charges_not_confirmed"), "charges_not_confirmed", id="freed"),
    ],
)
def test_of_several_events_of_one_day_the_strongest_counts(kinds, expected):
    happened = [Event(kind, day("2021-01-01")) for kind in kinds]
    for order in (happened, happened[::-1]):
        assert stage(order, PUBLIC, day("2021-01-01")) == expected


def test_a_warrant_on_the_day_of_surrender_does_not_make_the_person_at_large():
    happened = events("2020-01-01 surrendered")
    assert stage(happened, PUBLIC, day("2020-01-01")) == "suspect_in_custody"
    assert not at_large(PUBLIC, happened, day("2020-01-01"))


def test_an_arrest_before_any_warrant_is_no_stage():
    """Held by a State for its own reasons, then also for the Court, once its warrant is public."""
    happened = events("2021-04-01 arrested", "2021-12-01 surrendered")
    warrants = [warrant("2021-10-01", "2021-11-01")]
    assert stage(happened, warrants, day("2021-10-31")) == ""
    assert stage(happened, warrants, day("2021-11-01")) == "suspect_in_custody_of_state"
    assert stage(happened, warrants, day("2021-12-01")) == "suspect_in_custody"


def test_a_new_warrant_after_charges_were_not_confirmed_makes_a_suspect_again():
    happened, warrants = MBARUSHIMANA
    warrants = [*warrants, warrant("2030-01-01")]
    assert stage(happened, warrants, day("2030-01-01")) == "suspect_at_large"
    assert at_large(warrants, happened, day("2030-01-01"))


def test_a_person_who_came_before_the_court_is_not_at_large_under_the_same_warrant():
    """A warrant left open in the record after a surrender or an interim release."""
    for happened in (
        events("2021-01-01 surrendered", "2022-01-01 released"),
        events("2021-01-01 first_appearance"),
    ):
        assert not at_large(PUBLIC, happened, day("2023-01-01"))


def test_a_person_reported_dead_and_then_seen_is_at_large_again():
    happened = events("2021-01-01 death_reported", "2021-06-01 arrested")
    assert not at_large(PUBLIC, happened, day("2021-05-31"))
    assert at_large(PUBLIC, happened, day("2021-06-01"))
    assert stage(happened, PUBLIC, day("2021-06-01")) == "suspect_in_custody_of_state"


def test_a_warrant_unsealed_after_a_report_of_death_makes_nobody_at_large():
    happened, warrants = events("2021-01-01 death_reported"), [warrant("2020-01-01", "2021-06-01")]
    assert stage(happened, warrants, day("2021-06-01")) == "reported_dead"
    assert not at_large(warrants, happened, day("2021-06-01"))


def test_the_end_of_a_warrant_speaks_where_no_event_does():
    for reason, expected in (
        ("executed", "suspect_in_custody"),
        ("death", "deceased"),
        ("inadmissible", "inadmissible"),
        ("charges_not_confirmed", "charges_not_confirmed"),
        ("proceedings_terminated", "terminated"),
        ("withdrawn", "warrant_ended"),
        ("vacated", "warrant_ended"),
        ("replaced", "warrant_ended"),
        ("", "warrant_ended"),
    ):
        warrants = [warrant("2020-01-01", "", "2021-01-01", reason)]
        assert stage([], warrants, day("2020-12-31")) == "suspect_at_large"
        assert stage([], warrants, day("2021-01-01")) == expected
        assert not at_large(warrants, [], day("2021-01-01"))


def test_a_summons_makes_nobody_wanted():
    assert stage([], [summons("2020-01-01")], day("2020-01-01")) == "suspect_summoned"
    assert not at_large([summons("2020-01-01")], [], day("2020-01-01"))


def test_a_sealed_warrant_is_not_in_the_record():
    sealed = [Warrant("arrest", day("2020-01-01"), None)]
    assert stage([], sealed, day("2030-01-01")) == ""
    assert not at_large(sealed, [], day("2030-01-01"))


def test_a_warrant_of_unknown_issue_counts_from_the_day_it_was_public():
    warrants = [Warrant("arrest", None, day("2020-01-01"))]
    assert not at_large(warrants, [], day("2019-12-31"))
    assert at_large(warrants, [], day("2020-01-01"))


def test_turning_days_are_the_days_of_events_and_warrants():
    assert turning_days(*ELMASRY) == [day(f"2025-01-{on}") for on in (18, 19, 21, 24)]


def test_the_table_of_steps_speaks_of_known_stages_only():
    for transitions in STEPS.values():
        assert set(transitions) | set(transitions.values()) <= set(STAGES)


def test_an_application_that_may_be_under_seal_makes_nobody_a_suspect():
    filed = Event("application_filed", date(2025, 2, 10))
    assert stage([filed], [], date(2025, 2, 11)) == ""
