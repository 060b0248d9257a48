"""What an address of ours is for: an answer, a mail that came back, a new case in a country, or a person who looks after mail.

Told from the address alone, without the database: a made-up reply address or return path is nobody's.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings

from landsea.base.outbox.answering import mail_keys
from landsea.base.ui.countries import CORRIDOR
from landsea_core.mailtext.reply_address import find_nonce
from landsea_core.mailtext.return_path import find_returned_delivery

FOR_PEOPLE = frozenset({"postmaster", "abuse", "hostmaster", "webmaster"})
"""Mail to postmaster is always accepted (RFC 5321, 4.5.1); a person reads it."""
ANY_COUNTRY = "cases"


class Purpose(StrEnum):
    """What an address is for."""

    REPLY = "reply"
    RETURN = "return"
    FILING = "filing"
    PEOPLE = "people"
    NOBODY = "nobody"


@dataclass(frozen=True)
class OwnAddress:
    """An address of ours: a reply's nonce, the delivery that came back, or the country of a filing (empty: any)."""

    purpose: Purpose
    nonce: bytes = b""
    delivery: int = 0
    country: str = ""


def read_own_address(address: str) -> OwnAddress:
    """Return what this address is for, whatever its capitals: `VN@in.landsea.example` files a case about Viet Nam."""
    local, _, domain = address.strip().strip("<>").lower().rpartition("@")
    if not settings.INBOUND_DOMAIN or domain != settings.INBOUND_DOMAIN:
        return OwnAddress(Purpose.NOBODY)
    whole, keys = f"{local}@{domain}", mail_keys()
    nonce, delivery = find_nonce(whole, keys), find_returned_delivery(whole, keys)
    if nonce is not None:
        return OwnAddress(Purpose.REPLY, nonce=nonce)
    if delivery is not None:
        return OwnAddress(Purpose.RETURN, delivery=delivery)
    if local == ANY_COUNTRY or local.upper() in CORRIDOR:
        return OwnAddress(Purpose.FILING, country="" if local == ANY_COUNTRY else local.upper())
    return OwnAddress(Purpose.PEOPLE if local in FOR_PEOPLE else Purpose.NOBODY)


def write_filing_address(country: str = "") -> str:
    """Return the address under which a case about this country is filed by mail; empty while mail is off."""
    return f"{country.lower() or ANY_COUNTRY}@{settings.INBOUND_DOMAIN}" if settings.INBOUND_DOMAIN else ""
