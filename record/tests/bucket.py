"""A service that understands as much of the S3 protocol as the archive speaks: objects put, asked for, read and deleted."""

import hashlib
from xml.sax.saxutils import escape

from record.tests.web import Web, answer


class BucketService(Web):
    """`objects` by path. Each request must bear the signature of its key, and the hash of what it brings."""

    KEY = "a-key"

    def __init__(self):
        super().__init__()
        self.objects, self.refuses = {}, False

    def respond(self, handler):
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        if self.refuses or not self._signed(handler, body):
            return _error(handler, 403, "AccessDenied")
        self.asked.append((handler.command, handler.path))
        if handler.command == "PUT":
            self.objects[handler.path] = body
            return answer(handler, 200, {"ETag": f'"{hashlib.md5(body).hexdigest()}"'})
        if handler.command == "DELETE":
            self.objects.pop(handler.path, None)
            return answer(handler, 204)
        if handler.path not in self.objects:
            return _error(handler, 404, "NoSuchKey")
        kept = self.objects[handler.path]
        return answer(handler, 200, {"ETag": f'"{hashlib.md5(kept).hexdigest()}"', "Content-Type": "application/octet-stream"}, kept)

    def _signed(self, handler, body):
        authorization = handler.headers.get("Authorization", "")
        sent = handler.headers.get("x-amz-content-sha256")
        return authorization.startswith(f"AWS4-HMAC-SHA256 Credential={self.KEY}/") and sent in (hashlib.sha256(body).hexdigest(), "UNSIGNED-PAYLOAD")


def _error(handler, status, code):
    body = f"<?xml version='1.0'?><Error><Code>{escape(code)}</Code><Message>{escape(code)}</Message></Error>".encode()
    answer(handler, status, {"Content-Type": "application/xml"}, body)
