"""The data files: the record as CSV, read and written through the same Columns.

One file for each collection (its stored columns), `sources.csv`, `citations.csv`, and the logs: `coverage.csv`,
`corrections.csv`, `readings.csv` and `differences.csv`, whose rows are never changed. RFC 4180, UTF-8, LF, sorted by key; references by public key, partial dates in EDTF, lists joined by `;`, empty for unknown.
"""

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from record.collection import Collection, Column, collections
from record.models import Citation, Correction, OfAnEntry, Reading, Source, Sweep, SweepDifference

SOURCE_COLUMNS = ("slug", "kind", "title", "publisher", "published_on", "document_no", "url", "language", "archived_url")
CITATION_COLUMNS = ("fact", "source", "locator", "stance", "rival_value", "reason", "consulted", "quotation")


@dataclass(frozen=True)
class Log:
    """A file of what is written once and never changed."""

    file: str
    model: type
    columns: tuple[str, ...]


LOGS = (
    Log("corrections.csv", Correction, ("fact", "kind", "what_was_wrong", "asked_by", "changes")),
    Log("coverage.csv", Sweep, ("collection", "swept_to", "method", "swept_by")),
    Log("readings.csv", Reading, ("fact", "read_on", "read_by", "verdict", "source", "what_was_read")),
    Log("differences.csv", SweepDifference, ("fact", "column", "record", "sweep", "settled", "source", "why")),
)


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong with a cell, a row or a file, and where. Line 1 is the header."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self):
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.column}: {self.reason}" if self.column else f"{place}: {self.reason}"


def file_name(collection: Collection) -> str:
    return collection.name.replace("-", "_") + ".csv"


def read_file(path: Path, columns, problems):
    """[(line, {column: text})] of a file; what cannot be read becomes a Problem."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        problems.append(Problem(path.name, 0, "", "The file is missing."))
        return []
    except UnicodeDecodeError as error:
        problems.append(Problem(path.name, 0, "", f"Not UTF-8: byte {error.start} cannot be read."))
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if header != list(columns):
            problems.append(Problem(path.name, 1, "", f"The header must be: {','.join(columns)}"))
            return []
        return list(_rows(path.name, reader, columns, problems))
    except csv.Error as error:
        problems.append(Problem(path.name, reader.line_num, "", f"Not CSV (RFC 4180): {error}."))
        return []


def _rows(name, reader, columns, problems):
    line = reader.line_num + 1
    for cells in reader:
        if len(cells) != len(columns):
            problems.append(Problem(name, line, "", f"{len(cells)} cells where the header has {len(columns)}."))
        else:
            row = dict(zip(columns, cells, strict=True))
            for column, cell in row.items():
                if cell != cell.strip() or "\x00" in cell:
                    problems.append(Problem(name, line, column, "Starts or ends with a space, or has a character that no text has."))
            yield line, row
        line = reader.line_num + 1


def write_file(path: Path, columns, rows):
    """Write rows of texts, sorted as given."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def as_text(value) -> str:
    """A column's value as it stands in a data file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ";".join(str(item) for item in value)
    return str(value)


def stored_rows(collection: Collection, day: date):
    """The published entries of a collection as rows of texts, sorted by key (here, not by the database's language)."""
    rows = collection.rows(collection.model.objects.public(), day, collection.stored_columns)
    return sorted([as_text(value) for value in row] for row in rows)


def source_rows():
    """The sources that public entries cite, as rows of texts."""
    cited = set()
    for collection in collections():
        cited |= set(collection.model.objects.public().filter(citations__isnull=False).values_list("citations__source_id", flat=True))
    return sorted(list(row) for row in Source.objects.filter(pk__in=cited).values_list(*SOURCE_COLUMNS))


def citation_rows():
    """The citations of the published entries, as rows of texts, sorted by fact."""
    rows = []
    for collection in collections():
        slugs = dict(collection.model.objects.public().values_list("pk", "slug"))
        cited = Citation.objects.filter(
            content_type__app_label=collection.model._meta.app_label, content_type__model=collection.model._meta.model_name
        )
        for citation in cited.select_related("source"):
            if citation.object_id in slugs:
                fact = fact_key(collection, slugs[citation.object_id], citation.field)
                rows.append([fact, citation.source.slug, *(getattr(citation, name) for name in CITATION_COLUMNS[2:])])
    return sorted(rows)


def log_rows(log, *, hidden_too=False):
    """The rows of a log as texts; unless asked for, without those about entries that are not public."""
    things = log.model.objects.all()
    if "fact" in log.columns:
        things = things.select_related("source") if issubclass(log.model, OfAnEntry) else things.prefetch_related("entry")
        hidden = () if hidden_too else hidden_keys()
        things = [thing for thing in things if thing.fact not in hidden]
    return sorted([_log_text(thing, name) for name in log.columns] for thing in things)


def _log_text(thing, name):
    value = getattr(thing, name)
    if name == "changes":
        return changes_as_text(value)
    return value.slug if isinstance(value, Source) else as_text(value)


def changes_as_text(changes):
    """The changes of a correction as JSON, their names always in this order."""
    return json.dumps([{name: change[name] for name in ("field", "before", "after")} for change in changes], ensure_ascii=False)


def hidden_keys(of=None):
    """The keys of entries that are not public, of all collections or some: what is logged of them is not shown either."""
    return {
        f"{collection.name}/{slug}"
        for collection in of or collections()
        for slug in collection.model.objects.exclude(pk__in=collection.model.objects.public().values("pk")).values_list("slug", flat=True)
    }


def fact_key(collection, slug, field):
    """`collection/slug`, or `collection/slug#column` for one of its columns."""
    name = next((column.name for column in collection.stored_columns if field and field_of(column) == field), field)
    return f"{collection.name}/{slug}" + (f"#{name}" if field else "")


def field_of(column: Column) -> str:
    """The model's field that a citation of this column names."""
    return column.source_path.split("__")[0].removesuffix("_id")
