"""Adapters of data: sitemaps, answers in JSON, tables as CSV, as sites publish them for programs. No network, no tables.

What a field is called differs; each adapter knows the names that were observed (WordPress's REST, the WTO's ePing, legal
databases) and takes what it knows. Notifications to the WTO tell of all members: those of the corridor are kept, with their
country.
"""

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from itertools import islice
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from landsea.rules.poller.items import MOST_ITEMS, SHORTEST_TITLE, Item, PageTrouble, find_day, strip_tags
from landsea_core.countries import PLACE_COUNTRIES

TITLES = ("title", "Title", "judul", "name", "subject", "tieude")
LINKS = ("link", "url", "linkToNotification", "href", "permalink", "Link to notification", "Link", "URL")
DAYS = ("date", "distributionDate", "published", "publishedAt", "tanggal", "Distribution date", "Date", "lastmod")
PASSAGES = ("excerpt", "description", "summary", "content", "productsFreeText", "Description", "Products")
MEMBERS = ("notifyingMember", "Notifying member", "Notifying Member", "member")
SYMBOLS = ("documentSymbol", "Document symbol", "symbol")
MOST_PARTS = 200
"""Elements of one page of a sitemap that are looked at: pages within pages would cost their number squared."""
_NAMES = {
    "China": "CN",
    "Viet Nam": "VN",
    "Lao People's Democratic Republic": "LA",
    "Thailand": "TH",
    "Cambodia": "KH",
    "Myanmar": "MM",
    "Malaysia": "MY",
    "Singapore": "SG",
    "Indonesia": "ID",
    "Philippines": "PH",
    "Brunei Darussalam": "BN",
    "Timor-Leste": "TL",
}
"""Members of the WTO on the corridor, as it calls them."""


def read_sitemap_items(text: str, address: str) -> list[Item]:
    """Return the pages of a sitemap, the last changed first; a title is made of the last part of the address.

    Raises PageTrouble for what is no sitemap.
    """
    if "<!ENTITY" in text or "<!DOCTYPE" in text[:2000]:
        raise PageTrouble("The sitemap defines entities of its own; we do not read such files.")
    try:
        root = ET.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except ET.ParseError as fault:
        raise PageTrouble(f"The sitemap is not well formed: {fault}.") from None
    found = []
    for node in root.iter():
        if _name(node) != "url":
            continue
        parts = {_name(child): (child.text or "").strip() for child in islice(node.iter(), 1, MOST_PARTS)}
        if parts.get("loc"):
            title = parts.get("title") or _title_of_address(parts["loc"])
            found.append(Item(title, urljoin(address, parts["loc"]), "", find_day(parts.get("lastmod", ""))))
    return _keep(sorted(found, key=lambda one: one.day, reverse=True))


def read_json_items(text: str, address: str) -> list[Item]:
    """Return the items of an answer in JSON: of the longest list of objects in it. Raises PageTrouble for what is no JSON."""
    try:
        data = json.loads(text)
    except ValueError as fault:
        raise PageTrouble(f"The answer is no JSON: {fault}.") from None
    rows = max(_list_rows(data), key=len, default=[])
    return _keep(one for row in rows if (one := _item_of_row(row, address)))


def read_csv_items(text: str, address: str) -> list[Item]:
    """Return the rows of a table as CSV, its first line naming the columns. Raises PageTrouble where no title is among them."""
    try:
        dialect: Any = csv.Sniffer().sniff(text[:4096], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    reader = csv.DictReader(StringIO(text), dialect=dialect)
    if not set(reader.fieldnames or ()) & {*TITLES, *SYMBOLS}:
        raise PageTrouble("The table has no column of titles that we know; look at its first line.")
    return _keep(one for row in reader if (one := _item_of_row(row, address)))


def _item_of_row(row: Mapping[str, Any], address: str) -> Item | None:
    member, symbol = _pick(row, MEMBERS), _pick(row, SYMBOLS)
    country = _NAMES.get(member, member if member in PLACE_COUNTRIES else "")
    if member and not country:
        return None
    title = ": ".join(filter(None, (symbol, _pick(row, TITLES))))
    link = _pick(row, LINKS) or (f"#{symbol}" if symbol else "")
    day = find_day(_pick(row, DAYS))
    return (
        Item(title, urljoin(address, link), strip_tags(_pick(row, PASSAGES)), day, country) if title and link else None
    )


def _pick(row: Mapping[str, Any], names: Iterable[str]) -> str:
    """The first of these fields that says something, as plain words; WordPress says it in `rendered`."""
    for name in names:
        value = row.get(name)
        if isinstance(value, Mapping):
            value = value.get("rendered")
        if isinstance(value, str) and value.strip():
            return strip_tags(value)
    return ""


def _list_rows(data: Any) -> Iterator[list[Mapping[str, Any]]]:
    if isinstance(data, list):
        rows = [one for one in data if isinstance(one, Mapping)]
        yield rows
        for one in rows:
            yield from _list_rows(list(one.values()))
    elif isinstance(data, Mapping):
        for value in data.values():
            if isinstance(value, list | Mapping):
                yield from _list_rows(value)


def _keep(items: Iterable[Item]) -> list[Item]:
    found: dict[str, Item] = {}
    for one in items:
        if len(one.title) >= SHORTEST_TITLE:
            found.setdefault(one.link, one)
    return list(found.values())[:MOST_ITEMS]


def _title_of_address(address: str) -> str:
    last = unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2]
    return " ".join(re.sub(r"\.\w{2,5}$", "", last).replace("-", " ").replace("_", " ").split())


def _name(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
