"""Part B of the rules: whether a request to arrest is on the public record for a State on a day."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from states.obligation import Request
from states.tests.histories import ask, day


@dataclass(frozen=True)
class Warrant:
    kind: str
    issued_on: date | None
    unsealed_on: date | None
    ended_on: date | None = None


@pytest.mark.parametrize(
    ("state", "on", "person", "expected"),
    [
        pytest.param("HUN", "2025-04-03", "benjamin-netanyahu", "sent", id="sent-to-it"),
        pytest.param("ITA", "2025-04-03", "benjamin-netanyahu", "none_found", id="sent-to-another"),
        pytest.param("MNG", "2024-09-02", "vladimir-putin", "circulated", id="circulated"),
        pytest.param("MNG", "2023-04-29", "vladimir-putin", "none_found", id="before-it-was-surely-sent"),
        pytest.param("ARM", "2024-02-01", "vladimir-putin", "circulated_before_membership", id="joined-later"),
        pytest.param("KGZ", "2023-10-12", "vladimir-putin", "not_bound", id="not-bound"),
        pytest.param("HUN", "2026-01-01", None, "no_person", id="nobody-named"),
    ],
)
def test_why_a_request_is_on_record_or_not(state, on, person, expected):
    assert ask(state, on, person).request_reason.code == expected


def warrant(issued_on, unsealed_on, ended_on=None, kind="arrest"):
    return Warrant(kind, *(day(text) if text else None for text in (issued_on, unsealed_on, ended_on)))


ELMASRY = [warrant("2025-01-18", "2025-01-24")]
DUTERTE = [warrant("2025-03-07", "2025-03-11", "2025-03-12")]


@pytest.mark.parametrize(
    ("state", "on", "person", "warrants", "request_", "reason"),
    [
        pytest.param(
            "AUS",
            "2025-01-17",
            "osama-elmasry-njeem",
            ELMASRY,
            "not_needed",
            "no_warrant",
            id="no-warrant-yet",
        ),
        pytest.param("AUS", "2025-01-20", "osama-elmasry-njeem", ELMASRY, "unknown", "warrant_sealed", id="sealed"),
        pytest.param("AUS", "2025-01-24", "osama-elmasry-njeem", ELMASRY, "not_on_record", "none_found", id="public"),
        pytest.param("ITA", "2025-01-19", "osama-elmasry-njeem", ELMASRY, "on_record", "sent", id="sealed-but-asked"),
        pytest.param("PHL", "2025-03-10", "rodrigo-duterte", DUTERTE, "unknown", "warrant_sealed", id="PHL-eve"),
        pytest.param("PHL", "2025-03-11", "rodrigo-duterte", DUTERTE, "not_on_record", "none_found", id="PHL"),
        pytest.param("JPN", "2025-03-12", "rodrigo-duterte", DUTERTE, "not_needed", "warrant_ended", id="surrendered"),
        pytest.param(
            "HUN",
            "2026-07-01",
            "benjamin-netanyahu",
            [warrant("2024-11-21", "2024-11-21", "2026-06-30")],
            "not_needed",
            "warrant_ended",
            id="ended-though-once-asked",
        ),
        pytest.param("HUN", "2026-07-01", "omar-al-bashir", (), "on_record", "circulated", id="request-alone"),
        pytest.param("HUN", "2026-07-01", "laurent-gbagbo", (), "not_needed", "no_warrant", id="none-on-record"),
        pytest.param(
            "HUN",
            "2012-01-01",
            "laurent-gbagbo",
            [warrant("2011-03-08", "2011-03-08", kind="summons")],
            "not_needed",
            "no_warrant",
            id="a-summons-is-not-a-warrant",
        ),
        pytest.param(
            "HUN",
            "2026-07-01",
            "laurent-gbagbo",
            [warrant("2020-01-01", "2020-01-01", "2021-01-01"), warrant(None, "2022-01-01")],
            "not_on_record",
            "none_found",
            id="one-ended-one-stands",
        ),
    ],
)
def test_a_warrant_decides_whether_there_is_anything_to_ask(state, on, person, warrants, request_, reason):
    answer = ask(state, on, person, warrants=warrants)
    assert (answer.request, answer.request_reason.code) == (request_, reason)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        pytest.param({"article": "93"}, "not_on_record", id="evidence-is-not-arrest"),
        pytest.param({"article": "92(1)"}, "on_record", id="provisional-arrest-is-arrest"),
        pytest.param({"article": "93;89"}, "on_record", id="both"),
        pytest.param({"article": ""}, "on_record", id="article-unknown"),
        pytest.param({"person": None}, "not_on_record", id="names-nobody"),
        pytest.param({"state": "ITA"}, "not_on_record", id="to-another-State"),
        pytest.param({"sent_on": None}, "unknown", id="undated"),
        pytest.param({"sent_on": None, "made_public_on": day("2024-06-01")}, "on_record", id="dated-by-publication"),
        pytest.param({"sent_on": None, "made_public_on": day("2026-06-01")}, "not_on_record", id="published-later"),
        pytest.param(
            {"sent_on": None, "made_public_on": day("2024-06-01"), "state": None},
            "unknown",
            id="an-undated-circular-does-not-tell-whom-it-reached",
        ),
    ],
)
def test_what_counts_as_a_request_to_arrest(request_, expected):
    sent = Request("HUN", "palestine", "benjamin-netanyahu", day("2024-12-01"), article="89")
    answer = ask("HUN", "2025-04-03", "benjamin-netanyahu", requests=[replace(sent, **request_)])
    assert answer.request == expected


def test_a_request_about_a_situation_answers_for_the_situation():
    sent = Request("BDI", "burundi", None, day("2018-01-01"), article="93")
    assert ask("BDI", "2018-06-01", "burundi", requests=[sent]).request == "on_record"
    assert ask("BDI", "2018-06-01", requests=[sent]).request == "not_needed"


def test_a_request_to_a_state_that_is_not_bound_is_still_on_record():
    sent = Request("EGY", "darfur", "omar-al-bashir", day("2009-03-10"), article="89")
    answer = ask("EGY", "2009-03-25", "omar-al-bashir", requests=[sent])
    assert (answer.bound, answer.request) == (False, "on_record")


def test_a_request_without_its_day_tells_by_when_it_had_been_sent():
    sent = Request("HUN", "palestine", "benjamin-netanyahu", None, day("2024-06-01"), "89")
    params = ask("HUN", "2025-04-03", "benjamin-netanyahu", requests=[sent]).request_reason.params
    assert (params["sent_on"], params["sent_by"]) == (None, day("2024-06-01"))
