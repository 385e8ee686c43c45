"""How the list of findings fares at many rows, as ratios to the record as it is. Asserts nothing.

    python -m benchmarks.lists 1000000

Works in a database of its own on the server of DATABASE_URL, which it makes anew and drops at the end.
"""

import statistics
import sys
import time

from benchmarks.ground import loaded_record

ADDRESSES = {
    "first page": "/findings/",
    "one State": "/findings/?state=ZAF",
    "one outcome": "/findings/?outcome=refused",
    "a span": "/findings/?from=2015&to=2016",
    "second page": "/findings/?page=2",
    "csv": "/findings/?format=csv",
}


def multiply(rows):
    """Copies of the findings until there are so many, spread over thirty years; triggers sleep meanwhile."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            """
            INSERT INTO cooperation_finding (slug, status, hold, origin, review_note, retraction_reason, created_at, updated_at, published_at,
                proceeding_id, chamber, decided_on, decided_on_earliest, decided_on_latest, made_public_on, outcome, referral,
                document_no, articles, summary)
            SELECT 'copy-' || n, 'published', '', 'load', '', '', now(), now(), now(), f.proceeding_id, f.chamber,
                to_char(day, 'YYYY-MM-DD'), day, day, '', f.outcome, f.referral, '', f.articles, f.summary
            FROM generate_series(1, %s) n
            CROSS JOIN LATERAL (SELECT date '2000-01-01' + (n::bigint * 7919 %% 10950)::int AS day) d
            JOIN (SELECT *, row_number() OVER () - 1 AS place, count(*) OVER () AS total FROM cooperation_finding) f
                ON f.place = n %% f.total
            """,
            [rows],
        )
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("ANALYZE cooperation_finding")


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

        client = Client(headers={"host": "localhost"})
        small = {name: seconds(client, address) for name, address in ADDRESSES.items()}
        multiply(rows)
        print(f"{'findings':<14}{'record':>10}{rows:>12} rows  ratio")
        for name, address in ADDRESSES.items():
            large = seconds(client, address, runs=3)
            print(f"{name:<14}{small[name]:>9.3f}s{large:>16.3f}s{large / small[name]:>7.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
