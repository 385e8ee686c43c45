from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils.translation import override

from record.collection import collections

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
- `data/` in the repository holds the same record for loading, with `sources.csv` and `citations.csv`; computed columns
  are not in it.

This page is written by `manage.py describe_data docs/reusers.md`.
"""


class Command(BaseCommand):
    help = "Write the page for re-users: every collection with its filters and columns."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", help="where to write; empty: to the screen")

    def handle(self, file=None, **options):
        with override("en"):
            text = "\n".join([HEAD, *(self._describe(collection) for collection in collections())])
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
