"""Which entries readers saw change in which editions: one query over the history, cut to a page by the database.

It counts as `chronicles` tells: what was written anew with the same values, what changed in a draft or while an
entry was held is no change.
"""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import EmptyResultSet
from django.db import connection

from record.chronicle import sql
from record.chronicle.computed import computed_for
from record.chronicle.recorded import CITATION_FIELDS, SOURCE_FIELDS, history_of, link_columns, own_columns
from record.collection import get
from record.models import Citation, Correction, Source


class Changes:
    """Of the entries in `chosen`, {name of the collection: QuerySet of addressable entries}, in the editions `first` to `last` or in `numbers`."""

    def __init__(self, chosen, *, first=1, last=None, numbers=None):
        self.span = sql.among(numbers) if numbers is not None else sql.between(first, last)
        self.places, self.heads, self.params = [], [], []
        for name, entries in chosen.items():
            self._take(get(name), entries)

    def _take(self, collection, entries):
        keys = dict.fromkeys(["id", *(computed.key for computed in computed_for(collection.name))])
        try:
            text, params = entries.order_by().values(*keys).query.sql_with_params()
        except EmptyResultSet:
            return
        self.heads.append(f"chosen_{len(self.places)} AS MATERIALIZED ({text})")
        self.params += params
        self.places.append(collection)

    def page(self, start, stop):
        """(how many in all, [(number of the edition, name of the collection, pk)]), newest edition first."""
        rows = self._rows(
            "SELECT edition, place, pk, count(*) OVER () FROM changed ORDER BY edition DESC, place, pk LIMIT %s OFFSET %s", [stop - start, start]
        )
        if not rows and start:
            return self._rows("SELECT count(*) FROM changed")[0][0], []
        return (rows[0][3] if rows else 0), [(edition, self.places[place].name, pk) for edition, place, pk, _total in rows]

    def by_edition(self, some):
        """{number: {name of the collection: (how many entries, primary keys of the first few)}}"""
        found = {}
        rows = self._rows(
            "SELECT edition, place, count(*), (array_agg(pk ORDER BY pk))[1:%s] FROM changed GROUP BY edition, place ORDER BY edition, place", [some]
        )
        for edition, place, count, pks in rows:
            found.setdefault(edition, {})[self.places[place].name] = (count, pks)
        return found

    def _rows(self, select, params=()):
        if not self.places:
            return [(0,)] if select.startswith("SELECT count") else []
        heads = [*self.heads, *self._about(), f"changed (edition, place, pk) AS ({' UNION '.join(self._parts())})"]
        with connection.cursor() as cursor:
            cursor.execute(f"WITH {', '.join(heads)} {select}", [*self.params, *params])
            return cursor.fetchall()

    def _about(self):
        """What changed beside the entries' own rows: (edition, content type, entry, whether it is told of a retracted one too)."""
        types = {ContentType.objects.get_for_model(c.model).pk: place for place, c in enumerate(self.places)}
        citation, owner, among = history_of(Citation), ("content_type_id", "object_id"), sql.among(types)
        parts = [
            f"SELECT edition, content_type_id, object_id, false FROM cited WHERE content_type_id {among}",
            "SELECT s.edition, c.content_type_id, c.object_id, false FROM sourced s JOIN cited_during c "
            f"ON c.source_id = s.source_id AND {sql.during('c', 's.edition')} AND c.content_type_id {among}",
            f"SELECT edition_id, content_type_id, object_id, true FROM {Correction._meta.db_table} "
            f"WHERE edition_id {self.span} AND content_type_id {among}",
        ]
        for content_type, place in types.items():
            for model, owned_by, key, fields in _sets(self.places[place]):
                changed = sql.changed_sets(history_of(model), (owned_by,), fields, self.span)
                parts.append(
                    f"SELECT r.edition, {content_type}, n.id, false FROM ({changed}) r (edition, owner) JOIN chosen_{place} n ON n.{key} = r.owner"
                )
        return [
            f"cited (edition, content_type_id, object_id) AS ({sql.changed_sets(citation, owner, CITATION_FIELDS, self.span)})",
            f"sourced (edition, source_id) AS ({sql.changed_rows(history_of(Source), SOURCE_FIELDS, self.span)})",
            f"cited_during AS ({sql.cited_during(citation, 'SELECT source_id FROM sourced')})",
            f"about (edition, content_type_id, object_id, retracted) AS ({' UNION '.join(parts)})",
        ]

    def _parts(self):
        for place, collection in enumerate(self.places):
            history, content_type = history_of(collection.model), ContentType.objects.get_for_model(collection.model).pk
            own = sql.changed_entries(history, [field.column for _column, field in own_columns(collection)], self.span)
            yield f"SELECT o.edition, {place}, o.pk FROM ({own}) o (edition, pk) JOIN chosen_{place} n ON n.id = o.pk"
            yield (
                f"SELECT a.edition, {place}, n.id FROM about a JOIN chosen_{place} n ON n.id = a.object_id "
                f"WHERE a.content_type_id = {content_type} AND {sql.shown_then(history, 'n.id', 'a.edition', 'a.retracted')}"
            )


def _sets(collection):
    """Tables whose rows are part of an entry: (model, column of the owner, the entry's column that it holds, columns)."""
    for _column, link in link_columns(collection):
        through = link.remote_field.through
        own, other = (through._meta.get_field(name).column for name in (link.m2m_field_name(), link.m2m_reverse_field_name()))
        yield through, own, "id", (other,)
    for computed in computed_for(collection.name):
        owner, fields = computed.model._meta.get_field(computed.owner), computed.fields
        yield computed.model, owner.column, computed.key, tuple(computed.model._meta.get_field(name).column for name in fields)


def held(numbers, models):
    """Of these editions, those in which an entry changed that is held now: nothing more is said of it."""
    parts = [
        f"SELECT e.pgh_edition FROM {history_of(model)._meta.db_table} e JOIN public.{model._meta.db_table} n ON n.id = e.pgh_obj_id "
        f"WHERE n.hold <> '' AND e.pgh_edition {sql.among(numbers)}"
        for model in models
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ".join(parts))
        return {number for (number,) in cursor.fetchall()}
