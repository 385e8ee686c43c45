"""Partial dates in the reader's words: “24 July 2025”, “April 2025”, “about 2011”."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from record import dates

NBSP = "\u00a0"


def words_for(text):
    """EDTF text in words, in the active language; empty for unknown, itself where it is no date."""
    if not text:
        return ""
    try:
        partial = dates.parse(text)
    except dates.NotADate:
        return text
    pattern = {"day": "j F Y", "month": "F Y", "year": "Y"}[partial.precision]
    words = date_format(partial.earliest, pattern).replace(" ", NBSP)
    if partial.mark == "~":
        return _("about %(date)s") % {"date": words}
    if partial.mark == "?":
        return _("%(date)s (uncertain)") % {"date": words}
    return words


def machine_date(text):
    """The value of `<time datetime>`: the date without its mark, as HTML allows."""
    return text.rstrip("~?") if text else ""
