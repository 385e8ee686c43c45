"""Decisions and steps of the worked examples, written short."""

from datetime import date

from cooperation.docket import Decision, Step, net_outcome, net_referral


def day(text):
    return date.fromisoformat(text)


def decisions(*texts):
    """`decisions("2017-12-11 found both")`: day, outcome, referral."""
    split = (text.split() for text in texts)
    return [Decision(outcome, day(on), *referral) for on, outcome, *referral in split]


def steps(*texts):
    """`steps("2025-02-18 observations_invited", "? request")`: day or ?, kind."""
    split = (text.split() for text in texts)
    return [Step(kind, None if on == "?" else day(on)) for on, kind in split]


def net(rows):
    """What stands on the two limbs, the finding and the referral."""
    return net_outcome(rows), net_referral(rows)


KENYA = decisions("2014-12-03 refused none", "2015-03-09 leave_granted", "2015-08-19 remanded", "2016-09-19 found asp")
JORDAN = decisions("2017-12-11 found both", "2018-02-21 leave_granted", "2019-05-06 reversed_in_part none")
MONGOLIA = decisions("2024-10-24 found asp", "2024-11-29 leave_refused")
ITALY = decisions("2025-10-17 found deferred", "2026-01-26 found asp")
