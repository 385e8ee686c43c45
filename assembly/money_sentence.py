"""The money in sentences: the latest budget, what the chart tells, whether parts sum to their total."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from assembly.chart import MILLION
from record.amounts import grouped


def sentence(money):
    """The latest amount approved, how it has risen, and the years after it for which none was found."""
    if money.latest is None:
        return _("No amount that the Assembly approved is on record.")
    parts = [_latest(money.latest), _rise(money.rise), _not_found(money.later_unknown)]
    parts += [_assessed(year) for year in money.later_unknown if year.budget.assessed_eur is not None]
    return " ".join(part for part in parts if part)


def _latest(year):
    words = {
        "both": _("The Assembly approved %(amount)s euros for %(year)s, and %(together)s with the host State loan."),
        "without_loan": _("The Assembly approved %(amount)s euros for %(year)s, without the host State loan."),
        "with_loan": _("The Assembly approved %(together)s euros for %(year)s, with the host State loan."),
    }[year.basis]
    return words % {"year": year.year, "amount": grouped(year.budget.approved_eur), "together": grouped(year.budget.approved_with_loan_eur)}


def _rise(rise):
    if rise is None:
        return ""
    year, percent = rise
    words = _("That is %(percent)s per cent more than for %(year)s on the same basis, before inflation.")
    if percent < 0:
        words = _("That is %(percent)s per cent less than for %(year)s on the same basis, before inflation.")
    return words % {"percent": abs(percent), "year": year}


def _not_found(years):
    return _("The amount approved for %(years)s was not found.") % {"years": listed(years)} if years else ""


def _assessed(year):
    words = _("For %(year)s, States Parties were to be assessed %(amount)s euros.")
    return words % {"year": year.year, "amount": grouped(year.budget.assessed_eur)}


def listed(years):
    """“2003, 2005 and 2006”."""
    return get_text_list([str(year.year) for year in years], _("and"))


def story(money):
    """What the chart shows, for those who do not see it."""
    known = [year for year in money.years if year.basis]
    parts = [
        _("Years from %(first)s to %(last)s, in millions of euros, from nought.") % {"first": money.years[0].year, "last": money.years[-1].year},
        _series(_("Approved without the host State loan"), known, "approved_eur"),
        _series(_("Approved with the host State loan"), known, "approved_with_loan_eur"),
        _not_found([year for year in money.years if not year.basis]),
    ]
    return " ".join(part for part in parts if part)


def _series(name, years, field):
    """“Approved with the host State loan, 8 years: 144.6 for 2017, 187.1 for 2024.”"""
    values = [(getattr(year.budget, field), year.year) for year in years if getattr(year.budget, field) is not None]
    if not values:
        return ""
    ends = [
        _("%(amount)s for %(year)s") % {"amount": f"{amount / MILLION:.1f}", "year": year} for amount, year in dict.fromkeys((values[0], values[-1]))
    ]
    return _("%(name)s, years known %(count)s: %(ends)s.") % {"name": name, "count": len(values), "ends": ", ".join(ends)}


def sums_words(without, together):
    """Whether parts sum to the totals, a sentence for each basis on which there are any."""
    bases = ((without, _("Without the host State loan")), (together, _("With the host State loan")))
    return [_sum_words(added, basis) for added, basis in bases if added]


def _sum_words(added, basis):
    said = _("%(basis)s: the parts do not sum to the total: they make %(sum)s euros, the total is %(total)s, the difference %(difference)s.")
    if added.total is None:
        said = _("%(basis)s: the parts on record make %(sum)s euros; the total is not on record.")
    elif not added.whole:
        said = _("%(basis)s: only some parts are on record; they make %(sum)s of %(total)s euros.")
    elif added.agrees:
        said = _("%(basis)s: the parts sum to the total, %(sum)s euros.")
    difference = "" if added.difference is None else signed(added.difference)
    return said % {"basis": basis, "sum": grouped(added.parts), "total": grouped(added.total), "difference": difference}


def signed(difference):
    """“+3 020 600”, “−1 200”, with a true minus."""
    return f"{'−' if difference < 0 else '+' if difference else ''}{grouped(abs(difference))}"
