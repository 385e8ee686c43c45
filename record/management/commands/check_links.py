from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat

from record.archive import check, store
from record.models import LinkState, Source

SILENT_IN_A_ROW = 3


class Command(BaseCommand):
    help = "Ask the addresses of sources now, archive what they give, and make public what was found, in one edition."

    def add_arguments(self, parser):
        parser.add_argument("sources", nargs="*", metavar="SOURCE", help="keys of sources; without any, those that are due")
        parser.add_argument("--limit", type=int, default=25, help="at most so many of those that are due (25)")
        parser.add_argument("--stored", action="store_true", help="ask nobody: read every archived copy, and name those that are missing or damaged")

    def handle(self, sources, limit, stored, **options):
        if stored:
            return self._read_copies()
        looked_at = []
        for source in self._chosen(sources, limit):
            looked_at.append(check.look(source))
            self._report(looked_at[-1])
            if self._net_is_down(looked_at):
                self.stderr.write("No host can be reached: the rest is left for another time.")
                break
        edition = check.tell(looked_at)
        self.stdout.write(edition.summary + f" (edition {edition.number})." if edition else "Nothing to tell.")
        return None

    def _chosen(self, slugs, limit):
        if not slugs:
            return list(check.due()[:limit])
        found = {source.slug: source for source in Source.objects.filter(slug__in=slugs).exclude(url="")}
        if missing := [slug for slug in slugs if slug not in found]:
            raise CommandError(f"No source with an address has the key {', '.join(missing)}.")
        return [found[slug] for slug in slugs]

    def _report(self, link_check):
        found, copy = link_check.pending or {}, (link_check.pending or {}).get("copy")
        words = LinkState(found["link"]).label if found else link_check.error
        kept = f"; kept {copy['media_type']}, {filesizeformat(copy['size'])}" if copy else ""
        self.stdout.write(f"{link_check.source.slug}: {words}{kept}")

    def _net_is_down(self, looked_at):
        """The last few hosts, all of them different, gave no answer at all."""
        last = looked_at[-SILENT_IN_A_ROW:]
        hosts = {link_check.source.host for link_check in last}
        return len(hosts) == SILENT_IN_A_ROW and all(link_check.error and not link_check.http_status for link_check in last)

    def _read_copies(self):
        problems = list(store.problems())
        for copy, sentence in problems:
            self.stderr.write(f"{copy}: {sentence}")
        if problems:
            raise CommandError(f"{len(problems)} archived copies are missing or damaged.")
        self.stdout.write("Every archived copy is there and whole.")
