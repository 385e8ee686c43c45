import logging
import signal
import threading
from datetime import date

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from record import inbox, workflow
from record.archive import check as link_checks
from record.models import Heartbeat

log = logging.getLogger("record.worker")


class Command(BaseCommand):
    help = "The worker: one loop with a heartbeat. Once a day it clears expired sessions and checks the record."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=float, default=15, help="seconds between heartbeats")
        parser.add_argument("--rounds", type=int, default=0, help="stop after so many rounds; 0: never")

    def handle(self, every, rounds, **options):
        self.stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stopping.set())
        self.swept_on = None
        done = 0
        while not self.stopping.is_set():
            close_old_connections()
            self._round()
            done += 1
            if rounds and done >= rounds:
                break
            self.stopping.wait(every)
        log.info("The worker stops.")

    def _round(self):
        """One round; a database that does not answer is reported and tried again."""
        try:
            workflow.release_due()
            note = self._sweep()
            Heartbeat.objects.update_or_create(name=Heartbeat.WORKER, defaults={"at": timezone.now(), **note})
            link_checks.sweep()  # one address at most, behind the heartbeat
        except DatabaseError as error:
            log.error("The database does not answer: %s", error)

    def _sweep(self):
        """The daily work, once a day; what it found goes into the heartbeat's note."""
        if self.swept_on == date.today():
            return {}
        call_command("clearsessions")
        inbox.forget_senders()
        self.swept_on = date.today()
        return {"note": self._broken_rules()[:300]}

    def _broken_rules(self):
        """What the check of the record found, in a line; empty where every rule holds."""
        try:
            call_command("check_record", quiet=True)
        except CommandError as broken:
            return str(broken)
        return ""
