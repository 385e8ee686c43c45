"""Loads the data files into the database: all or nothing.

An empty database is filled in one edition. A database that only loads have touched takes the differences
as one more edition. Where editors have worked, the database is the record: what is new in the files
becomes drafts for review, what differs is reported, and no published entry changes.
"""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from record import derived, invariants, workflow
from record.collection import collections
from record.day import today
from record.exchange import CITATION_COLUMNS, LOGS, SOURCE_COLUMNS, Problem, field_of, log_rows, stored_rows
from record.intake import Intake
from record.invariants import Severity
from record.models import Citation, Edition, EditionKind, Origin, Source, Status
from record.refusals import place_of


class BadData(Exception):
    """The files cannot be loaded; `problems` says where and why. Nothing was changed."""

    def __init__(self, problems):
        self.problems = sorted(problems)
        super().__init__(f"{len(self.problems)} problems in the data files; nothing was loaded.")


@dataclass
class Report:
    """What a load did. `added`, `changed` and `drafted` count entries by collection."""

    edition: int | None = None
    added: dict = field(default_factory=dict)
    changed: dict = field(default_factory=dict)
    drafted: dict = field(default_factory=dict)
    logged: dict = field(default_factory=dict)  # new rows of each log: sweeps, readings, differences
    differing: list = field(default_factory=list)  # keys of entries and rows of logs that the files have otherwise, left alone
    absent: list = field(default_factory=list)  # keys of published entries and of rows of logs that the files do not have


def load(folder, say=lambda line: None) -> Report:
    """Load a folder of data files; raises BadData with every problem found."""
    intake = Intake(folder)
    if intake.problems:
        raise BadData(intake.problems)
    with transaction.atomic():
        return _Load(intake, say).run()


def editors_have_worked() -> bool:
    """Whether anything in the database was written, read or changed by a person."""
    if Edition.objects.filter(by__isnull=False).exists():
        return True
    written = [c.model.objects.filter(origin=Origin.EDITOR).exists() for c in collections()]
    return any(written)


class _Load:
    def __init__(self, intake, say):
        self.intake, self.say, self.report = intake, say, Report()
        self.new, self.differing, self.problems = {}, {}, []
        self.logs = {}

    def run(self):
        self._compare()
        self._compare_logs()
        if not any([*self.new.values(), *self.differing.values(), *self.logs.values(), self._sources_differ()]):
            return self.report
        if editors_have_worked():
            self._draft_what_is_new()
        else:
            with workflow.edition("Loaded from the data files", kind=EditionKind.LOAD) as edition:
                self.report.edition = edition.number
                self._publish()
                self._write_logs(edition)
                self.say("computing what follows from the record")
                derived.recompute()
                self._stop_if_a_rule_is_broken()
            connection.check_constraints()
        return self.report

    def _compare(self):
        """Sort the rows into new, differing and same, by their texts and those of their citations."""
        day = today()
        for collection in collections():
            rows = self.intake.rows[collection.name]
            existing = dict(collection.model.objects.values_list("slug", "pk"))
            public = {texts[0]: texts for texts in stored_rows(collection, day)}
            cited = _citations_in_database(collection)
            self.new[collection.name], self.differing[collection.name] = [], []
            for slug, row in rows.items():
                row.entry.pk = existing.get(slug)
                if row.entry.pk is None:
                    self.new[collection.name].append(row)
                elif slug in public and (list(row.texts.values()) != public[slug] or _citation_texts(row) != cited.get(row.entry.pk, [])):
                    self.differing[collection.name].append(row)
            self.report.absent += [f"{collection.name}/{slug}" for slug in public if slug not in rows]

    def _compare_logs(self):
        """A row of a log is never changed: those that the database does not have are new."""
        for log in LOGS:
            known = {tuple(texts) for texts in log_rows(log, hidden_too=True)}
            given = self.intake.logs[log.file]
            self.logs[log.model] = [thing for texts, thing in given.items() if texts not in known]
            self.report.absent += sorted(f"{log.file.removesuffix('.csv')}/{texts[0]}#{texts[1]}" for texts in known - set(given))

    def _sources_differ(self):
        known = {row[0]: list(row) for row in Source.objects.values_list(*SOURCE_COLUMNS)}
        changed = []
        for slug, source in self.intake.sources.items():
            texts = [getattr(source, name) for name in SOURCE_COLUMNS]
            if known.get(slug) not in (None, texts):
                changed.append(slug)
        return changed

    # Where only loads have been at work

    def _publish(self):
        self._save_sources()
        now = timezone.now()
        for collection in collections():
            new, differing = self.new[collection.name], self.differing[collection.name]
            for row in new:
                row.entry.status, row.entry.published_at = Status.PUBLISHED, now
            self._insert(collection, new)
            for row in differing:
                self._update(row)
            if new or differing:
                self.say(f"{collection.name}: {len(new)} added, {len(differing)} changed")
            self.report.added[collection.name], self.report.changed[collection.name] = len(new), len(differing)
        self._cite([row for rows in self.new.values() for row in rows])
        self._stop_if_refused()
        tables = [model._meta.db_table for model in (Source, Citation, *(c.model for c in collections()))]
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(map(connection.ops.quote_name, tables))}")

    def _write_logs(self, edition):
        for model, things in self.logs.items():
            for thing in things:
                thing.edition = edition
                if getattr(thing, "source", None):
                    thing.source = self.intake.sources[thing.source.slug]
                if thing.about:
                    thing.content_type, thing.object_id = ContentType.objects.get_for_model(thing.about.entry), thing.about.entry.pk
            self._insert_all(model, things)
            self.report.logged[str(model._meta.verbose_name_plural)] = len(things)
        self._stop_if_refused()

    def _save_sources(self, overwrite=True):
        known = dict(Source.objects.values_list("slug", "pk"))
        for slug, source in self.intake.sources.items():
            source.pk = known.get(slug)
        self._insert_all(Source, [source for source in self.intake.sources.values() if source.pk is None])
        for slug in self._sources_differ() if overwrite else ():
            self.intake.sources[slug].save()

    def _insert(self, collection, rows):
        """Those that point to others of their kind come after them."""
        links = [field.name for field in collection.model._meta.concrete_fields if field.related_model is collection.model]
        waiting = list(rows)
        while waiting:
            ahead = {id(row.entry) for row in waiting}
            held_up = [row for row in waiting if any(id(getattr(row.entry, name)) in ahead for name in links)]
            if len(held_up) == len(waiting):
                self.problems += [row.problem(links[0], "It points to others of its kind, and they back to it: a circle.") for row in held_up]
                break
            late = {id(row) for row in held_up}
            self._insert_all(collection.model, [row.entry for row in waiting if id(row) not in late and _stands(row)])
            waiting = held_up
        self._link([row for row in rows if row.entry.pk])

    def _insert_all(self, model, things):
        """Insert at once; where the database refuses, one by one, to note which rows and why."""
        try:
            with transaction.atomic():
                model.objects.bulk_create(things, batch_size=500)
            return
        except DatabaseError:
            for thing in things:
                thing.pk = None
        for thing in things:
            try:
                with transaction.atomic():
                    thing.save(force_insert=True)
            except DatabaseError as error:
                self.problems.append(Problem(*thing.read_at, _column(error, thing), _words(error, model)))

    def _stop_if_refused(self):
        """Every row has been tried: whatever the database refused is known."""
        if self.problems:
            raise BadData(self.problems)

    def _stop_if_a_rule_is_broken(self):
        """The record as it would stand is held to the rules that refuse publication."""
        for rule, offence in invariants.broken(Severity.BLOCKING):
            file, line = self._place(offence.key)
            self.problems.append(Problem(file, line, "", f"{offence.key}: {offence.sentence} ({rule.key})".removeprefix(": ")))
        self._stop_if_refused()

    def _place(self, key):
        """The file and the line of an entry; line 0 where the files do not have it."""
        name, _slash, slug = key.partition("/")
        row = self.intake.rows.get(name, {}).get(slug)
        return (row.file, row.line) if row else (f"{name or 'record'}.csv".replace("-", "_"), 0)

    def _link(self, rows):
        for row in rows:
            for name, targets in row.links.items():
                link = row.entry._meta.get_field(name)
                through, own, other = link.remote_field.through, link.m2m_field_name(), link.m2m_reverse_field_name()
                try:
                    with transaction.atomic():
                        through.objects.bulk_create(through(**{own: row.entry, other: target}) for target in targets)
                except DatabaseError as error:
                    self.problems.append(row.problem(name, _words(error, through)))

    def _update(self, row):
        if not _stands(row):
            return
        current = row.collection.model.objects.get(pk=row.entry.pk)
        for column in row.collection.stored_columns:
            if column.kind not in ("slug", "refs"):
                setattr(current, field_of(column), getattr(row.entry, field_of(column)))
        try:
            with transaction.atomic():
                current.save()
        except DatabaseError as error:
            self.problems.append(row.problem(_column(error, row.entry), _words(error, row.collection.model)))
            return
        for name in row.links:
            link = current._meta.get_field(name)
            link.remote_field.through.objects.filter(**{link.m2m_field_name(): current}).delete()
        self._link([row])
        current.citations.all().delete()
        self._cite([row])

    def _cite(self, rows):
        types = ContentType.objects.get_for_models(*(c.model for c in collections()))
        cited = []
        for row in rows:
            for citation in row.citations:
                citation.content_type, citation.object_id = types[row.collection.model], row.entry.pk
                citation.source = self.intake.sources[citation.source.slug]
                if row.entry.pk and citation.source.pk:
                    cited.append(citation)
        self._insert_all(Citation, cited)

    # Where editors have worked

    def _draft_what_is_new(self):
        self._save_sources(overwrite=False)
        for collection in collections():
            new = self.new[collection.name]
            self._insert(collection, new)
            if new:
                self.report.drafted[collection.name] = len(new)
            self.report.differing += [f"{collection.name}/{row.entry.slug}" for row in self.differing[collection.name]]
        self._cite([row for rows in self.new.values() for row in rows])
        self._stop_if_refused()
        self.report.differing += [thing.key for things in self.logs.values() for thing in things]


def _stands(row):
    """Whether all that a row points to is in the database: where it was refused, the problem is not this row's."""
    pointed_at = [getattr(row.entry, field_of(column)) for column in row.collection.stored_columns if column.kind == "ref"]
    pointed_at += [target for targets in row.links.values() for target in targets]
    return all(target is None or target.pk for target in pointed_at)


def _citation_texts(row):
    return sorted([c.field, c.source.slug, *(getattr(c, name) for name in CITATION_COLUMNS[2:])] for c in row.citations)


def _citations_in_database(collection):
    """{pk of the entry: sorted texts of its citations}."""
    found = {}
    for citation in Citation.objects.filter(content_type=ContentType.objects.get_for_model(collection.model)).select_related("source"):
        texts = [citation.field, citation.source.slug, *(getattr(citation, name) for name in CITATION_COLUMNS[2:])]
        found.setdefault(citation.object_id, []).append(texts)
    return {pk: sorted(texts) for pk, texts in found.items()}


def _column(error, thing):
    """The column that the refusal is about; empty: the row as a whole."""
    place = place_of(error, thing)
    kind = next((collection for collection in collections() if collection.model is type(thing)), None)
    return next((column.name for column in kind.stored_columns if field_of(column) == place), place) if kind else place


def _words(error, model):
    """What the database refused, in the sentence that the constraint carries."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    for constraint in model._meta.constraints:
        if constraint.name == name and constraint.violation_error_message:
            return str(constraint.violation_error_message)
    if getattr(diagnosis, "sqlstate", None) == "23505":  # a unique column, which has no sentence of its own
        return f"Another entry has this already: {diagnosis.message_detail}"
    return getattr(diagnosis, "message_primary", None) or str(error)
