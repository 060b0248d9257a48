"""Adapters: the bytes of a feed or a list page -> items. No network, no tables.

Pages come in every state: a wrong or missing charset, feeds that are not well formed, links without words. What cannot be
read is a `PageTrouble` with a sentence; what can be is taken.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

MOST_ITEMS = 100
SHORTEST_TITLE = 8
CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)""", re.IGNORECASE)
FALLBACKS = ("utf-8", "gb18030")
DAY = re.compile(r"(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](20\d\d)")


class PageTrouble(Exception):
    """A page cannot be read; the message is a sentence for the operator."""


@dataclass(frozen=True)
class Item:
    """One piece of news: its title, absolute link, a passage of its words, and its day (ISO) when one stands there."""

    title: str
    link: str
    passage: str = ""
    day: str = ""


def decode_page(page: bytes, declared: str = "") -> str:
    """Return the text of a page: by the charset it declares if that is true, else by one that fits. Raises PageTrouble."""
    inside = CHARSET.search(page[:2048])
    named = [declared, *((group or b"").decode() for group in (inside.groups() if inside else ()))]
    for charset in (*filter(None, named), *FALLBACKS):
        try:
            return page.decode(charset).lstrip("\ufeff")
        except (UnicodeDecodeError, LookupError):
            continue
    raise PageTrouble("The page is in no charset that we know; look at it by hand.")


def feed_items(text: str, address: str) -> list[Item]:
    """Return the items of an Atom or RSS feed. Raises PageTrouble for one that is not well formed or defines entities."""
    if "<!ENTITY" in text or "<!DOCTYPE" in text[:2000]:
        raise PageTrouble("The feed defines entities of its own; we do not read such feeds.")
    try:
        root = ET.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except ET.ParseError as fault:
        raise PageTrouble(f"The feed is not well formed: {fault}.") from None
    found = []
    for node in root.iter():
        if _name_of_node(node) in {"item", "entry"}:
            parts = {_name_of_node(child): child for child in node}
            link = parts.get("link")
            target = "" if link is None else link.get("href") or (link.text or "").strip()
            words = next((parts[name] for name in ("description", "summary", "content") if name in parts), None)
            when = next(
                (parts[name].text or "" for name in ("pubDate", "updated", "published", "date") if name in parts), ""
            )
            title = _text_of_node(parts.get("title"))
            if title and target:
                found.append(
                    Item(title, urljoin(address, target), plain_words(_text_of_node(words)), _day_in_text(when))
                )
    return found[:MOST_ITEMS]


def list_items(text: str, address: str) -> list[Item]:
    """Return the links of a list page that look like news: on the same site, with a title of some length; the words around
    a link give its day.
    """
    reader = _Links()
    reader.feed(text)
    reader.close()
    site, found = urlsplit(address).hostname, {}
    for title, target, around in reader.found:
        link = urljoin(address, target)
        if (
            urlsplit(link).hostname == site
            and urlsplit(link).scheme in {"http", "https"}
            and len(title) >= SHORTEST_TITLE
        ):
            found.setdefault(link, Item(title, link, plain_words(around), _day_in_text(around)))
    return list(found.values())[:MOST_ITEMS]


class _Links(HTMLParser):
    """Collects links with their words and the words of the list item around them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str, str]] = []
        self._target: str | None = None
        self._words: list[str] = []
        self._around: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs) -> None:
        if tag in {"script", "style"}:
            self._hidden += 1
        elif tag in {"li", "tr", "dd", "article"}:
            self._finish()
        elif tag == "a":
            values = dict(attrs)
            self._target, self._words = values.get("href") or "", [values.get("title") or ""]

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "a" and self._target is not None:
            words = plain_words(" ".join(self._words[1:])) or plain_words(self._words[0])
            if self._target and not self._target.startswith(("#", "javascript:", "mailto:")):
                self._open.append((words, self._target))
            self._target = None
        elif tag in {"li", "tr", "dd", "article"}:
            self._finish()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        self._around.append(data)
        if self._target is not None:
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._finish()

    def _finish(self) -> None:
        around = " ".join(self._around)
        self.found += [(title, target, around) for title, target in self._open]
        self._open, self._around = [], []


def plain_words(text: str, most: int = 600) -> str:
    """Return words without tags and double spaces, at most so many letters."""
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())[:most]


def _text_of_node(node: ET.Element | None) -> str:
    return " ".join("".join(node.itertext()).split()) if node is not None else ""


def _name_of_node(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _day_in_text(text: str) -> str:
    found = DAY.search(text)
    if not found:
        return ""
    year, month, day, other_day, other_month, other_year = found.groups()
    parts = (year, month, day) if year else (other_year, other_month, other_day)
    return f"{parts[0]}-{int(parts[1]):02d}-{int(parts[2]):02d}"


ADAPTERS: dict[str, Callable[[str, str], list[Item]]] = {"feed": feed_items, "list": list_items}
"""Kind of source -> adapter."""
