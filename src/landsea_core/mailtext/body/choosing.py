"""Which parts of a mail are its words, and which are papers.

1. Of a multipart/alternative the plain and the HTML wording are kept beside each other; of other multiparts all text parts
   without a name are the words, one after the other.
2. Everything that has a name, or is no text, is a paper; so is an attached mail. What a winmail.dat holds counts as if
   it lay in the mail itself.
3. When nothing was written at all, the words of the first attached mail are the words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from landsea_core.mailtext.body.flowed import join_flowed_lines
from landsea_core.mailtext.body.html import read_html
from landsea_core.mailtext.body.uuencoded import split_off_uuencoded
from landsea_core.mailtext.mail_facts import Attachment
from landsea_core.mailtext.opening import tnef
from landsea_core.mailtext.opening.limits import MAX_TEXT
from landsea_core.mailtext.opening.parts import Part, read_text
from landsea_core.mailtext.opening.types import find_type

_MOST_PIECES = 10
"""More pieces of text than this were not written one after the other by a person: the first is words, the others papers."""
_NO_PAPERS = frozenset({"message/delivery-status", "message/disposition-notification", "text/rfc822-headers"})


@dataclass
class Words:
    """The words of a mail: as plain text, and as HTML turned into text (`marks_quotes` when the page itself marks any)."""

    plain: str = ""
    html: str = ""
    marks_quotes: bool = False
    attachments: list[Attachment] = field(default_factory=list)


@dataclass
class _Piece:
    """One piece of the words, in one wording or in two: the text of a plain part, and that of a page."""

    plain: str = ""
    html: str = ""
    marks_quotes: bool = False


def choose_words(root: Part) -> Words:
    """Return words and papers of an opened mail."""
    words = Words()
    pieces: dict[int, _Piece] = {}
    leaves = list(_leaves(root))
    room = 1 if len({group for part, group in leaves if _is_words(part)}) > _MOST_PIECES else _MOST_PIECES
    for part, group in leaves:
        is_room_left = len(pieces) < room or group in pieces
        if tnef.is_tnef(part.type, part.name):
            _take_package(part, words, pieces, group)
        elif _is_words(part) and is_room_left:
            _take_words(part, pieces.setdefault(group, _Piece()))
        elif part.type not in _NO_PAPERS and (part.content or part.name):
            words.attachments.append(Attachment(part.name or _made_up_name(part), part.type, part.content))
    _join([piece for piece in pieces.values() if piece.plain.strip() or piece.html.strip()], words)
    if not (words.plain.strip() or words.html.strip()):
        _take_attached_mail(root, words)
    return words


def _leaves(root: Part) -> Iterator[tuple[Part, int]]:
    """Yield the parts that hold something, with a number that several wordings of the same words share."""
    waiting: list[tuple[Part, int]] = [(root, 0)]
    count = 0
    while waiting:
        part, group = waiting.pop()
        count += 1
        if part.is_multipart:
            shared = group or (count if part.type == "multipart/alternative" else 0)
            waiting.extend((child, shared) for child in reversed(part.children))
        else:
            yield part, group or -count


def _take_words(part: Part, piece: _Piece) -> None:
    if part.type == "text/html":
        page, marks = read_html(read_text(part))
        piece.html = "\n".join(filter(None, (piece.html, page)))
        piece.marks_quotes = piece.marks_quotes or marks
    else:
        piece.plain = "\n".join(filter(None, (piece.plain, _plain(part))))


def _join(pieces: list[_Piece], words: Words) -> None:
    """Put the pieces together, each wording whole: where a piece has only one wording, it stands in both."""
    text, papers = split_off_uuencoded("\n".join(piece.plain or piece.html for piece in pieces)[:MAX_TEXT])
    words.attachments += [Attachment(name, find_type("", name, data), data) for name, data in papers]
    words.plain = text.strip("\n") if any(piece.plain.strip() for piece in pieces) else ""
    if any(piece.html.strip() for piece in pieces):
        words.html = "\n".join(piece.html or piece.plain for piece in pieces)[:MAX_TEXT].strip("\n")
    words.marks_quotes = any(piece.marks_quotes for piece in pieces)


def _is_words(part: Part) -> bool:
    if part.type not in {
        "text/plain",
        "text/html",
        "text/enriched",
        "text/x-amp-html",
        "text/watch-html",
        "text/markdown",
    }:
        return False
    return part.disposition != "attachment" and not part.name


def _plain(part: Part) -> str:
    text = read_text(part)[:MAX_TEXT]
    if part.parameters.get("format", "").lower() == "flowed":
        return join_flowed_lines(text, without_space=part.parameters.get("delsp", "").lower() == "yes")
    return text


def _take_package(part: Part, words: Words, pieces: dict[int, _Piece], group: int) -> None:
    found = tnef.unpack_tnef(part.content)
    if found is None:
        words.attachments.append(Attachment(part.name or "winmail.dat", part.type, part.content))
        return
    if not any(piece.plain.strip() or piece.html.strip() for piece in pieces.values()):
        page, marks = read_html(found.html) if found.html else ("", False)
        pieces[group] = _Piece(found.plain, page, marks)
    words.attachments += [Attachment(name, find_type("", name, data), data) for name, data in found.papers]


def _take_attached_mail(root: Part, words: Words) -> None:
    for part in root.walk():
        if part.type == "message/rfc822" and part.children:
            inner = choose_words(part.children[0])
            words.plain, words.html, words.marks_quotes = inner.plain, inner.html, inner.marks_quotes
            return


def _made_up_name(part: Part) -> str:
    """Return a name for a paper that has none: the subject of an attached mail, else what kind of thing it is."""
    if part.type == "message/rfc822" and part.children:
        return (part.children[0].headers.first("subject")[:80] or "mail") + ".eml"
    return {"text/calendar": "calendar.ics"}.get(part.type, part.type.replace("/", "-"))
