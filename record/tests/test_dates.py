"""Partial dates: the table of ISO 8601-2, properties, a second opinion, and agreement with the database."""

import calendar
import re
import warnings
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from record import dates
from record.models import Source
from record.tests import factories

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of its own parser
    import edtf

MARKS = st.sampled_from(["", "~", "?"])
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@st.composite
def partial_texts(draw):
    """Texts that are partial dates."""
    day = draw(DAYS).isoformat()
    return day[: draw(st.sampled_from([4, 7, 10]))] + draw(MARKS)


NEAR_MISSES = st.one_of(
    st.from_regex(re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?]?", re.ASCII), fullmatch=True),
    st.text(alphabet="0129-~?/.\n \u0663T:+X", max_size=11),
)
WILD = st.one_of(NEAR_MISSES, st.text(max_size=11))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2025", "2025-01-01", "2025-12-31", "year"),
        ("2025-04", "2025-04-01", "2025-04-30", "month"),
        ("2025-12", "2025-12-01", "2025-12-31", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2100-02", "2100-02-01", "2100-02-28", "month"),
        ("2000-02", "2000-02-01", "2000-02-29", "month"),
        ("2025-04-03", "2025-04-03", "2025-04-03", "day"),
        ("2025-04~", "2025-04-01", "2025-04-30", "month"),
        ("2025-04-03?", "2025-04-03", "2025-04-03", "day"),
        ("0001", "0001-01-01", "0001-12-31", "year"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
    ],
)
def test_a_partial_date_is_the_span_of_its_days(text, earliest, latest, precision):
    parsed = dates.parse(text)
    found = (parsed.earliest.isoformat(), parsed.latest.isoformat(), parsed.precision)
    assert found == (earliest, latest, precision)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "write 2025, 2025-04 or 2025-04-03"),
        ("soon", "write 2025, 2025-04 or 2025-04-03"),
        ("2025-4", "write 2025, 2025-04 or 2025-04-03"),
        ("3 April 2025", "write 2025, 2025-04 or 2025-04-03"),
        ("2025-04/2025-05", "write 2025, 2025-04 or 2025-04-03"),
        ("2025-04-03\n", "write 2025, 2025-04 or 2025-04-03"),
        ("٢٠٢٥", "write 2025, 2025-04 or 2025-04-03"),
        ("201X", "write 2025, 2025-04 or 2025-04-03"),
        ("2025~?", "write 2025, 2025-04 or 2025-04-03"),
        ("0000", "there is no year 0000"),
        ("2025-13", "there is no month 13"),
        ("2025-00", "there is no month 00"),
        ("2025-21", "there is no month 21"),
        ("2025-02-29", "2025-02 has no day 29"),
        ("2100-02-29", "2100-02 has no day 29"),
        ("2025-04-31", "2025-04 has no day 31"),
        ("2025-04-00", "2025-04 has no day 00"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text, reason):
    with pytest.raises(dates.NotADate, match=re.escape(reason)):
        dates.parse(text)


@pytest.mark.parametrize(("text", "exact"), [("2025-04-03", True), ("2025-04-03~", False), ("2025-04", False), ("2025", False)])
def test_only_an_unmarked_day_is_exact(text, exact):
    assert dates.parse(text).exact is exact


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2025-11-05", "2026-01-05", 61),
        ("2024-02-28", "2024-03-01", 2),
        ("2025-04-03", "2025-04-03", 0),
        ("2025-04-03", "2025-04-01", -2),
        ("2025-04", "2025-04-03", None),
        ("2025-04-03", "2025-04-05~", None),
    ],
)
def test_days_between_are_counted_between_exact_days_only(start, end, days):
    assert dates.days_between(start, end) == days


@given(partial_texts())
def test_a_parsed_date_keeps_its_text(text):
    assert dates.parse(text).text == text


@given(DAYS)
def test_a_day_round_trips(day):
    parsed = dates.parse(day.isoformat())
    assert (parsed.earliest, parsed.latest) == (day, day)


@given(partial_texts())
def test_a_span_never_ends_before_it_starts(text):
    parsed = dates.parse(text)
    assert parsed.earliest <= parsed.latest


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_has_as_many_days_as_the_calendar_says(year, month):
    parsed = dates.parse(f"{year:04}-{month:02}")
    assert (parsed.latest - parsed.earliest).days + 1 == calendar.monthrange(year, month)[1]


@given(st.integers(1, 9998))
def test_a_year_ends_on_the_day_before_the_next_one(year):
    assert dates.parse(f"{year:04}").latest + timedelta(days=1) == dates.parse(f"{year + 1:04}").earliest


@given(DAYS)
def test_a_day_lies_in_its_month_and_its_month_in_its_year(day):
    year, month = (dates.parse(day.isoformat()[:length]) for length in (4, 7))
    assert year.earliest <= month.earliest <= day <= month.latest <= year.latest


@given(partial_texts())
def test_a_mark_leaves_the_span_as_it_is(text):
    bare = text.rstrip("~?")
    spans = {(dates.parse(bare + mark).earliest, dates.parse(bare + mark).latest) for mark in ("", "~", "?")}
    assert len(spans) == 1


@given(WILD)
def test_garbage_is_refused_with_a_sentence_or_read(text):
    reason = ""
    try:
        dates.parse(text)
    except dates.NotADate as refusal:
        reason = str(refusal)
    assert not reason or re.search(r"is not a date: .+\.$", reason, re.DOTALL)


@settings(max_examples=60, deadline=None)
@given(partial_texts())
def test_edtf_reads_the_same_span(text):
    parsed, second = dates.parse(text), edtf.parse_edtf(text)
    spans = [tuple(edge[:3]) for edge in (second.lower_strict(), second.upper_strict())]
    assert spans == [parsed.earliest.timetuple()[:3], parsed.latest.timetuple()[:3]]


@settings(max_examples=60, deadline=None)
@given(NEAR_MISSES.filter(lambda text: "/" not in text))
def test_what_edtf_refuses_is_refused(text):
    try:
        edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        with pytest.raises(dates.NotADate):
            dates.parse(text)


@pytest.fixture
def source_in_database(db):
    return factories.make_source()


def span_in_database(source, text):
    """What the database makes of a text: its span, or None where it refuses."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE record_source SET published_on = %s WHERE id = %s", [text, source.pk])
            cursor.execute("SELECT published_on_earliest, published_on_latest FROM record_source WHERE id = %s", [source.pk])
            return cursor.fetchone()
    except (DatabaseError, ValueError):  # ValueError: characters that no text in PostgreSQL has
        return None


def span_in_python(text):
    try:
        parsed = dates.parse(text)
    except dates.NotADate:
        return None
    return parsed.earliest, parsed.latest


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=WILD.filter(bool))
def test_the_database_refuses_and_reads_the_same_texts(source_in_database, text):
    assert span_in_database(source_in_database, text) == span_in_python(text)


@pytest.mark.parametrize("text", ["0000", "2025-00", "2025-13", "2025-02-29", "2025-04-31", "2025-04-03T", "2025-04\n", "10000"])
def test_the_database_refuses_what_is_no_date(source_in_database, text):
    assert span_in_database(source_in_database, text) is None


def test_the_database_forgets_the_span_of_an_emptied_date(source_in_database):
    span_in_database(source_in_database, "2025-04")
    assert span_in_database(source_in_database, "") == (None, None)


def test_the_database_says_which_date_is_wrong_and_how_to_write_it(source_in_database):
    with pytest.raises(DatabaseError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE record_source SET published_on = '2025-13' WHERE id = %s", [source_in_database.pk])
    said = refused.value.__cause__.diag
    assert (said.constraint_name, said.message_primary[:11]) == ("is_a_date", "published_o")


@given(partial_texts())
def test_a_model_reads_the_span_off_its_text(text):
    parsed, source = dates.parse(text), Source(published_on=text)
    assert (source.published_on_earliest, source.published_on_latest) == (parsed.earliest, parsed.latest)


def test_nothing_can_set_a_span_that_its_text_does_not_have():
    source = Source(published_on="2025-04")
    source.published_on_latest = date(2030, 1, 1)
    assert source.published_on_latest == date(2025, 4, 30)
