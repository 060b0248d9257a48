"""The secret reply address of one person in one case: `reply+TOKEN@domain`.

A token is a nonce of 10 bytes, kept in the database beside case and person, and 10 bytes of an HMAC-SHA256 over it
with the installation's key: whoever has not been sent the address cannot make one, and a made-up one is refused before
any look into the database. Both are written in base32 in small letters, because mail servers change the case of addresses;
the whole local part has 38 characters (64 are allowed, RFC 5321).
"""

import base64
import binascii
import hashlib
import hmac
import re

_HALF = 16
_FORM = re.compile(r"^reply\+(?P<token>[a-z2-7]{32})@(?P<domain>[a-z0-9.-]+)$")
_SHAPE = re.compile(r"^reply[+=_.-](?P<token>[a-z0-9_-]{6,58})@(?P<domain>[a-z0-9.-]+)$")
"""What looks like a reply address: tokens of another form are told from typing errors by whoever holds the key."""
ANYWHERE = re.compile(r"\breply\+[A-Za-z2-7]{32}@[A-Za-z0-9.-]+", re.ASCII)
"""A reply address within a line of text: it stands in our own notices and in what is quoted of them."""
NONCE_BYTES = 10


def reply_address(nonce: bytes, key: bytes, domain: str) -> str:
    """Return the address for a nonce of `NONCE_BYTES` random bytes. Raises ValueError for another length."""
    if len(nonce) != NONCE_BYTES:
        raise ValueError(f"Give a nonce of {NONCE_BYTES} bytes; this one has {len(nonce)}.")
    return f"reply+{_letters(nonce)}{_letters(_mark(nonce, key))}@{domain}"


def find_token(address: str, domains: frozenset[str] = frozenset()) -> str:
    """Return the token of what looks like a reply address (of one of `domains`, when given), else an empty string."""
    hit = _SHAPE.match(address.strip().lower())
    if not hit or (domains and hit["domain"] not in domains):
        return ""
    return hit["token"]


def find_nonce(address: str, keys: tuple[bytes, ...]) -> bytes | None:
    """Return the nonce of a reply address that one of the keys made; None for every other address."""
    hit = _FORM.match(address.strip().lower())
    if not hit:
        return None
    try:
        nonce, mark = (base64.b32decode(half.upper()) for half in (hit["token"][:_HALF], hit["token"][_HALF:]))
    except binascii.Error:
        return None
    return nonce if any(hmac.compare_digest(mark, _mark(nonce, key)) for key in keys) else None


def _mark(nonce: bytes, key: bytes) -> bytes:
    return hmac.digest(key, b"landsea reply address 1\0" + nonce, hashlib.sha256)[:NONCE_BYTES]


def _letters(data: bytes) -> str:
    return base64.b32encode(data).decode("ascii").lower()
