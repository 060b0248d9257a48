"""Adapters: the bytes of a feed or a list page -> items; `ADAPTERS` names those of data and tables too. No network, no tables.

Feeds that are not well formed, links without words: what cannot be read is a `PageTrouble` with a sentence; what can be is
taken.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from landsea.rules.poller.data_adapters import read_csv_items, read_json_items, read_sitemap_items
from landsea.rules.poller.items import MOST_ITEMS, SHORTEST_TITLE, Item, PageTrouble, find_day, strip_tags
from landsea.rules.poller.table_adapter import read_table_items

CUT_OFF = ("…", "...")
"""How lists end titles that they cut; the whole title stands in the link's attribute then."""


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
                found.append(Item(title, urljoin(address, target), strip_tags(_text_of_node(words)), find_day(when)))
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
            found.setdefault(link, Item(title, link, strip_tags(around), find_day(around)))
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
            words, named = strip_tags(" ".join(self._words[1:])), strip_tags(self._words[0])
            words = named if not words or (words.endswith(CUT_OFF) and len(named) > len(words)) else words
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


def _text_of_node(node: ET.Element | None) -> str:
    return " ".join("".join(node.itertext()).split()) if node is not None else ""


def _name_of_node(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


ADAPTERS: dict[str, Callable[[str, str], list[Item]]] = {
    "feed": feed_items,
    "list": list_items,
    "table": read_table_items,
    "sitemap": read_sitemap_items,
    "json": read_json_items,
    "csv": read_csv_items,
}
"""Kind of source -> adapter."""
