"""A desk or a person as a vCard (RFC 2426, version 3.0; RFC 6350, version 4.0): escaping, folding, and which lines there are.

Phones stop reading a whole book at the first card that is wrong, so everything passes one writer: control characters are
taken out, a line has at most 75 octets, and a fold never cuts a character, nor a mark from the letter that bears it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

LONGEST_LINE = 75
"""Octets of a line without its end (RFC 6350, 3.2)."""
VERSIONS = ("3.0", "4.0")
ORGANIZATION, PERSON = "org", "individual"
NAMELESS = "–"
END_OF_LINE = re.compile("\r\n|[\r\u2028\u2029]")


@dataclass(frozen=True)
class CardTelephone:
    """A number to dial; `label` says in the reader's language what answers there, or until when it is good."""

    number: str
    label: str = ""


@dataclass(frozen=True)
class Card:
    """What a card says. `uid` is a UUID that stays; `kind` is `org` or `individual`; `units` are the organisation and its
    parts, the largest first; `part` is what the person is there; `topics` are the groups it belongs to.
    """

    uid: str
    kind: str
    name: str
    units: tuple[str, ...] = ()
    part: str = ""
    telephones: tuple[CardTelephone, ...] = ()
    emails: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    address: str = ""
    note: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class CardLine:
    """One content line: its name, parameters (";TYPE=VOICE"), the value as it is meant, and as it is written."""

    name: str
    value: str
    written: str
    parameters: str = ""
    group: str = ""


def write_card_lines(card: Card, revised: datetime | None = None, version: str = "3.0") -> Iterator[CardLine]:
    """Yield the lines between BEGIN and END. `revised` (aware) is when what the card says last changed."""
    name = put_in_one_line(card.name) or put_in_one_line(" ".join(card.units)) or NAMELESS
    yield CardLine("VERSION", version, version)
    yield _line("FN", name)
    yield CardLine("N", name, f"{escape_value(name)};;;;")
    yield _line("UID", f"urn:uuid:{card.uid}" if version == "4.0" else card.uid)
    yield from _lines_of_kind(card, version)
    if card.units:
        units = [put_in_one_line(unit) for unit in card.units]
        yield CardLine("ORG", " ".join(units), ";".join(escape_value(unit) for unit in units))
    if card.part:
        yield _line("TITLE", put_in_one_line(card.part))
    for number, one in enumerate(card.telephones, start=1):
        group = f"item{number}" if one.label else ""
        yield _line("TEL", put_in_one_line(one.number), ";TYPE=VOICE", group)
        if one.label:
            yield _line("X-ABLABEL", put_in_one_line(one.label), group=group)
    for address in card.emails:
        yield _line("EMAIL", put_in_one_line(address), ";TYPE=INTERNET" if version == "3.0" else "")
    if version == "4.0":
        for code in card.languages:
            yield _line("LANG", code)
    if card.address:
        yield CardLine("URL", card.address, put_in_one_line(card.address))
    if card.topics:
        yield CardLine("CATEGORIES", ",".join(card.topics), ",".join(escape_value(topic) for topic in card.topics))
    if card.note:
        yield _line("NOTE", card.note)
    if revised:
        moment = revised.astimezone(UTC)
        yield _line("REV", f"{moment:%Y%m%dT%H%M%SZ}" if version == "4.0" else f"{moment:%Y-%m-%dT%H:%M:%SZ}")


def write_card(
    card: Card, revised: datetime | None = None, version: str = "3.0", only: frozenset[str] = frozenset()
) -> str:
    """Return a card as text, each line ended by CRLF. `only`: names of the lines wanted (upper case); empty: all. The lines
    without which a card is none (VERSION, UID, FN, N) are always there.
    """
    wanted = only and only | {"VERSION", "UID", "FN", "N"}
    lines = [one for one in write_card_lines(card, revised, version) if not wanted or one.name in wanted]
    written = [
        f"{one.group}.{one.name}{one.parameters}:{one.written}"
        if one.group
        else f"{one.name}{one.parameters}:{one.written}"
        for one in lines
    ]
    return "".join(fold_line(line) + "\r\n" for line in ("BEGIN:VCARD", *written, "END:VCARD"))


def escape_value(text: str) -> str:
    r"""Return a text as it stands in a vCard: backslash, comma, semicolon and the end of a line are escaped.

    >>> escape_value("Plants; roots, seeds")
    'Plants\\; roots\\, seeds'
    """
    kept = drop_controls(text)
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def drop_controls(text: str) -> str:
    """Return a text without control characters; the ends of lines are all alike."""
    lines = END_OF_LINE.sub("\n", text)
    return "".join(one for one in lines if one == "\n" or unicodedata.category(one) not in ("Cc", "Cs"))


def put_in_one_line(text: str) -> str:
    """Return a text without control characters and with single spaces in place of ends of lines and other gaps."""
    return " ".join(drop_controls(text).split())


def fold_line(line: str) -> str:
    """Return a line folded: no part of it has more than 75 octets, and each but the first begins with a space, which a reader
    takes away with the line's end.

    A letter and the marks on it stay together wherever both fit into one line.
    """
    parts: list[str] = []
    part, octets, room = "", 0, LONGEST_LINE
    for piece in _pieces_of(line):
        size = len(piece.encode())
        if octets + size > room:
            parts.append(part)
            part, octets, room = "", 0, LONGEST_LINE - 1
        part += piece
        octets += size
    return "\r\n ".join([*parts, part])


def _pieces_of(line: str) -> Iterator[str]:
    """Yield letters with their marks; the marks apart where they alone would fill a line."""
    piece = ""
    for one in line:
        is_mark = unicodedata.category(one).startswith("M")
        if piece and not (is_mark and len((piece + one).encode()) < LONGEST_LINE):
            yield piece
            piece = ""
        piece += one
    if piece:
        yield piece


def _line(name: str, value: str, parameters: str = "", group: str = "") -> CardLine:
    return CardLine(name, value, escape_value(value), parameters, group)


def _lines_of_kind(card: Card, version: str) -> Iterator[CardLine]:
    if version == "4.0":
        yield CardLine("KIND", card.kind, card.kind)
    elif card.kind == ORGANIZATION:
        yield CardLine("X-ABSHOWAS", "COMPANY", "COMPANY")
