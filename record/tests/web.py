"""A web server on this machine whose pages behave as a test wants: well, slowly, without end, or badly."""

import socket
import struct
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Web:
    """`with Web() as web`: `web.pages[path]` is a function of the request's handler, such as those below."""

    def __init__(self, tls=None):
        self.pages, self.asked = {}, []
        self.server = _Server(("127.0.0.1", 0), _handler_of(self))
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.scheme = "https" if tls else "http"
        self.port = self.server.server_port

    def url(self, path="/", host="127.0.0.1"):
        return f"{self.scheme}://{host}:{self.port}{path}"

    @property
    def allowed(self):
        """What lets a fetcher through to it, and to nothing else on this machine."""
        return frozenset({("127.0.0.1", self.port)})

    def respond(self, handler):
        self.asked.append((handler.path, dict(handler.headers)))
        self.pages.get(handler.path, gives(b"nothing here", status=404))(handler)

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_error):
        self.server.shutdown()
        self.server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """A client that leaves in the middle is what many tests are about."""


def _handler_of(web):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def respond(self):
            web.respond(self)
            self.close_connection = True

        do_GET = do_HEAD = do_PUT = do_DELETE = respond

        def log_message(self, *_arguments):
            """Quiet."""

    return Handler


def gives(body, media_type="text/html; charset=utf-8", status=200, **headers):
    """An ordinary answer."""
    body = body.encode() if isinstance(body, str) else body

    def page(handler):
        answer(handler, status, {"Content-Type": media_type, **headers}, body)

    return page


def redirects(target, status=302):
    return gives(b"", status=status, Location=target)


def says_it_has(size, body=b"x"):
    """A Content-Length, and less than that."""
    return gives(body, **{"Content-Length": str(size)})


def goes_on(every=0.0, chunk=b"x" * 65536, chunked=False):
    """A body without an end or a length: fast, or a little now and then."""

    def page(handler):
        _head(handler, 200, {"Content-Type": "text/html", **({"Transfer-Encoding": "chunked"} if chunked else {})})
        while True:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk) if chunked else chunk)
            time.sleep(every)

    return page


def keeps_silent(seconds):
    return lambda handler: time.sleep(seconds)


def drips_headers(every):
    """A header line that never ends, a byte now and then."""

    def page(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while True:
            handler.wfile.write(b"x")
            time.sleep(every)

    return page


def hangs_up(after=b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nthe beginning"):
    """So much of an answer, then a reset."""

    def page(handler):
        handler.wfile.write(after)
        handler.wfile.flush()
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()

    return page


def answer(handler, status, headers=None, body=b""):
    _head(handler, status, {"Content-Length": str(len(body)), **(headers or {})})
    if handler.command != "HEAD":
        handler.wfile.write(body)


def _head(handler, status, headers):
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
