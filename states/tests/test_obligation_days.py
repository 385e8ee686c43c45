"""Part A of the rules: the day a deposit or a notice of withdrawal takes effect."""

import pytest

from states.membership import entry_into_force, withdrawal_effective
from states.tests.histories import day


@pytest.mark.parametrize(
    ("deposit", "since"),
    [
        pytest.param("1999-02-02", "2002-07-01", id="SEN-first"),
        pytest.param("2002-04-11", "2002-07-01", id="JOR-COD-NER-on-the-day-of-the-60th"),
        pytest.param("2002-05-15", "2002-08-01", id="GRC-not-with-the-sixty"),
        pytest.param("2002-06-28", "2002-09-01", id="GMB"),
        pytest.param("2002-07-01", "2002-09-01", id="AUS-HND"),
        pytest.param("2002-12-03", "2003-03-01", id="VCT-60th-day-is-a-1st"),
        pytest.param("2003-01-31", "2003-05-01", id="ALB-60th-day-is-a-1st"),
        pytest.param("2012-04-02", "2012-07-01", id="GTM-60th-day-is-a-1st"),
        pytest.param("2006-11-01", "2007-01-01", id="TCD-60th-day-ends-a-month"),
        pytest.param("2011-12-02", "2012-02-01", id="VUT-60th-day-ends-a-month"),
        pytest.param("2004-09-21", "2004-12-01", id="BDI"),
        pytest.param("2011-08-30", "2011-11-01", id="PHL"),
        pytest.param("2024-10-25", "2025-01-01", id="UKR"),
        pytest.param("2023-11-14", "2024-02-01", id="ARM"),
        pytest.param("2015-01-02", "2015-04-01", id="PSE"),
        pytest.param("2011-09-21", "2011-12-01", id="MDV"),
        pytest.param("2019-11-26", "2020-02-01", id="KIR"),
        pytest.param("2008-07-18", "2008-10-01", id="COK"),
        pytest.param("2007-07-17", "2007-10-01", id="JPN"),
        pytest.param("2013-02-15", "2013-05-01", id="CIV"),
        pytest.param("2002-04-12", "2002-07-01", id="the-day-after-the-60th-deposit"),
    ],
)
def test_the_statute_enters_into_force_after_the_sixtieth_day(deposit, since):
    assert entry_into_force(day(deposit)) == day(since)


@pytest.mark.parametrize(
    ("received", "later", "expected"),
    [
        pytest.param("2016-10-27", None, "2017-10-27", id="one-year"),
        pytest.param("2016-10-27", "2018-01-01", "2018-01-01", id="later-day-named"),
        pytest.param("2016-10-27", "2017-01-01", "2017-10-27", id="earlier-day-is-not-allowed"),
        pytest.param("2016-10-27", "2016-10-27", "2017-10-27", id="immediate-effect-is-not-allowed"),
        pytest.param("2024-02-29", None, "2025-03-01", id="29-february"),
    ],
)
def test_a_withdrawal_takes_effect_after_one_year_or_later(received, later, expected):
    assert withdrawal_effective(day(received), day(later) if later else None) == day(expected)
