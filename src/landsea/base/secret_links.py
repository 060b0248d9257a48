"""The arithmetic of secret links: nonce -> secret -> digest. Knows no tables.

A secret is a keyed digest (HMAC-SHA-256, by Django's `salted_hmac`) of a nonce under the installation's key and a purpose,
so that a link of one purpose opens nothing of another. The database holds the nonce and the secret's digest: a stolen copy
of it opens nothing, and a mail can still carry the link. Whoever holds the key and the database can open every link;
THREAT_MODEL.md says so.
"""

import base64
import hashlib
import re
import uuid

from django.utils.crypto import salted_hmac

SHAPE = re.compile(r"[A-Za-z0-9_-]{43}")
"""What every secret looks like."""


class SecretLinks:
    """Links of one purpose. Two kinds of links never share a purpose; a changed purpose ends all links already sent.

    >>> links = SecretLinks("an example")
    >>> row = links.new_link()
    >>> row["digest"] == compute_digest(links.secret_of(row["nonce"]))
    True
    """

    def __init__(self, purpose: str):
        self.purpose = purpose

    def secret_of(self, nonce: uuid.UUID | str) -> str:
        """Return the 43-character secret that belongs to a nonce, fit for a URL."""
        raw = salted_hmac(self.purpose, str(nonce), algorithm="sha256").digest()
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")

    def new_link(self) -> dict[str, uuid.UUID | str]:
        """Return nonce and digest of a new link, as a row's fields."""
        nonce = make_nonce()
        return {"nonce": nonce, "digest": compute_digest(self.secret_of(nonce))}


def make_nonce() -> uuid.UUID:
    """Return a fresh nonce."""
    return uuid.uuid4()


def compute_digest(secret: str) -> str:
    """Return what the database keeps of a secret (or of a form's key): SHA-256, hex."""
    return hashlib.sha256(secret.encode()).hexdigest()
