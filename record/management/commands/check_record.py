from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from record import derived, workflow
from record.invariants import Severity, run
from record.models import EditionKind


class _Undo(Exception):
    """Leaves the transaction of the check without a trace."""


class Command(BaseCommand):
    help = "Hold the published record to every rule of `/invariants/`, and compute anew what is computed. Exits with 1 where one is broken."

    def add_arguments(self, parser):
        parser.add_argument("--quiet", action="store_true", help="say nothing where all is well, and nothing of warnings")
        parser.add_argument("--strict", action="store_true", help="a warning is an error too")

    def handle(self, quiet=False, strict=False, **options):
        results = run()
        fatal = [severity for severity in Severity if strict or severity != Severity.WARNING]
        for result in results:
            if not result.holds and not (quiet and result.invariant.severity not in fatal):
                self._tell(result)
        broken = [f"{r.invariant.key} ({len(r.offences)})" for r in results if not r.holds and r.invariant.severity in fatal]
        broken += self._stale()
        if broken:
            raise CommandError(f"Broken: {'; '.join(broken)}")
        if not quiet:
            held = sum(result.holds for result in results)
            self.stdout.write(f"{held} of {len(results)} rules hold, and what is computed agrees with the rules.")

    def _tell(self, result):
        self.stdout.write(f"{result.invariant.severity}: {result.invariant.key}: {result.invariant.text}")
        for offence in result.offences:
            self.stdout.write(f"  {offence.key or 'the record'}: {offence.sentence}")

    def _stale(self):
        """Compute everything anew in a transaction that is undone, and compare."""
        before = derived.snapshot()
        after = before
        try:
            with transaction.atomic(), workflow.edition("A check, undone", kind=EditionKind.COMPUTATION):
                derived.recompute()
                after = derived.snapshot()
                raise _Undo
        except _Undo:
            pass
        return [f"{name}: {len(before[name] ^ after[name])} values computed anew differ" for name in before if before[name] != after[name]]
