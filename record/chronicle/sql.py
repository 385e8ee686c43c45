"""Pieces of SQL over tables of history. `edition`s are whole numbers, written out; nothing else comes from outside."""


def between(first, last):
    return f"BETWEEN {int(first)} AND {int(last)}"


def among(numbers):
    return f"IN ({', '.join(str(int(number)) for number in numbers) or 'NULL'})"


def changed_rows(history, columns, span):
    """(edition, row) where the row has other values than before; a row that is new is none."""
    return _last_and_before(history, span, "JOIN", _values("e", columns), _values("p", columns))


def changed_entries(history, columns, span):
    """(edition, row) where readers see another entry than before, its first publication included."""
    return _last_and_before(history, span, "LEFT JOIN", _seen("e", columns), _seen("p", columns))


def _last_and_before(history, span, join, now, before):
    table = history._meta.db_table
    return f"""
        SELECT e.pgh_edition, e.pgh_obj_id FROM {table} e {join} LATERAL (
            SELECT * FROM {table} b WHERE b.pgh_obj_id = e.pgh_obj_id AND b.pgh_id < e.pgh_id AND b.pgh_edition < e.pgh_edition
            ORDER BY b.pgh_id DESC LIMIT 1) p ON e.pgh_label <> 'insert'
        WHERE e.pgh_edition {span} AND {now} IS DISTINCT FROM {before} AND NOT EXISTS (
            SELECT 1 FROM {table} l WHERE l.pgh_obj_id = e.pgh_obj_id AND l.pgh_id > e.pgh_id AND l.pgh_edition = e.pgh_edition)"""


def _values(alias, columns):
    return f"ROW({', '.join(f'{alias}.{column}' for column in columns)})::text"


def _seen(alias, columns):
    """What readers see of an entry: its values, or why it was retracted; null where it is a draft or held."""
    published = _values(alias, [*columns, "reviewer_id IS NULL"])
    return (
        f"CASE WHEN {alias}.hold <> '' THEN NULL WHEN {alias}.status = 'published' THEN {published} "
        f"WHEN {alias}.status = 'retracted' THEN 'retracted: ' || {alias}.retraction_reason END"
    )


def changed_sets(history, owner, columns, span):
    """(edition, owner) whose set of rows is another than before. What went and came back the same cancels out."""
    table = history._meta.db_table
    of = {alias: ", ".join(f"{alias}.{column}" for column in owner) for alias in "ep"}
    values = {alias: f"md5({_values(alias, columns)})" for alias in "ep"}
    names = ", ".join(owner)
    return f"""
        SELECT DISTINCT edition, {names} FROM (
            SELECT e.pgh_edition AS edition, {of["e"]}, {values["e"]} AS content, 1 AS n FROM {table} e
            WHERE e.pgh_edition {span} AND e.pgh_label <> 'delete'
            UNION ALL
            SELECT e.pgh_edition, {of["p"]}, {values["p"]}, -1 FROM {table} e JOIN LATERAL (
                SELECT * FROM {table} b WHERE b.pgh_obj_id = e.pgh_obj_id AND b.pgh_id < e.pgh_id ORDER BY b.pgh_id DESC LIMIT 1) p ON true
            WHERE e.pgh_edition {span} AND e.pgh_label <> 'insert') t
        GROUP BY edition, {names}, content HAVING sum(n) <> 0"""


def shown_then(history, entry, edition, retracted):
    """Whether readers saw an entry at an edition. Few are ever held or retracted: of the others only the first publication is looked up."""
    table = history._meta.db_table
    return f"""
        (SELECT f.pgh_edition FROM {table} f WHERE f.pgh_obj_id = {entry} AND f.pgh_edition > 0 AND f.published_at IS NOT NULL
            ORDER BY f.pgh_id LIMIT 1) <= {edition}
        AND ({entry} NOT IN (SELECT pgh_obj_id FROM {table} WHERE hold <> '' OR status = 'retracted') OR EXISTS (SELECT 1 FROM (
            SELECT o.status, o.hold FROM {table} o WHERE o.pgh_obj_id = {entry} AND o.pgh_edition <= {edition} ORDER BY o.pgh_id DESC LIMIT 1) s
            WHERE s.hold = '' AND (s.status = 'published' OR ({retracted} AND s.status = 'retracted'))))"""


def cited_during(history, sources):
    """(content type, entry, source, the edition from which it is cited, that from which it no longer is so) of some sources."""
    table = history._meta.db_table
    return f"""
        SELECT content_type_id, object_id, source_id, first, next FROM (
            SELECT content_type_id, object_id, source_id, pgh_label, pgh_edition AS first,
                lead(pgh_edition) OVER (PARTITION BY pgh_obj_id ORDER BY pgh_id) AS next FROM {table}
            WHERE pgh_obj_id IN (SELECT pgh_obj_id FROM {table} WHERE source_id IN ({sources}))) c
        WHERE pgh_label <> 'delete'"""


def during(span, edition):
    """Whether an edition lies in the span of a row of the above."""
    return f"{span}.first <= {edition} AND ({span}.next IS NULL OR {span}.next > {edition})"
