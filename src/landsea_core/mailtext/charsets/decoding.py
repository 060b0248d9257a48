"""From the bytes of a part, and what it says of them, to text.

1. The declared name is put right by the table of lies.
2. Well-formed UTF-8 is UTF-8, whatever was declared.
3. The declared set reads it, strictly. Where that proves nothing (a set of single bytes) and another set is far
   likelier, the other one is taken.
4. Otherwise the likeliest set, with a replacement mark for what it cannot read.

Letters come out composed (NFC), Burmese as Unicode.
"""

import unicodedata
from dataclasses import dataclass

from landsea_core.mailtext.charsets.guessing import guess_charset, is_utf8
from landsea_core.mailtext.charsets.lies import SINGLE_BYTE, find_honest_name
from landsea_core.mailtext.charsets.utf7 import decode_hidden_utf7
from landsea_core.mailtext.charsets.zawgyi import convert_zawgyi

_FEW_FAULTS = 0.02
_SWITCHING = frozenset({"utf-7", "hz", "iso2022_jp", "iso2022_kr", "utf-16", "utf-32", "utf-16-le", "utf-16-be"})
"""Sets written in ASCII bytes, or with zeros between: these must be read as declared."""


@dataclass(frozen=True)
class Decoded:
    """A text and the character set that it was read in."""

    text: str
    charset: str


def decode_letters(data: bytes, declared: str = "") -> Decoded:
    """Return the text of some bytes; never raises.

    >>> decode_letters("李镕㐂".encode("gb18030"), "GB2312").text
    '李镕㐂'
    """
    name = _chosen(data, find_honest_name(declared))
    text = _read(data, name)
    if name in {"ascii", "utf-8"}:
        text = decode_hidden_utf7(text)
    return Decoded(finish_letters(text), name)


def finish_letters(text: str) -> str:
    """Return a text with its letters composed and its Burmese in Unicode."""
    return convert_zawgyi(unicodedata.normalize("NFC", text))


def _chosen(data: bytes, declared: str) -> str:
    if not declared:
        return guess_charset(data)
    if declared in _SWITCHING or data.isascii():
        return declared
    if is_utf8(data):
        return "utf-8"
    likely = guess_charset(data)
    if declared in SINGLE_BYTE:
        return declared if likely in SINGLE_BYTE else likely
    faults = _faults(data, declared)
    is_believed = faults <= _FEW_FAULTS or _faults(data, likely) >= faults
    return declared if is_believed else likely


def _read(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeError:
        pass
    try:
        return data.decode(name, "replace")
    except (UnicodeError, LookupError):
        return data.decode("utf-8", "replace")


def _faults(data: bytes, name: str) -> float:
    """Return how many replacement marks come out for each byte over 127."""
    text = _read(data, name)
    return text.count("\ufffd") / max(1, len(data) - len(data.translate(None, bytes(range(128, 256)))))
