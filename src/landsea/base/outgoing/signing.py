"""Signatures of what is posted to other servers and of what they post to us, as Standard Webhooks 1.0 say: webhook-id,
webhook-timestamp, and webhook-signature `v1,BASE64` over "ID.TIMESTAMP.BODY" with a `whsec_` secret.
"""

import base64
import hashlib
import hmac

PREFIX = "whsec_"
OLDEST_SECONDS = 300
"""How far the clock of a signature may be from ours, as Standard Webhooks advise."""


def write_standard_secret(secret: str) -> str:
    """Return a secret of our links (base64url of 32 bytes) as Standard Webhooks write one.

    >>> write_standard_secret("_" * 42 + "8")
    'whsec_//////////////////////////////////////////8='
    """
    raw = base64.urlsafe_b64decode(secret + "=" * (-len(secret) % 4))
    return PREFIX + base64.b64encode(raw).decode()


def write_signed_headers(secret: str, number: object, seconds: int, body: bytes) -> dict[str, str]:
    """Return the three headers of a signed post at `seconds` (Unix time)."""
    return {
        "webhook-id": str(number),
        "webhook-timestamp": str(seconds),
        "webhook-signature": f"v1,{_signature(secret, str(number), str(seconds), body)}",
    }


def is_signed(secret: str, number: str, seconds: str, signatures: str, body: bytes, *, now: int) -> bool:
    """Say whether one of the signatures fits and its time is near `now` (Unix time): an old post sent again is none."""
    if not (seconds.isdecimal() and len(seconds) < 12 and abs(int(seconds) - now) <= OLDEST_SECONDS):
        return False
    right = _signature(secret, number, seconds, body)
    given = [one.removeprefix("v1,") for one in signatures.split() if one.startswith("v1,")]
    return any(hmac.compare_digest(right.encode(), one.encode()) for one in given)


def _signature(secret: str, number: str, seconds: str, body: bytes) -> str:
    """Return the signature, BASE64. A secret without `whsec_`, or with none of BASE64 behind it, is taken as it is."""
    key = secret.encode()
    if secret.startswith(PREFIX):
        try:
            key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
        except ValueError:
            key = secret.removeprefix(PREFIX).encode()
    mac = hmac.new(key, f"{number}.{seconds}.".encode() + body, hashlib.sha256)
    return base64.b64encode(mac.digest()).decode()
