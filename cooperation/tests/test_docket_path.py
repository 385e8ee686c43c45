"""Part C of the rules: the path under article 87(7), the days between its steps, what the record lacks."""

import pytest

from cooperation.docket import Step, path, what_is_missing
from cooperation.tests.rulings import ITALY, JORDAN, KENYA, day, decisions, steps


def test_the_path_counts_the_days_between():
    """Italy: arrest and release of a suspect, January 2025."""
    walked = steps(
        "2025-01-18 request",
        "2025-01-19 occasion",
        "2025-02-18 observations_invited",
        "? observations_received",
        "? assembly_action",
    )
    stops = path(walked, ITALY)
    assert [(stop.kind, stop.days) for stop in stops] == [
        ("request", None),
        ("occasion", 1),
        ("observations_invited", 30),
        ("observations_received", None),
        ("found", 241),
        ("found", 101),
        ("assembly_action", None),
    ]


def test_the_path_of_one_day_follows_the_order_of_the_procedure():
    walked = steps("2024-10-24 transmitted", "2024-10-24 occasion", "2024-10-24 request")
    stops = path(walked, decisions("2024-10-24 found asp"))
    assert [(s.kind, s.days) for s in stops] == [
        ("request", None),
        ("occasion", 0),
        ("found", 0),
        ("transmitted", 0),
    ]


def test_no_days_are_counted_from_or_to_a_month():
    walked = [
        Step("request", day("2023-04-01"), exact=False),
        *steps("2024-09-02 occasion", "2024-09-05 finding_sought"),
    ]
    assert [stop.days for stop in path(walked, [])] == [None, None, 3]


def test_a_step_of_an_unknown_kind_comes_last():
    assert [s.kind for s in path(steps("? letter", "2024-09-02 occasion"), [])] == ["occasion", "letter"]


@pytest.mark.parametrize(
    ("walked", "rows", "status", "expected"),
    [
        pytest.param([], [], "open", ("request", "occasion", "decision"), id="nothing"),
        pytest.param(
            steps("2025-10-09 occasion", "? request", "2025-11-05 observations_invited"),
            [],
            "open",
            ("observations_received", "decision"),
            id="TJK-invited",
        ),
        pytest.param(
            steps(
                "2025-10-09 occasion",
                "? request",
                "2025-11-05 observations_invited",
                "2026-01-05 observations_lapsed",
            ),
            [],
            "open",
            ("decision",),
            id="time-lapsed",
        ),
        pytest.param(steps("2025-10-09 occasion", "? request", "2026-01-01 lapsed"), [], "closed", (), id="lapsed"),
        pytest.param(
            [],
            decisions("2017-07-06 found none"),
            "closed",
            ("request", "occasion", "observations_invited", "observations_received"),
            id="found-without-its-steps",
        ),
        pytest.param(
            steps("? request", "? occasion", "? observations_invited", "? observations_received"),
            ITALY[:1],
            "open",
            ("referral_decision",),
            id="ITA-deferred",
        ),
        pytest.param(
            steps("? request", "? occasion", "? observations_invited", "? observations_received"),
            ITALY,
            "open",
            ("transmitted", "assembly_action"),
            id="ITA-referred",
        ),
        pytest.param(
            steps(
                "? request",
                "? occasion",
                "? observations_invited",
                "? observations_received",
                "? transmitted",
            ),
            decisions("2011-12-12 found both"),
            "open",
            ("assembly_action", "council_action"),
            id="MWI-both",
        ),
        pytest.param(
            steps("? request", "? occasion", "? transmitted", "? none_recorded"),
            decisions("2010-08-27 informed both"),
            "closed",
            (),
            id="KEN-TCD-searched-and-none-recorded",
        ),
        pytest.param(
            steps(
                "? request",
                "? occasion",
                "? observations_invited",
                "? observations_received",
                "2017-12-18 leave_sought",
            ),
            JORDAN[:1],
            "open",
            ("leave_decision", "transmitted", "assembly_action", "council_action"),
            id="JOR-leave-sought",
        ),
        pytest.param(
            steps(
                "? request",
                "? occasion",
                "? observations_invited",
                "? observations_received",
                "2017-12-18 leave_sought",
            ),
            JORDAN[:2],
            "open",
            ("appeal_decision", "transmitted", "assembly_action", "council_action"),
            id="JOR-leave-granted",
        ),
        pytest.param(
            steps("? request", "? occasion", "? observations_invited", "? observations_received"),
            JORDAN,
            "closed",
            (),
            id="JOR-referral-reversed",
        ),
        pytest.param(steps("? request", "? occasion"), KENYA[:3], "open", ("new_decision",), id="KEN-remanded"),
    ],
)
def test_what_is_missing_from_the_record(walked, rows, status, expected):
    assert what_is_missing(walked, rows, status=status) == expected
