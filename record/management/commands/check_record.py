from django.core.management.base import BaseCommand
from django.db import transaction

from record import derived, workflow
from record.collection import collections
from record.models import Stance


class _Undo(Exception):
    """Leaves the transaction of the check without a trace."""


class Command(BaseCommand):
    help = "Check the published record: every entry has its support, and what is computed agrees with the rules."

    def add_arguments(self, parser):
        parser.add_argument("--quiet", action="store_true")

    def handle(self, quiet=False, **options):
        problems = [*self._unsupported(), *self._stale()]
        for problem in problems:
            self.stderr.write(problem)
        if not quiet and not problems:
            self.stdout.write("The record is whole: every entry has its support, and what is computed agrees with the rules.")
        return "; ".join(problems)

    def _unsupported(self):
        for collection in collections():
            published = collection.model.objects.public()
            for slug in published.exclude(citations__stance=Stance.SUPPORTS).values_list("slug", flat=True):
                yield f"{collection.name}/{slug}: no source supports it"

    def _stale(self):
        """Compute everything anew in a transaction that is undone, and compare."""
        before = derived.snapshot()
        after = before
        try:
            with transaction.atomic(), workflow.edition("A check, undone"):
                derived.recompute()
                after = derived.snapshot()
                raise _Undo
        except _Undo:
            pass
        for name in before:
            if before[name] != after[name]:
                yield f"{name}: {len(before[name] ^ after[name])} values do not agree with the rules"
