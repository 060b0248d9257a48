"""Addresses in headers: who sent a mail, and by which addresses it came."""

import re
from email.utils import getaddresses

from landsea_core.mailtext.opening.headers import Headers

_ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]：；，、（）【】《》“”]{1,128}@[A-Za-z0-9\u0080-\uffff.-]{1,253}")
_TO = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to", "apparently-to", "to", "cc")


def find_sender(headers: Headers) -> tuple[str, str]:
    """Return (display name, address in small letters) of who wrote, both empty when nobody says.

    From counts; where it has no address Sender, the envelope, the address for answers. `"Li Ming" <Li@CQ.example>` gives its
    address as `li@cq.example`.
    """
    for name in ("from", "sender", "x-sender", "return-path", "reply-to"):
        for value in headers.all(name):
            shown, address = _first_pair(value)
            if address:
                return shown, address
    return "", ""


def list_recipients(headers: Headers) -> tuple[str, ...]:
    """Return the addresses by which a mail came, in small letters, the server's own word first, each once."""
    found = (hit.lower().rstrip(".") for name in _TO for value in headers.all(name) for hit in _ADDRESS.findall(value))
    return tuple(dict.fromkeys(found))


def find_addresses(text: str) -> tuple[str, ...]:
    """Return the addresses in any text, in small letters, in order, each once."""
    return tuple(dict.fromkeys(hit.lower().rstrip(".") for hit in _ADDRESS.findall(text)))


def find_domain(address: str) -> str:
    """Return what stands after the last @, in small letters."""
    return address.rpartition("@")[2].strip().lower().rstrip(".") if "@" in address else ""


def _first_pair(value: str) -> tuple[str, str]:
    hits = [hit.rstrip(".") for hit in _ADDRESS.findall(value)]
    if not hits:
        return "", ""
    try:
        pairs = [(name, address) for name, address in getaddresses([value]) if "@" in address]
    except (ValueError, IndexError):
        pairs = []
    bracketed = re.search(r"<\s*(" + _ADDRESS.pattern + r")\s*>", value)
    address = (bracketed[1] if bracketed else hits[0]).lower().rstrip(".")
    name = next((name for name, one in pairs if one.lower() == address), "")
    if not name and bracketed:
        name = value[: bracketed.start()].strip().strip("\"'")
    return name.strip(), address
