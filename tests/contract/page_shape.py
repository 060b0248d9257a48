"""How a page is built, without what it says: two pages of one shape are one page to axe, which asks how elements stand in each
other, what they are called by and whether they say anything at all, and not which words they say.
"""

import re
from dataclasses import dataclass
from hashlib import sha256

from lxml import html

READ_WHOLE = {"class", "role", "type", "lang", "autocomplete", "tabindex", "style", "for", "id", "media"}
"""Attributes of which axe, or a rule of style, reads what stands in them; of others only whether anything does."""
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Shape:
    """The digests of what stands around the content (the same on many pages) and of the content, a page's `main`."""

    around: bytes
    content: bytes


def shape_of(page: str) -> Shape:
    """Return the shape of a page's HTML. Rows that are built alike count once, however many there are.

    `<ul><li>a</li><li>b</li></ul>` is of one shape with `<ul><li>c</li></ul>`, and not with `<ul><li></li></ul>`.
    """
    root = html.document_fromstring(page)
    ids = root.xpath("//@id")
    contents = root.xpath("//main")
    content = b"".join(_digest(one) for one in contents) + (b"one id twice" if len(ids) > len(set(ids)) else b"")
    for one in contents:
        one.getparent().remove(one)
    return Shape(_digest(root), content)


def _digest(element) -> bytes:
    parts = [element.tag.encode(), *_attributes_of(element), _said(element.text)]
    parts += _without_likes([_digest(child) + _said(child.tail) for child in element if isinstance(child.tag, str)])
    return sha256(b"\0".join(parts)).digest()


def _attributes_of(element) -> list[bytes]:
    kept = []
    for name, value in sorted(element.attrib.items()):
        whole = name in READ_WHOLE or value in ("true", "false") or (name == "href" and value.startswith("#"))
        kept.append(f"{name}={NUMBER.sub('0', value)}".encode() if whole else name.encode() + _said(value))
    return kept


def _without_likes(digests: list[bytes]) -> list[bytes]:
    """Return them with each run of equal ones as one."""
    return [one for before, one in zip([None, *digests], digests, strict=False) if one != before]


def _said(text: str | None) -> bytes:
    return b"=says" if text and text.strip() else b""
