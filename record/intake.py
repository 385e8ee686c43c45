"""From the texts of the data files to entries, sources and citations, with every bad cell named."""

import json
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError

from record import collection as registry
from record.exchange import CITATION_COLUMNS, LOGS, SOURCE_COLUMNS, Problem, changes_as_text, field_of, file_name, read_file
from record.models import Citation, Correction, Origin, Source, Stance

NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?", re.ASCII)
SIGNED = re.compile(r"-?[0-9]+", re.ASCII)


@dataclass
class Row:
    """An entry as the files have it: where it stood, its texts, the unsaved entry, its links and citations."""

    collection: registry.Collection
    line: int
    texts: dict
    entry: object
    links: dict = field(default_factory=dict)
    citations: list = field(default_factory=list)

    @property
    def file(self):
        return file_name(self.collection)

    def problem(self, column, reason):
        return Problem(self.file, self.line, column, reason)


class Intake:
    """Reads a folder. `rows` is {collection name: {slug: Row}}, `sources` {slug: Source}, `logs` {file: {texts: what they say}}.

    `problems` says what is wrong.
    """

    def __init__(self, folder):
        self.folder = Path(folder)
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}
        self.rows: dict[str, dict[str, Row]] = {}
        self.logs: dict[str, dict[tuple, object]] = {}
        self._by_key: dict[str, dict[str, object]] = {}
        self._read_sources()
        for collection in registry.collections():
            self._read_collection(collection)
        self._read_citations()
        for log in LOGS:
            self._read_log(log)
        self._require_support()
        self._require_use()

    def _read_sources(self):
        for line, texts in read_file(self.folder / "sources.csv", SOURCE_COLUMNS, self.problems):
            source = Source(**texts)
            if self._is_new("sources.csv", line, texts["slug"], self.sources):
                self.sources[texts["slug"]] = source
                self._clean(source, "sources.csv", line)

    def _read_collection(self, collection):
        rows = self.rows[collection.name] = {}
        keys = self._by_key[collection.name] = {}
        columns = collection.stored_columns
        for line, texts in read_file(self.folder / file_name(collection), [c.name for c in columns], self.problems):
            if not self._is_new(file_name(collection), line, texts["slug"], rows):
                continue
            row = rows[texts["slug"]] = Row(collection, line, texts, collection.model(origin=Origin.LOAD, slug=texts["slug"]))
            key = texts[collection.key]
            if key in keys:
                self.problems.append(row.problem(collection.key, f"“{key}” stands in the file already."))
            keys[key] = row.entry
        for row in rows.values():  # once all are known: one may point to another of its kind, further down
            for column in columns:
                if column.kind != "slug":
                    self._set(row, column, row.texts[column.name])
            self._clean(row.entry, row.file, row.line, {field_of(c): c.name for c in columns})

    def _read_citations(self):
        for line, texts in read_file(self.folder / "citations.csv", CITATION_COLUMNS, self.problems):
            row, name = self._cited(texts["fact"], line)
            source = self.sources.get(texts["source"])
            if source is None:
                self.problems.append(Problem("citations.csv", line, "source", f"“{texts['source']}” is not in sources.csv."))
            values = {key: texts[key] for key in CITATION_COLUMNS[2:]}
            citation = Citation(field=name, **values)
            self._clean(citation, "citations.csv", line)
            if row and source:
                citation.source = source
                row.citations.append(citation)

    def _cited(self, fact, line, file="citations.csv"):
        """The row and the field that a key of the data names: `findings/mng-2024-10-24#decided_on`."""
        address, _, name = fact.partition("#")
        collection_name, _, slug = address.partition("/")
        row = self.rows.get(collection_name, {}).get(slug)
        if row is None:
            self.problems.append(Problem(file, line, "fact", f"“{address}” is no entry of these files."))
            return None, ""
        columns = {column.name: field_of(column) for column in row.collection.cited_columns}
        if name and name not in columns:
            self.problems.append(Problem(file, line, "fact", f"{collection_name} has no column “{name}”."))
        return row, columns.get(name, "")

    def _read_log(self, log):
        things = self.logs[log.file] = {}
        for line, texts in read_file(self.folder / log.file, log.columns, self.problems):
            values = self._log_values(log, line, texts)
            if tuple(texts.values()) in things:
                self.problems.append(Problem(log.file, line, "", "This stands in the file already."))
            about = values.pop("about", None)
            thing = things[tuple(texts.values())] = log.model(**values)
            thing.about = about
            self._clean(thing, log.file, line)

    def _log_values(self, log, line, texts):
        """The values of a row of a log; `about`: the row of the entry that a correction is of."""
        values = dict(texts)
        if log.model is Correction:
            row, _field = self._cited(values.pop("fact"), line, log.file)
            values["changes"] = self._changes(log, line, texts)
            return {**values, "about": row}
        if "fact" in values:
            values["collection"], _slash, values["slug"] = values.pop("fact").partition("/")
        if registry.get(values["collection"]) not in registry.collections():
            self.problems.append(Problem(log.file, line, log.columns[0], f"“{values['collection']}” is no collection."))
        for name in {"swept_to", "read_on"} & set(values):
            values[name] = _day(text := values[name])
            if values[name] is None:
                self.problems.append(Problem(log.file, line, name, f"“{text}” is not a day: write 2025-04-03."))
        if slug := values.get("source"):
            values["source"] = self.sources.get(slug)
            if values["source"] is None:
                self.problems.append(Problem(log.file, line, "source", f"“{slug}” is not in sources.csv."))
        elif "source" in values:
            values["source"] = None
        return values

    def _changes(self, log, line, texts):
        """The changes of a correction; their text becomes the one that an export writes."""
        try:
            changes = json.loads(texts["changes"])
            texts["changes"] = changes_as_text(changes)
        except (ValueError, TypeError, KeyError):
            self.problems.append(Problem(log.file, line, "changes", "Not a list of {“field”, “before”, “after”} in JSON."))
            return []
        return changes

    def _require_use(self):
        """Only what is cited is public, and written back: a source that nothing cites would be lost."""
        used = {citation.source.slug for rows in self.rows.values() for row in rows.values() for citation in row.citations}
        for slug, source in self.sources.items():
            if slug not in used:
                self.problems.append(Problem(*source.read_at, "slug", f"No citation names “{slug}”."))

    def _require_support(self):
        for rows in self.rows.values():
            for row in rows.values():
                if not any(citation.stance == Stance.SUPPORTS for citation in row.citations):
                    self.problems.append(row.problem("slug", f"No source supports “{row.entry.slug}”: add a row to citations.csv."))

    def _is_new(self, file, line, slug, known):
        if slug and slug not in known:
            return True
        reason = f"“{slug}” stands in the file already." if slug else "The key is empty."
        self.problems.append(Problem(file, line, "slug", reason))
        return False

    def _set(self, row, column, text):
        name = field_of(column)
        if not text:
            if column.required:
                self.problems.append(row.problem(column.name, "Empty, but every entry of this kind has it."))
            return
        if column.kind == "ref":
            target = self._target(row, column, text)
            if target is not None:
                setattr(row.entry, name, target)
        elif column.kind == "refs":
            keys = sorted(text.split(";"))
            twice = sorted({key for key in keys if keys.count(key) > 1})
            self.problems += [row.problem(column.name, f"“{key}” stands in the list twice.") for key in twice]
            row.texts[column.name] = ";".join(keys)
            row.links[name] = [self._target(row, column, key) for key in keys]
        elif column.kind == "day":
            day = _day(text)
            setattr(row.entry, name, day)
            if day is None:
                self.problems.append(row.problem(column.name, f"“{text}” is not a day: write 2025-04-03."))
        elif column.kind in ("number", "amount") and not NUMBER.fullmatch(text):
            self.problems.append(row.problem(column.name, f"“{text}” is not a number: write all its digits, in the unit of the column."))
        elif column.kind == "signed" and not SIGNED.fullmatch(text):
            self.problems.append(row.problem(column.name, f"“{text}” is not a whole number, with a minus in front where it is one."))
        elif column.kind == "boolean":
            setattr(row.entry, name, text == "true")
            if text not in ("true", "false"):
                self.problems.append(row.problem(column.name, f"“{text}” is neither true nor false."))
        else:
            setattr(row.entry, name, text.split(";") if column.kind == "list" else text)

    def _target(self, row, column, key):
        target = self._by_key.get(column.ref, {}).get(key)
        if target is None:
            self.problems.append(row.problem(column.name, f"“{key}” is not in {column.ref}."))
        return target

    def _clean(self, thing, file, line, names=None):
        """Field rules, in the model's own words. Constraints and uniqueness are the database's part."""
        thing.read_at = (file, line)
        skip = {f.name for f in thing._meta.concrete_fields if f.is_relation or f.name == "object_id"}
        skip |= {problem.column for problem in self.problems if (problem.file, problem.line) == (file, line)}
        try:
            thing.clean_fields(exclude=skip)
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                self.problems.append(Problem(file, line, (names or {}).get(name, name), " ".join(messages)))


def _day(text):
    """The day written so, and in no other way of ISO 8601; or None."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None
