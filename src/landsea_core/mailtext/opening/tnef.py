"""winmail.dat: what old Outlook packs papers and words into (TNEF), unpacked by the tnefparse package."""

import logging
from dataclasses import dataclass

from landsea_core.mailtext.charsets.decoding import decode_letters

TYPES = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})


@dataclass(frozen=True)
class Unpacked:
    """What lay in a winmail.dat: words (plain and HTML, perhaps empty) and papers as (name, bytes)."""

    plain: str
    html: str
    papers: tuple[tuple[str, bytes], ...]


def is_tnef(kind: str, name: str) -> bool:
    """Say whether a part is such a package."""
    return kind in TYPES or name.lower() in {"winmail.dat", "win.dat"}


def unpack_tnef(content: bytes) -> Unpacked | None:
    """Return what lies in the package; None when it cannot be opened."""
    from tnefparse import TNEF

    logging.getLogger("tnefparse").setLevel(logging.CRITICAL)  # broken packages are no news
    try:
        found = TNEF(content, do_checksum=False)
        plain, html = _text(found.body), _text(found.htmlbody)
        papers = tuple((_name(one, number), bytes(one.data or b"")) for number, one in enumerate(found.attachments, 1))
    except (
        Exception
    ):  # the package reads offsets out of the file itself: any fault is possible, and each means the same
        return None
    if not (plain or html or any(content for _, content in papers)):
        return None
    return Unpacked(plain, html, papers)


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return decode_letters(value.rstrip(b"\0")).text
    return value.rstrip("\0") if isinstance(value, str) else ""


def _name(attachment: object, number: int) -> str:
    """Return a paper's name; the package itself reads it as UTF-8, which names from Asian desks seldom are."""
    for read in (_long_name, lambda one: getattr(one, "_name", b"")):
        try:
            name = read(attachment)
        except UnicodeDecodeError:
            continue
        told = _text(name).strip("\0 ")
        if told:
            return told
    return f"paper-{number}"


def _long_name(attachment: object) -> object:
    long_name = getattr(attachment, "long_filename", None)
    return long_name() if callable(long_name) else ""
