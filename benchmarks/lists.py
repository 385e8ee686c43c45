"""How long lists fare at many rows, as ratios to the record as it is. Asserts nothing.

    python -m benchmarks.lists 1000000

Works in a database of its own on the server of DATABASE_URL, which it makes anew and drops at the end.
"""

import statistics
import sys
import time

from benchmarks.ground import loaded_record

ADDRESSES = {  # by the kind that is multiplied, and the date by which its list is sorted
    ("findings", "decided_on"): {
        "first page": "/findings/",
        "one State": "/findings/?state=ZAF",
        "one outcome": "/findings/?outcome=refused",
        "a span": "/findings/?from=2015&to=2016",
        "second page": "/findings/?page=2",
        "csv": "/findings/?format=csv",
    },
    ("visits", "starts_on"): {"first page": "/visits/", "one person": "/visits/?person=vladimir-putin"},
    ("measures", "announced_on"): {
        "first page": "/measures/",
        "in force": "/measures/?in_force=true&kind=sanctions_designation",
        "one official": "/measures/?official=karim-khan",
    },
    ("assistance", "occurred_on"): {"first page": "/assistance/", "surrenders": "/assistance/?kind=surrender"},
    ("statements", "delivered_on"): {
        "first page": "/statements/",
        "one signatory": "/statements/?signatory=ITA",
        "who did not": "/statements/?not_signatory=HUN",
        "one State": "/states/italy/",
    },
}
COPIED_OTHERWISE = ("id", "slug", "document_no")


def multiply(model, field, rows):
    """Copies of the entries of a kind until there are so many, spread over thirty years; triggers sleep meanwhile."""
    from django.db import connection

    days = (field, f"{field}_earliest", f"{field}_latest")
    columns = [f.column for f in model._meta.concrete_fields if f.column not in (*COPIED_OTHERWISE, *days)]
    if "document_no" in [f.column for f in model._meta.concrete_fields]:
        columns.append("''")
    names = [*columns[:-1], "document_no"] if columns[-1] == "''" else columns
    copied = ", ".join(column if column == "''" else f"e.{column}" for column in columns)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'c'", [table])
        for (check,) in cursor.fetchall():  # a copy keeps its other dates
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {check}")
        cursor.execute(
            f"""
            INSERT INTO {table} (slug, {field}, {field}_earliest, {field}_latest, {", ".join(names)})
            SELECT 'copy-' || n, to_char(day, 'YYYY-MM-DD'), day, day, {copied}
            FROM generate_series(1, %s) n
            CROSS JOIN LATERAL (SELECT date '2000-01-01' + (n::bigint * 7919 %% 9800)::int AS day) d
            JOIN (SELECT *, row_number() OVER () - 1 AS nth, count(*) OVER () AS of_all FROM {table}) e ON e.nth = n %% e.of_all
            """,  # noqa: S608  (from names of our own)
            [rows],
        )
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute(f"ANALYZE {table}")


def seconds(client, address, runs=5):
    """The median of some runs, a warm-up apart."""
    taken = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        response = client.get(address)
        if response.streaming:
            for _ in response.streaming_content:
                pass
        assert response.status_code == 200, address
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:])


def main(rows):
    with loaded_record():
        from django.test import Client

        from record.collection import get

        client = Client(headers={"host": "localhost"})
        for (name, field), addresses in ADDRESSES.items():
            small = {label: seconds(client, address) for label, address in addresses.items()}
            multiply(get(name).model, field, rows)
            print(f"{name:<14}{'record':>10}{rows:>12} rows  ratio")
            for label, address in addresses.items():
                large = seconds(client, address, runs=3)
                print(f"{label:<14}{small[label]:>9.3f}s{large:>16.3f}s{large / small[label]:>7.1f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
