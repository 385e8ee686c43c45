from django.core.management.base import BaseCommand, CommandError

from record.collection import get
from record.models import AskedBy
from record.redaction import redact


class Command(BaseCommand):
    help = "Remove a text from an entry for good: live pages, history, archived copies, past packages. It leaves a notice and makes an edition."

    def add_arguments(self, parser):
        parser.add_argument("entry", help="collection and address: persons/some-name")
        parser.add_argument("text", help="the words to remove, in any case")
        parser.add_argument("--reason", required=True, help="shown to readers: what was removed and why, without the text itself")
        parser.add_argument("--asked-by", choices=AskedBy.values, default=AskedBy.EDITOR)
        parser.add_argument("--forget-copies", action="store_true", help="remove the archived copies that cannot be searched, too")

    def handle(self, entry, text, reason, asked_by, forget_copies, **options):
        name, _slash, slug = entry.partition("/")
        collection = get(name)
        found = collection and collection.model.objects.once_public().filter(slug=slug).first()
        if not found:
            raise CommandError(f"“{entry}” is no entry that is or was public: write the collection and the address, such as persons/some-name.")
        if not text.strip() or text.lower() in reason.lower():
            raise CommandError("Give the text to remove, and a reason that does not repeat it.")
        report = redact(found, text, reason=reason, asked_by=asked_by, forget_copies=forget_copies)
        if not report.removed:
            self.stdout.write("The text was found nowhere in this entry or what belongs to it; the notice stands all the same.")
        for place, number in sorted(report.removed.items()):
            self.stdout.write(f"removed from {place}: {number}")
        for source in report.unsearched:
            self.stdout.write(self.style.WARNING(f"an archived copy of {source} cannot be searched: look at it, or add --forget-copies"))
        for place in report.remains:
            self.stdout.write(self.style.WARNING(f"still in {place}"))
        self.stdout.write("data/ and backups are files outside the database: redact or delete those that have it (docs/operators.md).")
