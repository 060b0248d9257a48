"""Which parts of a mail are its words, and which are papers.

1. Of a multipart/alternative the plain and the HTML wording are kept beside each other; of other multiparts all text parts
   without a name are the words, one after the other.
2. Everything that has a name, or is no text, is a paper; so is an attached mail. What a winmail.dat holds counts as if
   it lay in the mail itself.
3. When nothing was written at all, the words of the first attached mail are the words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from landsea_core.mailtext.body.flowed import unflowed
from landsea_core.mailtext.body.html import text_of_html
from landsea_core.mailtext.body.uuencoded import without_uuencoded
from landsea_core.mailtext.facts import Attachment
from landsea_core.mailtext.opening import tnef
from landsea_core.mailtext.opening.limits import MAX_TEXT
from landsea_core.mailtext.opening.parts import Part, text_of
from landsea_core.mailtext.opening.types import type_of

_MOST_TEXTS = 30
_NO_PAPERS = frozenset({"message/delivery-status", "message/disposition-notification", "text/rfc822-headers"})


@dataclass
class Words:
    """The words of a mail: as plain text, and as HTML turned into text (`marks_quotes` when the page itself marks any)."""

    plain: str = ""
    html: str = ""
    marks_quotes: bool = False
    attachments: list[Attachment] = field(default_factory=list)
    is_from_attached_mail: bool = False


def words_of(root: Part) -> Words:
    """Return words and papers of an opened mail."""
    words = Words()
    plain: list[Part | str] = []
    html: list[Part | str] = []
    for part, is_alternative in _leaves(root):
        if tnef.is_tnef(part.type, part.name):
            _take_package(part, words, plain, html)
        elif _is_words(part) and len(plain) + len(html) < _MOST_TEXTS:
            if part.type == "text/html":
                html.append(part)
            elif is_alternative or part.type.startswith("text/"):
                plain.append(part)
        elif part.type not in _NO_PAPERS and (part.content or part.name):
            words.attachments.append(Attachment(part.name or _made_up_name(part), part.type, part.content))
    texts = [one if isinstance(one, str) else _plain(one) for one in plain]
    pages = [text_of_html(one if isinstance(one, str) else text_of(one)) for one in html]
    text, papers = without_uuencoded("\n".join(texts)[:MAX_TEXT])
    words.attachments += [Attachment(name, type_of("", name, data), data) for name, data in papers]
    words.plain = text.strip("\n")
    words.html = "\n".join(page for page, _ in pages).strip("\n")
    words.marks_quotes = any(marks for _, marks in pages)
    if not (words.plain.strip() or words.html.strip()):
        _take_attached_mail(root, words)
    return words


def _leaves(root: Part) -> Iterator[tuple[Part, bool]]:
    """Yield the parts that hold something, each with whether it is one wording among several."""
    waiting: list[tuple[Part, bool]] = [(root, False)]
    while waiting:
        part, is_alternative = waiting.pop()
        if part.is_multipart:
            inside = part.type == "multipart/alternative"
            waiting.extend((child, inside) for child in reversed(part.children))
        else:
            yield part, is_alternative


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
    text = text_of(part)[:MAX_TEXT]
    if part.parameters.get("format", "").lower() == "flowed":
        return unflowed(text, without_space=part.parameters.get("delsp", "").lower() == "yes")
    return text


def _take_package(part: Part, words: Words, plain: "list[Part | str]", html: "list[Part | str]") -> None:
    found = tnef.unpack(part.content)
    if found is None:
        words.attachments.append(Attachment(part.name or "winmail.dat", part.type, part.content))
        return
    if not any(isinstance(one, Part) and one.content.strip() for one in [*plain, *html]):
        plain += [found.plain] if found.plain else []
        html += [found.html] if found.html and not found.plain else []
    words.attachments += [Attachment(name, type_of("", name, data), data) for name, data in found.papers]


def _take_attached_mail(root: Part, words: Words) -> None:
    for part in root.walk():
        if part.type == "message/rfc822" and part.children:
            inner = words_of(part.children[0])
            words.plain, words.html, words.marks_quotes = inner.plain, inner.html, inner.marks_quotes
            words.is_from_attached_mail = bool(inner.plain.strip() or inner.html.strip())
            return


def _made_up_name(part: Part) -> str:
    """Return a name for a paper that has none: the subject of an attached mail, else what kind of thing it is."""
    if part.type == "message/rfc822" and part.children:
        return (part.children[0].headers.first("subject")[:80] or "mail") + ".eml"
    return {"text/calendar": "calendar.ics"}.get(part.type, part.type.replace("/", "-"))
