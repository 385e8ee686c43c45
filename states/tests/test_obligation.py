"""Part B of the rules: who is bound on a day, and by what."""

from dataclasses import replace

import pytest

from states.obligation import ARREST, COOPERATION, HOST_BOUND, Answer, Basis, Duty, Reason, bound, host_bound
from states.tests.histories import CONTESTED, DUTIES, HISTORIES, SITUATIONS, ask, day


def codes(answer):
    return [reason.code for reason in answer.reasons]


@pytest.mark.parametrize(
    ("state", "on", "about", "expected", "basis", "request_"),
    [
        pytest.param("HUN", "2025-04-03", "benjamin-netanyahu", True, "party", "on_record", id="HUN"),
        pytest.param("HUN", "2025-04-02", "benjamin-netanyahu", True, "party", "not_on_record", id="HUN-eve"),
        pytest.param("MNG", "2024-09-02", "vladimir-putin", True, "party", "on_record", id="MNG"),
        pytest.param("TJK", "2025-10-09", "vladimir-putin", True, "party", "on_record", id="TJK"),
        pytest.param("KGZ", "2023-10-12", "vladimir-putin", False, "not_bound", "not_needed", id="KGZ"),
        pytest.param("ARM", "2024-01-31", "vladimir-putin", False, "not_bound", "not_needed", id="ARM-eve"),
        pytest.param("ARM", "2024-02-01", "vladimir-putin", True, "party", "not_on_record", id="ARM"),
        pytest.param("UKR", "2024-12-15", "benjamin-netanyahu", False, "not_bound", "not_needed", id="UKR-no"),
        pytest.param("UKR", "2025-01-01", "benjamin-netanyahu", True, "party", "not_on_record", id="UKR-yes"),
        pytest.param("UKR", "2023-03-18", "vladimir-putin", True, "art12_3", "not_on_record", id="UKR-12-3"),
        pytest.param("UKR", "2025-01-01", "vladimir-putin", True, "party", "not_on_record", id="UKR-joined"),
        pytest.param("CIV", "2011-11-29", "laurent-gbagbo", True, "art12_3", "not_on_record", id="CIV"),
        pytest.param("CIV", "2013-05-01", "laurent-gbagbo", True, "party", "not_on_record", id="CIV-Party"),
        pytest.param("PSE", "2014-08-01", "palestine", False, "not_bound", "not_needed", id="PSE-before"),
        pytest.param("PSE", "2015-01-01", "palestine", True, "art12_3", "not_needed", id="PSE-12-3"),
        pytest.param("PSE", "2015-04-01", "palestine", True, "party", "not_needed", id="PSE-Party"),
        pytest.param("LBY", "2011-07-01", "saif-al-islam-gaddafi", True, "unsc", "not_on_record", id="LBY"),
        pytest.param("LBY", "2012-01-07", "omar-al-bashir", False, "not_bound", "not_needed", id="LBY-Darfur"),
        pytest.param("LBY", "2011-02-25", "libya", False, "not_bound", "not_needed", id="LBY-before"),
        pytest.param("SDN", "2009-03-05", "omar-al-bashir", True, "unsc", "not_on_record", id="SDN"),
        pytest.param("SDN", "2012-01-01", "saif-al-islam-gaddafi", False, "not_bound", "not_needed", id="SDN-Libya"),
        pytest.param("SDN", "2005-03-30", "omar-al-bashir", False, "not_bound", "not_needed", id="SDN-before"),
        pytest.param("EGY", "2009-03-25", "omar-al-bashir", False, "not_bound", "not_needed", id="EGY"),
        pytest.param("BDI", "2018-06-01", "burundi", True, "residual", "not_needed", id="BDI-own"),
        pytest.param("BDI", "2018-06-01", "omar-al-bashir", "disputed", "disputed", "on_record", id="BDI-third"),
        pytest.param("BDI", "2024-01-01", "vladimir-putin", False, "not_bound", "not_needed", id="BDI-later"),
        pytest.param("PHL", "2025-03-11", "rodrigo-duterte", "disputed", "disputed", "not_on_record", id="PHL"),
        pytest.param("PHL", "2025-03-11", "vladimir-putin", False, "not_bound", "not_needed", id="PHL-later"),
        pytest.param("PHL", "2019-03-16", "omar-al-bashir", True, "party", "not_on_record", id="PHL-joined-2011"),
        pytest.param("VEN", "2027-07-23", "venezuela-i", True, "party", "not_needed", id="VEN-last-day"),
        pytest.param("VEN", "2027-07-24", "venezuela-i", True, "residual", "not_needed", id="VEN-own"),
        pytest.param("VEN", "2027-07-24", "vladimir-putin", "disputed", "disputed", "on_record", id="VEN-third"),
        pytest.param("ITA", "2025-01-19", "osama-elmasry-njeem", True, "party", "on_record", id="ITA-sealed"),
        pytest.param("MYS", "2019-06-01", "omar-al-bashir", False, "not_bound", "not_needed", id="MYS"),
        *(
            pytest.param(state, "2025-06-01", about, False, "not_bound", "not_needed", id=f"{state}-{about}")
            for state in ("RUS", "USA", "ISR")
            for about in ("vladimir-putin", "benjamin-netanyahu", "omar-al-bashir")
        ),
    ],
)
def test_bound_by_what_and_asked(state, on, about, expected, basis, request_):
    answer = ask(state, on, about)
    assert (answer.bound, host_bound(answer), answer.request) == (expected, basis, request_)


@pytest.mark.parametrize(
    ("state", "on", "expected", "bases"),
    [
        pytest.param("HUN", "2026-01-01", True, ["party"], id="HUN-Party-whatever-the-situation"),
        pytest.param("SDN", "2005-03-30", False, [], id="SDN-before-the-resolution"),
        pytest.param("SDN", "2005-03-31", "for_some_situations", ["unsc"], id="SDN"),
        pytest.param("LBY", "2025-06-01", "for_some_situations", ["unsc", "art12_3"], id="LBY"),
        pytest.param("ARM", "2024-01-31", "for_some_situations", ["art12_3"], id="ARM"),
        pytest.param("PSE", "2014-08-01", False, [], id="PSE-before"),
        pytest.param("PSE", "2015-01-01", "for_some_situations", ["art12_3"], id="PSE"),
        pytest.param("BDI", "2018-06-01", "for_some_situations", ["residual"], id="BDI"),
        pytest.param("VEN", "2027-07-23", True, ["party"], id="VEN-last-day"),
        pytest.param("VEN", "2027-07-24", "for_some_situations", ["residual"], id="VEN-residual-only"),
        pytest.param("UKR", "2025-06-01", True, ["party", "art12_3", "art12_3"], id="UKR-several"),
        pytest.param("USA", "2025-06-01", False, [], id="USA"),
        pytest.param("RUS", "2025-06-01", False, [], id="RUS"),
        pytest.param("ISR", "2025-06-01", False, [], id="ISR"),
    ],
)
def test_without_a_situation_only_a_party_is_bound(state, on, expected, bases):
    answer = ask(state, on)
    assert (answer.bound, [b.basis for b in answer.bases]) == (expected, bases)


@pytest.mark.parametrize(
    ("state", "on", "about", "expected"),
    [
        pytest.param("KGZ", "2023-10-12", "vladimir-putin", ["signatory", "invited"], id="KGZ"),
        pytest.param("EGY", "2009-03-25", "omar-al-bashir", ["signatory", "urged"], id="EGY"),
        pytest.param("LBY", "2012-01-07", "omar-al-bashir", ["non_party", "bound_elsewhere", "urged"], id="LBY"),
        pytest.param("SDN", "2012-01-01", "libya", ["signatory", "bound_elsewhere", "urged"], id="SDN"),
        pytest.param("SDN", "2005-03-30", "darfur", ["signatory", "invited"], id="SDN-before"),
        pytest.param(
            "ARM",
            "2024-01-31",
            "vladimir-putin",
            ["signatory", "not_yet_in_force", "bound_elsewhere", "invited"],
            id="ARM-declaration-for-Armenia",
        ),
        pytest.param("PSE", "2015-03-31", "ukraine", ["not_yet_in_force", "bound_elsewhere", "invited"], id="PSE"),
        pytest.param("MYS", "2019-06-01", "darfur", ["instrument_withdrawn", "urged"], id="MYS"),
        pytest.param("BDI", "2024-01-01", "ukraine", ["withdrawn", "invited"], id="BDI"),
        pytest.param("PHL", "2025-03-11", "rodrigo-duterte", ["withdrawn"], id="PHL"),
        pytest.param("HUN", "2025-04-03", "benjamin-netanyahu", [], id="HUN-bound"),
        pytest.param("USA", "2025-06-01", None, ["signatory", "urged", "urged"], id="USA-both-resolutions"),
    ],
)
def test_the_reasons_why_not(state, on, about, expected):
    assert codes(ask(state, on, about)) == expected


@pytest.mark.parametrize(
    ("state", "on", "about", "reason"),
    [
        pytest.param("BDI", "2018-06-01", "burundi", "residual", id="own-situation"),
        pytest.param("BDI", "2017-10-27", "burundi", "residual", id="from-the-first-day"),
        pytest.param("BDI", "2018-06-01", "darfur", "residual_third_situation", id="third-situation"),
        pytest.param("PHL", "2025-03-11", "philippines", "residual_preliminary_examination", id="examined-only"),
        pytest.param("PHL", "2025-03-11", "burundi", "residual_third_situation", id="PHL-Burundi"),
    ],
)
def test_what_remains_after_a_withdrawal(state, on, about, reason):
    (basis,) = ask(state, on, about).bases
    assert (basis.basis, basis.reason.code, basis.articles[0]) == ("residual", reason, "127(2)")
    assert basis.since == basis.reason.params["until"]
    assert basis.until is None


@pytest.mark.parametrize(
    ("began_on", "examined_from", "expected"),
    [
        pytest.param("2017-10-26", None, True, id="the-day-before"),
        pytest.param("2017-10-27", None, False, id="the-day-itself-is-too-late"),
        pytest.param("2017-10-27", "2017-10-26", "disputed", id="examined-the-day-before"),
        pytest.param("2017-10-27", "2017-10-27", False, id="examined-on-the-day"),
    ],
)
def test_proceedings_remain_only_if_they_began_before_the_withdrawal(began_on, examined_from, expected):
    examined = day(examined_from) if examined_from else None
    own = replace(SITUATIONS["burundi"], began_on=day(began_on), examined_from=examined)
    assert bound("BDI", day("2018-06-01"), HISTORIES["BDI"], (), situation=own).bound == expected


def test_an_examination_of_another_state_binds_no_state_that_left():
    """Ukraine was under examination since 2014, before Burundi left; no investigation began before 2022."""
    assert ask("BDI", "2018-06-01", "ukraine").bound is False


def test_every_basis_names_its_articles_days_and_source():
    (basis,) = ask("HUN", "2025-04-03", "benjamin-netanyahu").bases
    assert basis == Basis(
        "party",
        None,
        ARREST,
        day("2002-07-01"),
        None,
        Reason("party", {"since": day("2002-07-01"), "deposited_on": day("2001-11-30")}),
        "ratification 2001-11-30",
    )
    assert ask("HUN", "2025-04-03").bases[0].articles == COOPERATION
    (basis,) = ask("SDN", "2012-01-01", "darfur").bases
    assert (basis.situation, basis.since) == ("darfur", day("2005-03-31"))
    assert basis.reason.params["instrument"] == "S/RES/1593 (2005)"


def test_a_notified_withdrawal_binds_until_its_day_and_is_told():
    answer = ask("HUN", "2026-01-01", "benjamin-netanyahu")
    assert (answer.bound, answer.pending_until) == (True, day("2026-06-02"))
    assert ask("HUN", "2025-04-03").pending_until is None
    assert ask("HUN", "2026-05-29").pending_until is None


def test_urged_names_the_resolution_and_the_state_that_it_obliges():
    assert ask("EGY", "2009-03-25", "omar-al-bashir").reasons[-1] == Reason(
        "urged", {"instrument": "S/RES/1593 (2005)", "situation": "darfur", "obliged": "SDN"}
    )


def test_a_note_of_intent_stands_beside_the_signature():
    assert ask("RUS", "2025-06-01", "vladimir-putin").reasons[0] == Reason(
        "signatory", {"signed_on": day("2000-09-13"), "intent_not_to_ratify_on": day("2016-11-30")}
    )
    assert ask("RUS", "2016-11-29").reasons[0].params["intent_not_to_ratify_on"] is None


def test_a_contested_declaration_is_told_and_still_binds():
    answer = ask("LBY", "2025-06-01", "osama-elmasry-njeem")
    assert (answer.bound, host_bound(answer), answer.contested) == (True, "unsc", CONTESTED)
    assert ask("LBY", "2025-05-11", "osama-elmasry-njeem").contested is None
    assert ask("LBY", "2025-06-01", "omar-al-bashir").contested is None
    alone = [d for d in DUTIES if d.basis == "art12_3"]
    answer = bound("LBY", day("2025-06-01"), (), alone, situation=SITUATIONS["libya"])
    assert (answer.bound, host_bound(answer), answer.contested) == (True, "art12_3", CONTESTED)


@pytest.mark.parametrize(
    ("situation", "about", "expected"),
    [
        pytest.param("libya", "libya", "agreement", id="its-situation"),
        pytest.param("libya", "darfur", "not_bound", id="another-situation"),
        pytest.param(None, "darfur", "agreement", id="agreed-for-all"),
    ],
)
def test_an_agreement_binds_within_its_terms(situation, about, expected):
    agreed = Duty("KGZ", situation, "agreement", day("2020-01-01"), day("2021-01-01"), articles=("93",))
    inputs = {"situation": SITUATIONS[about]}
    answer = bound("KGZ", day("2020-06-01"), HISTORIES["KGZ"], [agreed], **inputs)
    assert host_bound(answer) == expected
    assert all(b.articles == ("93",) for b in answer.bases)
    assert bound("KGZ", day("2021-01-01"), HISTORIES["KGZ"], [agreed], **inputs).bound is False


def test_the_rows_of_another_state_bind_nobody_else():
    assert ask("EGY", "2012-01-01", "libya").bases == ()


# The strongest basis


def test_a_host_is_bound_in_a_situation_or_not_at_all():
    with pytest.raises(ValueError, match="name it"):
        host_bound(ask("SDN", "2012-01-01"))


def test_the_strongest_basis_comes_first():
    assert [b.basis for b in ask("UKR", "2025-01-01", "ukraine").bases] == ["party", "art12_3", "art12_3"]
    strongest = ask("LBY", "2025-06-01", "libya")
    assert [b.basis for b in strongest.bases] == ["unsc", "art12_3"]
    assert HOST_BOUND == ("party", "unsc", "art12_3", "agreement", "residual", "disputed", "not_bound")


def test_an_answer_can_be_kept_in_a_set():
    answer = ask("HUN", "2025-04-03", "benjamin-netanyahu")
    assert isinstance(answer, Answer)
    assert len({answer, ask("HUN", "2025-04-03", "benjamin-netanyahu")}) == 1
