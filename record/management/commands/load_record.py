from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from record.loading import BadData, load


class Command(BaseCommand):
    help = "Load the record from the data files: all or nothing; loads nothing twice."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", default=settings.BASE_DIR / "data")

    def handle(self, folder, **options):
        try:
            report = load(folder, say=lambda line: self.stdout.write(f"  {line}"))
        except BadData as bad:
            for problem in bad.problems:
                self.stderr.write(str(problem))
            raise CommandError(str(bad)) from None
        self._tell(report)

    def _tell(self, report):
        if report.edition:
            total = sum(report.added.values()), sum(report.changed.values())
            self.stdout.write(self.style.SUCCESS(f"Edition {report.edition}: {total[0]} entries added, {total[1]} changed."))
        for name, count in report.logged.items():
            if count:
                self.stdout.write(f"{name}: {count} recorded.")
        for name, count in report.drafted.items():
            self.stdout.write(f"{name}: {count} new in the files, now drafts for review.")
        for key in report.differing:
            self.stdout.write(f"{key}: differs in the files; editors have worked here, so it was left as it is.")
        for key in report.absent:
            self.stdout.write(f"{key}: published, but not in the files.")
        if not report.edition and not report.drafted:
            self.stdout.write("The record is loaded already; nothing was changed.")
