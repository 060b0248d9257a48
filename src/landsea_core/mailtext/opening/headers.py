"""The headers of a mail or a part as text: encoded words, raw bytes in some national set, folded lines.

Encoded words (RFC 2047) are joined before they are decoded when they follow each other in one set, because programs cut
them in the middle of a character. Raw bytes are read in the likeliest set.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message

from landsea_core.mailtext.charsets.decoding import decode_letters, finish_letters
from landsea_core.mailtext.opening.limits import MAX_HEADER
from landsea_core.text.letters.cleaning import clean_text

_WORD = re.compile(r"=\?([\w.:*-]{1,60})\?([bBqQ])\?([^?\r\n]{0,3000})\?=")
_BETWEEN = re.compile(r"(\?=)\s+(?==\?[\w.:*-]{1,60}\?[bBqQ]\?)")


@dataclass(frozen=True)
class Headers:
    """All headers of one mail or part, as text, in order; names in small letters."""

    items: tuple[tuple[str, str], ...]

    def first(self, name: str) -> str:
        """Return the topmost header of that name, or an empty string."""
        return next((value for one, value in self.items if one == name), "")

    def all(self, *names: str) -> tuple[str, ...]:
        """Return all headers of these names, from the top."""
        return tuple(value for one, value in self.items if one in names)

    def has(self, name: str) -> bool:
        """Say whether there is a header of that name, even an empty one."""
        return any(one == name for one, _ in self.items)

    def starting(self, prefix: str) -> tuple[str, ...]:
        """Return the names that begin so."""
        return tuple(one for one, _ in self.items if one.startswith(prefix))


def read_headers(message: Message) -> Headers:
    """Return the headers of a parsed message."""
    return Headers(tuple((str(name).strip().lower(), read_header(str(value))) for name, value in message.raw_items()))


def read_header(value: str) -> str:
    """Return a header's value as text: unfolded, decoded, without control characters; never raises.

    >>> read_header("=?GB2312?B?wO7D9w==?= <li@cq.example>")
    '李明 <li@cq.example>'
    """
    raw = value[:MAX_HEADER].encode("utf-8", "surrogateescape")
    text = value[:MAX_HEADER] if raw.isascii() else decode_letters(raw).text
    text = " ".join(text.split())
    if "=?" in text:
        text = "".join(_decoded(_pieces(_BETWEEN.sub(r"\1", text))))
    return clean_text(" ".join(finish_letters(text).split())).text


def _pieces(text: str) -> Iterator[tuple[bytes, str] | str]:
    """Yield plain text as it is, and encoded words as (bytes, character set)."""
    at = 0
    for hit in _WORD.finditer(text):
        if hit.start() > at:
            yield text[at : hit.start()]
        data = _word_bytes(hit[3], hit[2])
        yield hit[0] if data is None else (data, hit[1])
        at = hit.end()
    yield text[at:]


def _decoded(pieces: Iterable[tuple[bytes, str] | str]) -> Iterator[str]:
    waiting, charset = b"", ""
    for piece in pieces:
        if isinstance(piece, tuple) and piece[1].lower() == charset:
            waiting += piece[0]
            continue
        if waiting:
            yield decode_letters(waiting, charset).text
            waiting, charset = b"", ""
        if isinstance(piece, tuple):
            waiting, charset = piece[0], piece[1].lower()
        else:
            yield piece
    if waiting:
        yield decode_letters(waiting, charset).text


def _word_bytes(payload: str, encoding: str) -> bytes | None:
    data = payload.encode("utf-8", "surrogateescape")
    if encoding in "qQ":
        return quopri.decodestring(data.replace(b"_", b" "), header=False)
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4)) or None
    except binascii.Error:
        return None
