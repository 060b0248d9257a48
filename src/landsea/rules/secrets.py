"""Secrets of watches, feeds and webhooks: made from a nonce and the installation's key, so the database holds none.

The page of a watch and its feeds have secrets of their own: a feed address lies about in reader programs, and renewing
it must not close the page.
"""

import base64
import hashlib
import hmac
import re
import uuid

from django.conf import settings

SHAPE = re.compile(r"[A-Za-z0-9_-]{43}")
PAGE, FEED, HOOK = "page", "feed", "hook"


def secret_of(nonce: uuid.UUID | str, use: str) -> str:
    """Return the 43-character secret of a nonce for one use (`PAGE`, `FEED`, `HOOK`), fit for a URL."""
    key = hashlib.sha256(f"landsea rules {use}".encode() + settings.SECRET_KEY.encode()).digest()
    mac = hmac.new(key, str(nonce).encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def digest_of(secret: str) -> str:
    """Return what the database keeps of a secret for looking up: SHA-256, hex."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_nonce() -> uuid.UUID:
    """Return a fresh nonce."""
    return uuid.uuid4()
