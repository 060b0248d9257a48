"""Changes of measures as Atom (RFC 4287), JSON Feed 1.1 and iCalendar (RFC 5545). Takes plain entries, asks nothing."""

import json
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date, datetime

from icalendar import Calendar, Event

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """One change: `key` never changes, `at` is aware, `effective` the day from which the measure works, if known."""

    key: str
    title: str
    url: str
    at: datetime
    sentences: tuple[str, ...]
    effective: date | None = None
    ends: date | None = None


@dataclass(frozen=True)
class Feed:
    """A feed: its own address, the page that it is about, its entries, newest first."""

    title: str
    url: str
    page_url: str
    language: str
    entries: tuple[Entry, ...]
    updated: datetime


def atom(feed: Feed) -> bytes:
    """The feed as Atom."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": feed.language})
    _add(root, "id", feed.url)
    _add(root, "title", feed.title)
    _add(root, "updated", feed.updated.isoformat())
    _add(root, "link", "", rel="self", href=feed.url, type="application/atom+xml")
    _add(root, "link", "", rel="alternate", href=feed.page_url, type="text/html")
    _add(_add(root, "author", ""), "name", "Landsea")
    for entry in feed.entries:
        one = _add(root, "entry", "")
        _add(one, "id", entry.key)
        _add(one, "title", entry.title)
        _add(one, "updated", entry.at.isoformat())
        _add(one, "link", "", rel="alternate", href=entry.url, type="text/html")
        _add(one, "content", "\n".join(entry.sentences), type="text")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="utf-8")


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = _printable(text) or None
    return child


def _printable(text: str) -> str:
    """XML holds no control characters but tab and line ends."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1."""
    items = [
        {
            "id": entry.key,
            "url": entry.url,
            "title": entry.title,
            "content_text": "\n".join(entry.sentences) or entry.title,
            "date_published": entry.at.isoformat(),
        }
        for entry in feed.entries
    ]
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.page_url,
            "feed_url": feed.url,
            "language": feed.language,
            "authors": [{"name": "Landsea"}],
            "items": items,
        },
        ensure_ascii=False,
    ).encode()


def calendar(feed: Feed) -> bytes:
    """Days on which measures begin or end, as events of a whole day."""
    book = Calendar()
    book.add("prodid", "-//Landsea//Rules//EN")
    book.add("version", "2.0")
    book.add("x-wr-calname", feed.title)
    for entry in feed.entries:
        for kind, day in (("begins", entry.effective), ("ends", entry.ends)):
            if day is not None:
                book.add_component(_event(entry, kind, day))
    return book.to_ical()


def _event(entry: Entry, kind: str, day: date) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}-{kind}")
    event.add("dtstamp", entry.at)
    event.add("dtstart", day)
    event.add("summary", entry.title if kind == "begins" else f"{entry.title} ({kind})")
    event.add("description", "\n".join(entry.sentences))
    event.add("url", entry.url)
    event.add("transp", "TRANSPARENT")
    return event


FORMS = {
    "atom": (atom, "application/atom+xml; charset=utf-8"),
    "json": (json_feed, "application/feed+json; charset=utf-8"),
    "ics": (calendar, "text/calendar; charset=utf-8"),
}
"""Form -> (writer, media type)."""
