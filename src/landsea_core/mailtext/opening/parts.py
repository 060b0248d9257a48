"""The parts of a mail as a tree of plain facts: types, names, decoded bytes. Nothing here decides what they mean."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import Message

from landsea_core.mailtext.charsets.decoding import decode_letters
from landsea_core.mailtext.opening.boundaries import list_inner_messages
from landsea_core.mailtext.opening.headers import Headers, read_header, read_headers
from landsea_core.mailtext.opening.limits import MAX_LEVELS, MAX_PARTS
from landsea_core.mailtext.opening.parameters import read_parameters
from landsea_core.mailtext.opening.transfer import decode_transfer
from landsea_core.mailtext.opening.types import find_type

_STUMBLES = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the library raises over odd headers when it is to write a mail again."""


@dataclass(frozen=True)
class Part:
    """One part. `children` are those of a multipart; of an attached mail they are its own parts, under `headers`."""

    type: str
    parameters: dict[str, str]
    disposition: str
    name: str
    content: bytes = field(repr=False)
    headers: Headers
    children: "tuple[Part, ...]" = ()

    def walk(self, *, into_mails: bool = False) -> "Iterator[Part]":
        """Yield this part and those below it, in order; those of attached mails only when asked."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            if into_mails or part is self or part.type != "message/rfc822":
                waiting.extend(reversed(part.children))

    @property
    def is_multipart(self) -> bool:
        """Say whether the part only holds others."""
        return self.type.startswith("multipart/")


@dataclass(frozen=True)
class Opened:
    """The tree of a mail, and how it was bounded: how deep it went, whether anything was left closed."""

    root: Part
    levels: int
    left_closed: bool


class _Counted:
    """Counts parts while a tree is built."""

    def __init__(self) -> None:
        self.parts = 0
        self.levels = 0
        self.left_closed = False


def open_parts(message: Message) -> Opened:
    """Return the tree of a parsed message, not deeper and not wider than the limits."""
    counted = _Counted()
    root = _part(message, 1, counted)
    return Opened(root, counted.levels, counted.left_closed)


def _part(message: Message, level: int, counted: _Counted) -> Part:
    counted.parts += 1
    counted.levels = max(counted.levels, level)
    headers = read_headers(message)
    kind, parameters = read_parameters(_raw(message, "content-type"))
    where, placed = read_parameters(_raw(message, "content-disposition"))
    declared = kind if "/" in kind else "text/plain"
    name = placed.get("filename") or parameters.get("name") or ""
    inner = list_inner_messages(message, declared)
    content = _content(message, declared, inner)  # before its parts are read, which takes their encodings off
    children: list[Part] = []
    for one in inner:
        if level >= MAX_LEVELS or counted.parts >= MAX_PARTS:
            counted.left_closed = True
            break
        children.append(_part(one, level + 1, counted))
    if inner or declared.startswith(("text/", "multipart/", "message/")):
        found = declared
    else:
        found = find_type(declared, name, content)
    if declared.startswith("multipart/") and not inner:
        found = "text/plain"  # no boundary line was found: all of it is one text
    return Part(found, parameters, where, name, content, headers, tuple(children))


def _raw(message: Message, name: str) -> str:
    return next((str(value) for one, value in message.raw_items() if one.lower() == name), "")


def _content(message: Message, kind: str, inner: list[Message]) -> bytes:
    """Return a part's bytes; of an attached mail and of a delivery report's fields the whole of them as they were sent."""
    if kind.startswith("multipart/") and inner:
        return b""
    if inner:
        blocks = (_guarded(one.as_bytes) for one in inner)
        return b"\n".join(blocks)
    encoding = read_header(_raw(message, "content-transfer-encoding"))
    # Without the header the library hands out the bytes as they came: ours reads broken ones too.
    del message["content-transfer-encoding"]
    payload = message.get_payload(decode=True)
    return decode_transfer(payload, encoding) if isinstance(payload, bytes) else b""


def _guarded(make: Callable[[], bytes]) -> bytes:
    try:
        return make()
    except _STUMBLES:
        return b""


def read_text(part: Part, hint: str = "") -> str:
    """Return a text part's words, with plain ends of line."""
    declared = part.parameters.get("charset", "") or hint
    return decode_letters(part.content, declared).text.replace("\r\n", "\n").replace("\r", "\n")
