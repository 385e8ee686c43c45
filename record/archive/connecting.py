"""What a fetch needs of the system: the addresses of a name, and an end to a connection that goes on for ever."""

import socket
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer


def system_resolver(host, port):
    """Every address that the system knows for a name, in its order. OSError where it knows none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(address[0] for *_rest, address in found))


@dataclass
class Alarm:
    rang: bool = False


@contextmanager
def cut_off_after(connected, seconds):
    """Ends a socket's connection when the time is up, whatever waits for it: a server that sends a byte now and then would
    otherwise hold us for ever, since a timeout counts from the last byte."""
    alarm = Alarm()

    def ring():
        alarm.rang = True
        with suppress(OSError):
            socket.socket.shutdown(connected, socket.SHUT_RDWR)  # the plain socket's, also below TLS

    timer = Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield alarm
    finally:
        timer.cancel()
