"""Part C of the rules: what stands after appeal, and what the path under article 87(7) does not allow."""

import pytest

from cooperation.docket import finding_stands, problems
from cooperation.tests.rulings import ITALY, JORDAN, KENYA, MONGOLIA, decisions, net, steps


@pytest.mark.parametrize(
    ("rows", "outcome", "referral"),
    [
        pytest.param([], "", "", id="TJK-open"),
        pytest.param(decisions("2010-08-27 informed both"), "informed", "both", id="KEN-TCD-2010"),
        pytest.param(decisions("2011-05-12 informed both"), "informed", "both", id="DJI-2011"),
        pytest.param(decisions("2013-09-05 not_found"), "not_found", "none", id="NGA"),
        pytest.param(decisions("2017-07-06 found none"), "found", "none", id="ZAF"),
        pytest.param(decisions("2011-12-12 found both"), "found", "both", id="MWI"),
        pytest.param(decisions("2014-12-10 found unsc"), "found", "unsc", id="LBY"),
        pytest.param(decisions("2025-07-24 found asp"), "found", "asp", id="HUN"),
        pytest.param(MONGOLIA, "found", "asp", id="MNG-leave-refused-is-not-upheld"),
        pytest.param(ITALY[:1], "found", "deferred", id="ITA-deferred"),
        pytest.param(ITALY, "found", "asp", id="ITA-then-referred"),
        pytest.param(decisions("2025-10-17 found deferred", "2026-01-26 found none"), "found", "none", id="or-none"),
        pytest.param(KENYA[:1], "refused", "none", id="KEN-2014"),
        pytest.param(KENYA[:2], "refused", "none", id="KEN-leave-granted"),
        pytest.param(KENYA[:3], "remanded", "", id="KEN-remanded-is-open"),
        pytest.param(KENYA, "found", "asp", id="KEN-2016"),
        pytest.param(JORDAN[:2], "found", "both", id="JOR-before-the-appeal"),
        pytest.param(JORDAN, "found", "none", id="JOR-finding-stands-referral-reversed"),
        pytest.param(decisions("2017-12-11 found both", "2019-05-06 upheld none"), "found", "both", id="upheld"),
        pytest.param(decisions("2017-12-11 found both", "2019-05-06 reversed"), "reversed", "none", id="reversed"),
        pytest.param(
            decisions("2017-12-11 found both", "2019-05-06 reversed_in_part asp"),
            "found",
            "asp",
            id="narrowed",
        ),
        pytest.param(decisions("2017-12-11 found both", "2019-05-06 reversed_in_part"), "found", "none", id="silent"),
        pytest.param(decisions("2015-01-01 found asp", "2016-01-01 informed both"), "found", "both", id="told-again"),
        pytest.param(decisions("2015-01-01 found asp", "2016-01-01 found"), "found", "asp", id="found-again"),
    ],
)
def test_the_last_operative_decision_stands_on_each_limb(rows, outcome, referral):
    for order in (rows, rows[::-1]):
        assert net(order) == (outcome, referral)
        assert finding_stands(order) is (outcome == "found")


HEARD = steps("2024-09-10 observations_invited")


@pytest.mark.parametrize(
    ("walked", "rows", "situation", "status", "expected"),
    [
        pytest.param(HEARD, decisions("2024-10-24 found asp"), "ukraine", "open", [], id="MNG"),
        pytest.param(
            [],
            decisions("2024-10-24 found asp"),
            "ukraine",
            "open",
            ["finding_without_invitation_on_record"],
            id="MNG-without-the-step",
        ),
        pytest.param(
            steps("2024-10-25 observations_invited"),
            decisions("2024-10-24 found asp"),
            "ukraine",
            "open",
            ["finding_before_observations_invited"],
            id="heard-too-late",
        ),
        pytest.param(
            steps("? observations_invited"),
            decisions("2024-10-24 found"),
            "ukraine",
            "open",
            [],
            id="day-not-known",
        ),
        pytest.param([], decisions("2011-05-12 informed both"), "darfur", "closed", [], id="DJI-informed"),
        pytest.param(
            [],
            decisions("2013-09-05 not_found asp"),
            "darfur",
            "closed",
            ["referral_without_finding"],
            id="NGA-asp",
        ),
        pytest.param(
            [],
            decisions("2014-12-03 refused asp"),
            "kenya",
            "closed",
            ["referral_without_finding"],
            id="refused-asp",
        ),
        pytest.param(
            HEARD,
            decisions("2025-07-24 found both"),
            "palestine",
            "open",
            ["council_outside_its_situations"],
            id="HUN",
        ),
        pytest.param(
            HEARD,
            decisions("2025-07-24 found unsc"),
            "ukraine",
            "open",
            ["council_outside_its_situations"],
            id="unsc",
        ),
        pytest.param(HEARD, decisions("2024-12-10 found unsc"), "libya", "closed", [], id="LBY"),
        pytest.param(HEARD, ITALY, "libya", "closed", [], id="ITA-Assembly-only"),
        pytest.param([], KENYA[:3], "kenya", "closed", ["remand_without_new_decision"], id="KEN-closed-too-early"),
        pytest.param([], KENYA[:3], "kenya", "open", [], id="KEN-marked-open"),
        pytest.param(steps("2014-01-01 observations_invited"), KENYA, "kenya", "closed", [], id="KEN"),
        pytest.param(steps("2017-04-26 observations_invited"), JORDAN, "darfur", "closed", [], id="JOR"),
        pytest.param(
            HEARD,
            decisions("2024-10-24 found asp", "2024-11-29 upheld"),
            "ukraine",
            "closed",
            ["appeal_without_leave"],
            id="MNG-upheld",
        ),
        pytest.param(
            [*HEARD, *steps("2024-11-01 leave_granted")],
            decisions("2024-10-24 found asp", "2024-11-29 upheld"),
            "ukraine",
            "closed",
            [],
            id="leave-as-a-step",
        ),
        pytest.param(
            steps("2025-02-18 observations_invited", "2025-02-17 observations_received"),
            [],
            "libya",
            "open",
            ["steps_out_of_order"],
            id="answered-before-asked",
        ),
        pytest.param([], decisions("2024-11-29 leave_refused asp"), "ukraine", "open", [], id="leave-refers-nothing"),
    ],
)
def test_what_the_path_does_not_allow(walked, rows, situation, status, expected):
    assert problems(walked, rows, situation=situation, status=status) == expected
