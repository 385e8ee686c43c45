"""Amounts in the reader's words: digits in groups of three, held together."""

from django.utils.formats import get_format
from django.utils.numberformat import format as format_number

NARROW = "\u202f"  # narrow no-break space


def grouped(value):
    """“144 587 300”; empty for unknown."""
    if value is None or value == "":
        return ""
    return format_number(value, get_format("DECIMAL_SEPARATOR"), grouping=3, thousand_sep=NARROW, force_grouping=True)
