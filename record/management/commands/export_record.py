from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from record.collection import collections
from record.day import today
from record.exchange import CITATION_COLUMNS, LOGS, SOURCE_COLUMNS, citation_rows, file_name, log_rows, source_rows, stored_rows, write_file


class Command(BaseCommand):
    help = "Write the published record as data files, byte for byte as load_record reads them."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", default=settings.BASE_DIR / "data")

    def handle(self, folder, **options):
        folder, day = Path(folder), today()
        folder.mkdir(parents=True, exist_ok=True)
        write_file(folder / "sources.csv", SOURCE_COLUMNS, source_rows())
        for collection in collections():
            columns = [column.name for column in collection.stored_columns]
            write_file(folder / file_name(collection), columns, stored_rows(collection, day))
        write_file(folder / "citations.csv", CITATION_COLUMNS, citation_rows())
        for log in LOGS:
            write_file(folder / log.file, log.columns, log_rows(log))
        self.stdout.write(f"Written to {folder}.")
