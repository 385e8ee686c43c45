from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils.translation import override

from record.collection import lists

HEAD = """# For re-users

Every list is CSV and JSON: add `format=csv` or `format=json` to its address, with any filters. Names of columns,
filters and addresses are permanent. The record is under CC BY 4.0: name the tracker and the edition.

- Dates are EDTF: `2025`, `2025-04`, `2025-04-03`, with `~` (about) or `?` (uncertain) behind. States are ISO 3166-1
  alpha-3, other entries their address's last part. Empty means unknown; lists are joined by `;`.
- In a public CSV a text that a spreadsheet would take for a formula starts with an apostrophe.
- Filters repeat (`state=HUN&state=ITA`); `from` and `to` take a partial date; `sort=-decided_on`; `on=2025-04-03` where
  a list answers by day. A wrong value or name is status 400 in every format, naming it and what is allowed.
- An entry has `?format=json` with its citations. `/bound/?state=HUN&on=2025-04-03&person=benjamin-netanyahu&format=json`
  answers whether a State was bound.
- The head of a JSON list has `coverage`: `swept_to` (the day up to which the collection was searched for what is new), `method`,
  `swept_by`; null where no sweep is recorded. A CSV has the day in the response header `X-Coverage-Swept-To`.
- A citation names its `source` (by slug, as at `/sources/`), the column that it speaks of, the passage (`locator`), a short
  `quotation` and how it was read. A source has `?format=json` with every fact that rests on it, its archived copies by SHA-256
  and what was changed of it.
- `/corrections/` has every notice of a correction, with the texts before and after (`?state=`, `person=`, `kind=`, `from=`,
  `to=`; `format=json` or `csv`, one row for each value that was another); an entry's JSON has its own under `corrections`.
- An entry's `history/` tells what each edition changed in it; `/changes/?from=2025-01-01&to=2025-12-31` what was recorded
  between two days (`clock=record`, or `edition=12` alone) or what happened (`clock=events`), with `state=`, `person=` and
  `kind=`; `/editions/` lists the editions. All three have `format=json` and `format=csv`, one row for each value that is
  another: `field` is a column, `citations`, `sources/<slug>#<column>`, `status` or `reading`; `done` says what was done.
- `/methodology/` tells of each collection on which sources it rests, how they were read, what reading the entries again found and
  where two compilations differed, and sets published totals beside our counts; `/methodology/findings/` of one collection, with every
  difference and reading. Both have `format=json`. An entry's JSON has its own `readings`.
- `data/` in the repository holds the same record for loading, with `sources.csv`, `citations.csv`, and the logs, whose rows are
  never changed: `coverage.csv` (the sweeps), `readings.csv` (entries read again), `differences.csv` (between two sweeps) and
  `corrections.csv` (notices; `changes` is a JSON list of `field`, `before`, `after`). Computed columns are not in it.

This page is written by `manage.py describe_data docs/reusers.md`.
"""


class Command(BaseCommand):
    help = "Write the page for re-users: every collection with its filters and columns."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", help="where to write; empty: to the screen")

    def handle(self, file=None, **options):
        with override("en"):
            text = "\n".join([HEAD, *(self._describe(collection) for collection in lists())])
        if file:
            Path(file).write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text)

    def _describe(self, collection):
        filters = ", ".join(f"`{name}`" for name in collection.filterset.base_filters)
        lines = [f"## {collection.name}", "", f"{collection.intro}", "", f"Address `/{collection.name}/`. Filters: {filters}.", ""]
        lines += ["| column | meaning | |", "|---|---|---|"]
        for column in collection.columns:
            values = ", ".join(f"`{value}`" for value, _label in column.choices)
            notes = [note for note in ("computed" if column.computed else "", values) if note]
            lines.append(f"| `{column.name}` | {column.meaning} | {'; '.join(notes)} |")
        return "\n".join([*lines, ""])
