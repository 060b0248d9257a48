"""The envelope address that our mails are sent from; a mail that comes back names the delivery by it: `bounce+812-MARK@domain`.

The mark is the beginning of an HMAC-SHA256 over the number with the installation's key. Bounces are forged like any other
mail; one that comes to an address with the right mark answers a mail that we really sent (what is known as VERP and BATV).
"""

import base64
import hashlib
import hmac
import re

_FORM = re.compile(r"^bounce\+(?P<number>\d{1,18})-(?P<mark>[a-z2-7]{16})@(?P<domain>[a-z0-9.-]+)$")


def return_path(delivery: int, key: bytes, domain: str) -> str:
    """Return the envelope address of a delivery.

    >>> return_path(812, b"k", "in.landsea.example")
    'bounce+812-xielqcheztbo7irh@in.landsea.example'
    """
    return f"bounce+{delivery}-{_mark(delivery, key)}@{domain}"


def find_returned_delivery(address: str, keys: tuple[bytes, ...]) -> int | None:
    """Return the number of the delivery that this envelope address was made for by one of the keys; None for any other.

    >>> find_returned_delivery("Bounce+812-XIELqcheztbo7irh@in.landsea.example", (b"k",))
    812
    >>> find_returned_delivery("bounce+813-xielqcheztbo7irh@in.landsea.example", (b"k",)) is None
    True
    """
    hit = _FORM.match(address.strip().lower())
    if not hit:
        return None
    number = int(hit["number"])
    return number if any(hmac.compare_digest(hit["mark"], _mark(number, key)) for key in keys) else None


def _mark(delivery: int, key: bytes) -> str:
    digest = hmac.digest(key, b"landsea return path 1\0" + str(delivery).encode(), hashlib.sha256)
    return base64.b32encode(digest[:10]).decode("ascii").lower()
