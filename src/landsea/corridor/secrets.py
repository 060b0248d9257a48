"""Secrets of kept plans and trips: made from a nonce and the installation's key, so the database holds none."""

import base64
import hashlib
import hmac
import re
import uuid

from django.conf import settings

SHAPE = re.compile(r"[A-Za-z0-9_-]{43}")


def secret_of(nonce: uuid.UUID) -> str:
    """Return the 43-character secret of a nonce, fit for a URL."""
    key = hashlib.sha256(b"landsea corridor" + settings.SECRET_KEY.encode()).digest()
    mac = hmac.new(key, str(nonce).encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def digest_of(secret: str) -> str:
    """Return what the database keeps of a secret for looking up: SHA-256, hex."""
    return hashlib.sha256(secret.encode()).hexdigest()
