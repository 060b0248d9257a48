"""The arithmetic of the links by which a contact confirms: nonce -> secret -> digest, as for mailboxes of cases but with a
key of its own, so that neither kind opens the other. The database holds nonce and digest; a copy of it opens nothing.
"""

import base64
import hashlib
import hmac
import uuid

from django.conf import settings


def secret_of(nonce: uuid.UUID | str) -> str:
    """Return the 43-character secret that belongs to a nonce, fit for a URL."""
    key = hashlib.sha256(b"landsea contact confirmation" + settings.SECRET_KEY.encode()).digest()
    mac = hmac.new(key, str(nonce).encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def digest_of(secret: str) -> str:
    """Return what the database keeps of a secret: SHA-256, hex."""
    return hashlib.sha256(secret.encode()).hexdigest()
