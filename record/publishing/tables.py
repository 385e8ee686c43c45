"""Rows in every form: cells for a page, CSV and JSON as streams. The same Columns, in the same order."""

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import batched

from django.http import StreamingHttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from record.amounts import grouped
from record.collection import get
from record.dated import machine_date, words_for
from record.exchange import as_text

CHUNK, LINES = 2000, 500  # rows fetched, and written out, at a time
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Cell:
    """A value as a page shows it: words, where they lead, the shape beside them, the machine's date."""

    column: object
    value: object
    words: str
    href: str = ""
    mark: str = ""
    machine: str = ""
    absent: str = ""
    links: tuple = ()  # of several references: (words, address) of each

    @property
    def unknown(self):
        return self.words == ""


class Names:
    """The names and addresses behind references: one query for each collection referred to, whatever the rows."""

    def __init__(self, tables):
        wanted = {}
        for columns, rows in tables:
            for place, column in enumerate(columns):
                if column.ref:
                    keys = wanted.setdefault(column.ref, set())
                    for row in rows:
                        keys.update(row[place] or () if column.kind == "refs" else [row[place]] if row[place] else [])
        self._found = {name: self._fetch(get(name), keys) for name, keys in wanted.items()}

    @staticmethod
    def _fetch(collection, keys):
        entries = collection.with_related(collection.model.objects.addressable()).filter(**{f"{collection.key}__in": keys})
        return {getattr(entry, collection.key): (str(entry), entry.get_absolute_url()) for entry in entries}

    def of(self, collection, key):
        """(name, address) of the entry with this key; its key and no address where it is not public."""
        return self._found.get(collection, {}).get(key, (key, ""))


def cell(column, value, names):
    """A value as a page shows it."""
    if value is None or value == "" or value == []:
        return Cell(column, value, "", absent=capfirst(str(column.absent)))
    if column.kind == "choice":
        return Cell(column, value, capfirst(str(dict(column.choices).get(value, value))), mark=column.marks.get(value, ""))
    if column.kind == "boolean":
        return Cell(column, value, _("Yes") if value else _("No"))
    if column.kind in ("date", "day"):
        text = as_text(value)
        return Cell(column, value, words_for(text), machine=machine_date(text))
    if column.kind == "ref":
        words, href = names.of(column.ref, value)
        return Cell(column, value, words, href)
    if column.kind == "refs":
        links = tuple(names.of(column.ref, key) for key in value)
        return Cell(column, value, ", ".join(words for words, _href in links), links=links)
    if column.kind == "list":
        return Cell(column, value, ", ".join(value))
    if column.kind == "url":
        return Cell(column, value, value, href=value)
    if column.kind == "amount":
        return Cell(column, value, grouped(value))
    return Cell(column, value, str(value))


def page_rows(collection, entries, day, columns, start, stop):
    """[(slug, [Cell])] of one page of entries."""
    slug = collection.column("slug")
    rows = list(collection.rows(entries, day, (slug, *columns))[start:stop])
    names = Names([((slug, *columns), rows)])
    return cells_of(columns, rows, names)


def cells_of(columns, rows, names):
    """[(slug, [Cell])] of rows that start with the slug."""
    return [(row[0], [cell(column, value, names) for column, value in zip(columns, row[1:], strict=True)]) for row in rows]


def plain(column, value):
    """A value for JSON: null for unknown, lists as lists, dates in EDTF."""
    if value in (None, ""):
        return [] if column.kind in ("list", "refs") else None
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def harmless(text):
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def csv_parts(answer):
    """The CSV of an answer in RFC 4180, some hundred lines at a time."""
    columns = answer.collection.columns
    texts = [column.kind == "text" for column in columns]
    yield csv_text([[column.name for column in columns]])
    for rows in batched(answer.collection.rows(answer.entries, answer.day).iterator(chunk_size=CHUNK), LINES):
        yield csv_text([harmless(as_text(value)) if text else as_text(value) for text, value in zip(texts, row, strict=True)] for row in rows)


def csv_text(rows):
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue()


def json_parts(answer, edition):
    """The JSON of an answer, some hundred rows at a time."""
    columns = answer.collection.columns
    head = {"collection": answer.collection.name, "edition": edition, "on": answer.day.isoformat(), "coverage": coverage_of(answer)}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "results": ['
    separator = "\n"
    for rows in batched(answer.collection.rows(answer.entries, answer.day).iterator(chunk_size=CHUNK), LINES):
        values = ({column.name: plain(column, value) for column, value in zip(columns, row, strict=True)} for row in rows)
        yield separator + ",\n".join(json.dumps(value, ensure_ascii=False) for value in values)
        separator = ",\n"
    yield "\n]}\n"


def coverage_of(answer):
    """How far the collection was searched for what is new, how and by whom; None where no sweep is recorded."""
    sweep = answer.coverage
    return sweep and {"swept_to": sweep.swept_to.isoformat(), "method": sweep.method, "swept_by": sweep.swept_by}


def csv_response(answer, edition):
    response = StreamingHttpResponse(answer.clocks.inside(csv_parts(answer)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="icctracker-{answer.collection.name}-edition-{edition or 0}.csv"'
    if answer.coverage:
        response["X-Coverage-Swept-To"] = answer.coverage.swept_to.isoformat()
    return response


def json_response(answer, edition):
    return StreamingHttpResponse(answer.clocks.inside(json_parts(answer, edition)), content_type="application/json; charset=utf-8")
