"""An entry as shown at two editions, compared part by part."""

from record.chronicle.differences import CitationChange, PeriodsChange, SourceChange, ValueChange
from record.chronicle.recorded import CITATION_FIELDS, SOURCE_FIELDS, link_columns, own_columns

EMPTY = (None, "", [], ())


def changed_values(collection, before, now):
    """Of the entry's own Columns, and of its links."""
    values = {column.name: (column, before.own[field.attname], now.own[field.attname]) for column, field in own_columns(collection)}
    values |= {column.name: (column, before.links.get(column.name, ()), now.links.get(column.name, ())) for column, _link in link_columns(collection)}
    ordered = [values[column.name] for column in collection.columns if column.name in values]
    return [ValueChange(column, was, is_) for column, was, is_ in ordered if was != is_ and not (was in EMPTY and is_ in EMPTY)]


def changed_periods(before, now):
    """Of what is computed in rows of their own. A row that was written anew with the same values is the same."""
    found = []
    for computed in {**before.computed, **now.computed}:
        was, is_ = (_by_values(computed, shown.computed.get(computed, [])) for shown in (before, now))
        went = tuple(row for values, row in was.items() if values not in is_)
        came = tuple(row for values, row in is_.items() if values not in was)
        if went or came:
            found.append(PeriodsChange(computed, went, came))
    return found


def _by_values(computed, rows):
    ordered = sorted(rows, key=lambda row: row["pgh_id"])
    return {tuple(row[name] for name in computed.fields): row for row in ordered}


def changed_citations(before, now):
    """The same citation is the same row, or one written anew for the same field, source and stance."""
    was, is_ = _by_content(before.citations), _by_content(now.citations)
    went = [row for content, row in was.items() if content not in is_]
    came = [row for content, row in is_.items() if content not in was]
    pairs = _paired(went, came, ("pgh_obj_id", "source_id")) + _paired(went, came, ("field", "source_id", "stance"))
    pairs += [(None, row) for row in came] + [(row, None) for row in went]
    return [CitationChange(old, new, now.sources[new["source_id"]] if new else before.sources[old["source_id"]]) for old, new in pairs]


def _paired(went, came, names):
    """[(old, new)] of those that agree in these; they are taken out of both lists."""
    pairs = []
    for new in list(came):
        old = next((row for row in went if all(row[name] == new[name] for name in names)), None)
        if old:
            went.remove(old)
            came.remove(new)
            pairs.append((old, new))
    return pairs


def _by_content(citations):
    return {tuple(row[name] for name in CITATION_FIELDS): row for row in sorted(citations, key=lambda row: row["pgh_id"])}


def changed_sources(before, now):
    """Of the sources that are cited at both editions."""
    found = []
    for pk, source in now.sources.items():
        was = before.sources.get(pk, source)
        changes = tuple((name, was[name], source[name]) for name in SOURCE_FIELDS if was[name] != source[name])
        if changes:
            found.append(SourceChange(was, changes))
    return found


def counted(collection, shown):
    """How many facts and how many sources an entry has."""
    values = [shown.own[field.attname] for _column, field in own_columns(collection)] + list(shown.links.values())
    return sum(value not in EMPTY for value in values), len(shown.sources)
