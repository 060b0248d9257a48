"""Where and when an entry of the board is, in words of the reader's language: for pages and mails alike."""

from collections.abc import Mapping
from typing import Any

from django.utils import translation
from django.utils.translation import get_language

from landsea.base.ui.countries import name_country
from landsea.base.ui.reader import name_zone
from landsea.base.ui.times import describe_written_day
from landsea.directory.models.names import name_in
from landsea.exchange.fact_phrases import say_phrase
from landsea.exchange.models import Listing
from landsea_core.clock.countries import find_usual_hours

MOST_COUNTRIES = 4


def place_words(listing: Listing, language: str) -> str:
    """Return the place that an entry names; empty for one that names countries only."""
    said: str = say_phrase(listing, listing.place_text)
    return said or (name_in(listing.place.names, language) if listing.place else "")


def describe_where(listing: Listing, language: str) -> str:
    """Return the place, or the countries."""
    countries = ", ".join(name_country(code, language) for code in listing.countries[:MOST_COUNTRIES])
    countries += "" if len(listing.countries) <= MOST_COUNTRIES else " …"
    return " · ".join(dict.fromkeys(filter(None, (place_words(listing, language), countries))))


def describe_when(listing: Listing) -> str:
    """Return the days as they are known, and whether it comes again."""
    known = filter(None, (listing.starts, listing.ends if listing.ends != listing.starts else ""))
    days = " – ".join(describe_written_day(day, get_language() or "en") for day in known)
    return " · ".join(filter(None, (days, say_phrase(listing, listing.recurring))))


def describe_zone(listing: Listing, language: str) -> str:
    """Return on whose clock the days of an entry are: its place's, else its desk's; empty where neither is known."""
    if listing.place:
        return name_zone(listing.place.time_zone, language)
    return name_zone(find_usual_hours(listing.desk.office.calendar_country).tz, language) if listing.desk else ""


def write_event_facts(listing: Listing, language: str) -> Mapping[str, Any]:
    """Return what a mail says of an event: its `when`, `where` and `zone` in words of `language`; each may be empty."""
    with translation.override(language):
        when = describe_when(listing)
        return {
            "when": when,
            "where": describe_where(listing, language),
            "zone": describe_zone(listing, language) if when else "",
        }
