"""Secret links of the board: an owner's, an asker's, a registrant's. The secret is made from a nonce with the installation's
key; only its digest is kept, so that a copy of the database opens nothing, yet a mail can carry the link.
"""

import base64
import hashlib
import re
import uuid

from django.utils.crypto import salted_hmac

SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def secret_of(nonce: uuid.UUID | str) -> str:
    """Return the secret of a link with this nonce: 43 characters."""
    raw = salted_hmac("landsea.exchange.link", str(nonce), algorithm="sha256").digest()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def digest_of(secret: str) -> str:
    """Return what the database keeps of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_link() -> dict:
    """Return nonce and digest of a new link, as a row's fields."""
    nonce = uuid.uuid4()
    return {"nonce": nonce, "digest": digest_of(secret_of(nonce))}
