"""A store that speaks as much S3 as papers need, on this machine, for tests: PUT, GET, HEAD, DELETE and a list, in memory."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape


class Store(ThreadingHTTPServer):
    """The server; `kept` is what lies in it, by path; `refuses` makes it answer 503 to everything."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.kept: dict[str, tuple[bytes, datetime]] = {}
        self.refuses = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Answering(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"

    def do_PUT(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        if not self.server.refuses:
            self.server.kept[self._name()] = (data, datetime.now(UTC))
        self._answer(503 if self.server.refuses else 200)

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if "list-type" in parse_qs(parts.query) or parts.query:
            return self._list(parse_qs(parts.query).get("prefix", [""])[0])
        found = self.server.kept.get(self._name())
        return self._answer(200, found[0]) if found else self._answer(404)

    do_HEAD = do_GET

    def do_DELETE(self) -> None:
        self.server.kept.pop(self._name(), None)
        self._answer(204)

    def _name(self) -> str:
        return urlsplit(self.path).path

    def _list(self, prefix: str) -> None:
        bucket = self._name().rstrip("/")
        rows = [
            f"<Contents><Key>{escape(name.removeprefix(bucket + '/'))}</Key><Size>{len(data)}</Size>"
            f"<LastModified>{at.isoformat()}</LastModified></Contents>"
            for name, (data, at) in sorted(self.server.kept.items())
            if name.removeprefix(bucket + "/").startswith(prefix)
        ]
        body = (
            f"<?xml version='1.0'?><ListBucketResult><IsTruncated>false</IsTruncated>{''.join(rows)}</ListBucketResult>"
        )
        self._answer(200, body.encode())

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", f'"{hashlib.md5(body).hexdigest()}"')
        self.send_header("Last-Modified", "Sat, 28 Nov 2026 12:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def run_store() -> Iterator[Store]:
    """Run the store while a test needs it."""
    server = Store()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
