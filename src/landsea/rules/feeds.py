"""Changes of measures as Atom (RFC 4287), JSON Feed 1.1 and iCalendar (RFC 5545). Takes plain entries, asks nothing."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from icalendar import Calendar, Event


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


class AtomFeed(Atom1Feed):
    """Atom by Django's writer, updated when the feed says so, also when it is empty."""

    def latest_post_date(self) -> datetime:
        """Return when the feed changed last."""
        return self.feed["updated"]

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Write an entry; its sentences are its whole content and not a summary of it."""
        super().add_item_elements(handler, item | {"description": None})
        handler.addQuickElement("content", item["description"], {"type": "text"})


def write_atom_feed(feed: Feed) -> bytes:
    """Return the feed as Atom."""
    written = AtomFeed(
        title=_drop_control_characters(feed.title),
        link=feed.page_url,
        description="",
        language=feed.language,
        author_name="Landsea",
        feed_url=feed.url,
        feed_guid=feed.url,
        updated=feed.updated,
    )
    for entry in feed.entries:
        written.add_item(
            title=_drop_control_characters(entry.title),
            link=entry.url,
            description=_drop_control_characters("\n".join(entry.sentences)),
            unique_id=entry.key,
            updateddate=entry.at,
        )
    return written.writeString("utf-8").encode()


def _drop_control_characters(text: str) -> str:
    """XML holds no control characters but tab and line ends."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")


def write_json_feed(feed: Feed) -> bytes:
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


def write_calendar_feed(feed: Feed) -> bytes:
    """Days on which measures begin or end, as events of a whole day."""
    book = Calendar()
    book.add("prodid", "-//Landsea//Rules//EN")
    book.add("version", "2.0")
    book.add("x-wr-calname", feed.title)
    for entry in feed.entries:
        for kind, day in (("begins", entry.effective), ("ends", entry.ends)):
            if day is not None:
                book.add_component(_calendar_event(entry, kind, day))
    return book.to_ical()


def _calendar_event(entry: Entry, kind: str, day: date) -> Event:
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
    "atom": (write_atom_feed, "application/atom+xml; charset=utf-8"),
    "json": (write_json_feed, "application/feed+json; charset=utf-8"),
    "ics": (write_calendar_feed, "text/calendar; charset=utf-8"),
}
"""Form -> (writer, media type)."""
