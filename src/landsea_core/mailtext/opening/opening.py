"""One mail opened: its headers, its parts with wrappings taken off, and what stood in the way."""

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import compat32

from landsea_core.mailtext.opening.headers import Headers
from landsea_core.mailtext.opening.limits import MAX_BYTES
from landsea_core.mailtext.opening.parts import Part, open_parts
from landsea_core.mailtext.opening.signed import unwrap_signed
from landsea_core.sentences import Sentence

_MBOX_LINE = re.compile(rb"\A>?From [^\r\n]*\r?\n")
_HEADER_LINE = re.compile(rb"[!-9;-~]{1,100}[ \t]*:")
_HEADERS_END = re.compile(rb"\r?\n\r?\n|\r\r")
_NEEDED = ("from", "to", "subject", "date", "received", "message-id", "return-path", "delivered-to", "sender", "cc")


class Unopenable(ValueError):
    """These bytes are no mail that can be opened; `sentence` says why."""

    def __init__(self, told: Sentence) -> None:
        self.sentence = told
        super().__init__(str(told))


@dataclass(frozen=True)
class Mail:
    """An opened mail. `notes` say what was found on the way, in order."""

    raw: bytes
    headers: Headers
    root: Part
    levels: int
    left_closed: bool
    is_encrypted: bool
    notes: tuple[Sentence, ...]


def open_mail(raw: bytes) -> Mail:
    """Return the opened mail. Raises Unopenable for what is too large, no mail, or built to break a parser.

    The standard library's parser is used with its old policy: it keeps headers as they came, and ours are decoded by
    the table of lies, which the new policy's own decoding would not let us.
    """
    if len(raw) > MAX_BYTES:
        raise Unopenable(
            Sentence("The mail has more than %(megabytes)s megabytes.", megabytes=MAX_BYTES // 1024 // 1024)
        )
    raw = drop_stray_lines(_MBOX_LINE.sub(b"", raw.removeprefix(BOM_UTF8).lstrip(b"\r\n")))
    try:
        message = BytesParser(policy=compat32).parsebytes(raw)
        opened = open_parts(message)
    except RecursionError:
        raise Unopenable(Sentence("The parts of the mail lie in each other without end.")) from None
    headers = opened.root.headers
    if not any(headers.has(name) for name in _NEEDED):
        raise Unopenable(Sentence("This is no mail: there is not one header of a mail in it."))
    unpacked = unwrap_signed(opened.root)
    notes = unpacked.notes
    if opened.left_closed:
        notes += (Sentence("The mail has more levels or parts than are read; the rest was left closed."),)
    return Mail(raw, headers, unpacked.part, opened.levels, opened.left_closed, unpacked.is_encrypted, notes)


def drop_stray_lines(raw: bytes) -> bytes:
    """Return a mail without lines among its headers that are none: the library would take all below them for the words."""
    end = _HEADERS_END.search(raw)
    head = raw[: end.start()] if end else raw
    lines = head.splitlines(keepends=True)
    good = [bool(_HEADER_LINE.match(line)) or line[:1] in b" \t" for line in lines]
    if all(good) or not any(good):
        return raw
    last = max(
        (number for number, is_good in enumerate(good) if is_good and lines[number][:1] not in b" \t"), default=-1
    )
    kept = [line for number, (line, is_good) in enumerate(zip(lines, good, strict=True)) if is_good or number > last]
    return b"".join(kept) + raw[len(head) :]
