"""How lists, entries and histories fare at many rows of history, as ratios to the record as loaded. Asserts nothing.

    python -m benchmarks.history 100000

Works in a database of its own, as `benchmarks.lists` does: a thousand editions, one a day, each with its share of
the changes: seven in ten of entries, two of citations, one of sources.
"""

import sys

from benchmarks.ground import loaded_record
from benchmarks.lists import seconds

EDITIONS = 1000
ENTRY = "/visits/vladimir-putin-mng-2024-09-02/"
ADDRESSES = {
    "list": "/findings/",
    "list, known=": "/findings/?known={then}",
    "entry": ENTRY,
    "entry, known=": ENTRY + "?known={then}",
    "history": ENTRY + "history/",
    "history, known=": ENTRY + "history/?known={then}",
    "changes, 30 days": "/changes/",
    "changes, all": "/changes/?from=2000",
    "changes, a State": "/changes/?from=2000&state=MNG",
    "changes, known=": "/changes/?from=2000&known={then}",
    "events, all": "/changes/?clock=events&from=1990",
    "editions": "/editions/",
    "editions, csv": "/editions/?format=csv",
}


def multiply(rows):
    """Editions and history as if entries, citations and sources had been changed so often; triggers sleep meanwhile."""
    from django.db import connection

    from cases.models import CaseEvent
    from cooperation.models import Finding, Visit
    from record.models import Citation, Source
    from states.models import TreatyAction

    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "INSERT INTO record_edition (number, at, kind, summary) "
            "SELECT n, now() - (%s - n) * interval '1 day', 'update', '' FROM generate_series(2, %s) n",
            [EDITIONS, EDITIONS],
        )
        cursor.execute("UPDATE record_edition SET at = now() - %s * interval '1 day' WHERE number = 1", [EDITIONS])
        entries = ((Visit, "note"), (TreatyAction, "note"), (CaseEvent, "note"), (Finding, "summary"))
        total = sum(model.objects.count() for model, _column in entries)
        for model, column in entries:
            _change(cursor, model, column, rows * 7 // 10 * model.objects.count() // total)
        _change(cursor, Citation, "locator", rows * 2 // 10)
        _change(cursor, Source, "title", rows // 10)
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("ANALYZE")


def _change(cursor, model, column, rows):
    """So many updates of the rows as loaded, one after another, spread over the editions."""
    history = model.history.rel.related_model._meta.db_table
    columns = ", ".join(field.column for field in model._meta.concrete_fields if not getattr(field, "generated", False) and field.column != column)
    cursor.execute(
        f"""
        INSERT INTO {history} (pgh_created_at, pgh_label, pgh_edition, pgh_obj_id, {columns}, {column})
        SELECT now(), 'update', 2 + (n::bigint * %s / %s)::int, r.id, {columns}, 'Changed ' || n
        FROM generate_series(0, %s) n
        JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS turn, count(*) OVER () AS turns FROM {model._meta.db_table}) r
            ON r.turn = n * 7919::bigint %% r.turns
        ORDER BY n
        """,  # noqa: S608  (from names of our own)
        [EDITIONS - 1, rows, rows - 1],
    )


def queries(client, address):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
        for _ in response.streaming_content if response.streaming else ():
            pass
    return len(captured)


def main(rows):
    with loaded_record():
        from django.test import Client

        client = Client(headers={"host": "localhost"})
        small = {name: seconds(client, address.format(then=1)) for name, address in ADDRESSES.items()}
        multiply(rows)
        print(f"{'history':<18}{'record':>10}{rows:>12} rows  ratio  queries")
        for name, address in ADDRESSES.items():
            asked = address.format(then=EDITIONS // 2)
            large = seconds(client, asked, runs=3)
            print(f"{name:<18}{small[name]:>9.3f}s{large:>16.3f}s{large / small[name]:>7.1f}{queries(client, asked):>9}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
