"""What people send through the form: how much may be sent, and what editors do with it. Nobody else ever sees it."""

from contextlib import contextmanager
from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import Case, Count, Q, Value, When
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from record.day import today
from record.models import Message, MessageKind, MessageStatus

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OF_A_SENDER = ((5, HOUR), (20, DAY))
OF_ALL = ((200, DAY),)
AIM = timedelta(days=14)  # within which an official communication is answered
SENDER_KEPT = timedelta(days=7)
OPEN = (MessageStatus.NEW, MessageStatus.ACKNOWLEDGED)
LOCK = 4_201_987  # of the inbox, so that those who send at once are counted one after the other


class Full(Exception):
    """Too much was sent. `until`: when there is room again."""

    def __init__(self, until):
        self.until = until
        super().__init__(f"Full until {until}")


def sender_key(address):
    """A keyed hash of a network address (of an IPv6 address: of its network), which does not tell the address."""
    try:
        parsed = ip_address(address)
    except ValueError:
        parsed = address
    if isinstance(parsed, IPv6Address):
        parsed = parsed.ipv4_mapped or ip_network((parsed, 64), strict=False)
    return salted_hmac("record.inbox.sender", str(parsed), algorithm="sha256").hexdigest()


def receive(message, address):
    """Keeps a message, or finds that it is kept already. Raises Full."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        now, key = timezone.now(), sender_key(address)
        same = {name: getattr(message, name) for name in ("kind", "about", "text", "email")}
        sent_twice = Message.objects.filter(sender_key=key, received_at__gt=now - HOUR, **same).first()
        if sent_twice:
            return sent_twice
        _refuse_flood(Message.objects.filter(sender_key=key), OF_A_SENDER, now)
        _refuse_flood(Message.objects.all(), OF_ALL, now)
        message.sender_key = key
        if message.kind == MessageKind.OFFICIAL:
            message.due_on = today() + AIM
        message.save()
    return message


def _refuse_flood(messages, limits, now):
    for most, span in limits:
        times = messages.filter(received_at__gt=now - span).order_by("-received_at").values_list("received_at", flat=True)
        last_that_counts = list(times[most - 1 : most])
        if last_that_counts:
            raise Full(last_that_counts[0] + span)


def forget_senders():
    """Of what is older than some days nothing tells any more what came from one sender. Returns of how many."""
    old = Message.objects.filter(received_at__lt=timezone.now() - SENDER_KEPT).exclude(sender_key="")
    return old.update(sender_key="")


# What editors do


def in_turn(messages):
    """What is open before what is closed, official communications first, then the longest waiting."""
    return messages.annotate(
        closed=Case(When(status__in=OPEN, then=Value(0)), default=Value(1)),
        turn=Case(When(kind=MessageKind.OFFICIAL, then=Value(0)), default=Value(1)),
    ).order_by("closed", "turn", "received_at", "pk")


def counts():
    """How many wait: in all, unread, official, overdue."""
    open_ = Message.objects.filter(status__in=OPEN).order_by()
    return open_.aggregate(
        waiting=Count("pk"),
        new=Count("pk", filter=Q(status=MessageStatus.NEW)),
        official=Count("pk", filter=Q(kind=MessageKind.OFFICIAL)),
        overdue=Count("pk", filter=Q(due_on__lt=today())),
    )


def is_overdue(message):
    return message.status in OPEN and message.due_on is not None and message.due_on < today()


def acknowledge(message, *, by):
    """Its sender has been told that it was received."""
    with _open(message, by) as current:
        current.status, current.acknowledged_at = MessageStatus.ACKNOWLEDGED, current.acknowledged_at or timezone.now()
        current.handled_by = by
        current.save()


def verify(message, *, by, how):
    """The editors know that it comes from whom it names, and how they know."""
    if not how.strip():
        raise ValidationError(_("Say how the sender was verified."))
    with _open(message, by) as current:
        current.verified_by, current.verified_at, current.verified_how = by, timezone.now(), how.strip()
        current.full_clean(exclude=["content_type", "object_id"])
        current.save()


def decide(message, *, by, status, note):
    """Accepted or declined, with a word on what came of it."""
    if not note.strip():
        raise ValidationError(_("Say what came of it."))
    with _open(message, by) as current:
        current.status, current.outcome_note, current.handled_by = status, note.strip(), by
        current.acknowledged_at = current.acknowledged_at or timezone.now()
        current.save()


@contextmanager
def _open(message, by):
    """The message, locked, where an editor may still do something with it; the caller's copy is brought up to date after."""
    with transaction.atomic():
        if not by.is_editor:
            raise PermissionDenied(_("Messages are read by editors."))
        current = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
        if current.status not in OPEN:
            raise ValidationError(_("It is closed: it was %(status)s.") % {"status": current.get_status_display()})
        yield current
        message.refresh_from_db()
