"""A receiver of webhooks: prints what happened, once, and only when it is signed by whom it should be.

LANDSEA_WEBHOOK_SECRET=whsec_... python docs/programs/receiver.py 8080

Put a web server with TLS before it, and name its address on the page /webhooks/ of the installation. What is posted says
which case changed and where it is read; read it there with a key.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

OLDEST_SECONDS = 300
SEEN: set[str] = set()
"""Events that were taken; a real program keeps them where its data are."""


def is_signed(headers, body: bytes, secret: str, now: float) -> bool:
    """Say whether a post is ours and new: one of its signatures fits, and its time is near `now` (Unix time)."""
    number, seconds = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not seconds.isdecimal() or abs(int(seconds) - now) > OLDEST_SECONDS:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    mac = hmac.new(key, f"{number}.{seconds}.".encode() + body, hashlib.sha256).digest()
    right = f"v1,{base64.b64encode(mac).decode()}"
    return any(hmac.compare_digest(right, one) for one in headers.get("webhook-signature", "").split())


class Receiver(BaseHTTPRequestHandler):
    """Takes posts: 204 for what is ours, the same again too, 401 for all else."""

    def do_POST(self) -> None:
        """Take one post."""
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if not is_signed(self.headers, body, os.environ["LANDSEA_WEBHOOK_SECRET"], time.time()):
            self.send_response(401)
        else:
            self.send_response(204)
            if self.headers["webhook-id"] not in SEEN:
                SEEN.add(self.headers["webhook-id"])
                told = json.loads(body)
                print(
                    told["timestamp"], told["type"], told["data"].get("ref") or told["data"].get("at", ""), flush=True
                )
        self.end_headers()

    def log_message(self, *_given) -> None:
        """Say nothing but what happened."""


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver).serve_forever()
