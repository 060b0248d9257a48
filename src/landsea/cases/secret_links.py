"""The arithmetic of secret links: nonce -> secret -> digest. Knows no tables.

The secret is an HMAC of the nonce with the installation's key. The database holds the nonce and the secret's digest,
so a stolen copy of the database opens nothing, and a mail can still carry the link. Whoever holds the key and the
database can open every mailbox; THREAT_MODEL.md says so.
"""

import base64
import hashlib
import hmac
import uuid

from django.conf import settings


def new_nonce() -> uuid.UUID:
    """Return a fresh nonce."""
    return uuid.uuid4()


def secret_of(nonce: uuid.UUID | str) -> str:
    """Return the 43-character secret that belongs to a nonce, fit for a URL."""
    key = hashlib.sha256(b"landsea mailbox link" + settings.SECRET_KEY.encode()).digest()
    mac = hmac.new(key, str(nonce).encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def digest_of(secret: str) -> str:
    """Return what the database keeps of a secret (or of a form's key): SHA-256, hex."""
    return hashlib.sha256(secret.encode()).hexdigest()
