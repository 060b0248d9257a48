"""Moments and spans in words of the reader's language: weekday, date and clock, and how long until or since.

Pure: the present is an argument. Names of days, months and units come from CLDR through Babel; a language that CLDR
does not know (Tetum) reads English ones. Working time and deadlines are reckoned in landsea_core.clock, not here.
"""

from datetime import date, datetime, timedelta, tzinfo
from functools import cache, lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.units import format_unit
from django.utils.translation import gettext as _

MINUTE = timedelta(minutes=1)
HOURS_ARE_TOLD_FOR = timedelta(hours=48)


@cache
def find_locale(language: str) -> Locale:
    """Return CLDR's locale for a code as Django writes it ("zh-hans"); English is British, the day before the month."""
    if language == "en":
        return Locale("en", "GB")
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def write_moment(at: datetime, zone: tzinfo, now: datetime, language: str) -> str:
    """Return weekday, date and 24-hour clock in `zone`: "Thu 26 Nov, 14:20"; with the year unless it is this one."""
    local = at.astimezone(zone)
    skeleton = "MMMEd" if local.year == now.astimezone(zone).year else "yMMMEd"
    return f"{say_day(skeleton, local.date(), language)}, {local:%H:%M}"


@lru_cache(4096)
def say_day(skeleton: str, day: date, language: str) -> str:
    """Return a day by one of CLDR's skeletons ("MMMEd"); pages say few days many times."""
    return format_skeleton(skeleton, datetime(day.year, day.month, day.day), locale=find_locale(language))


def write_day(at: datetime, language: str) -> str:
    """Return day and month on the moment's own clock: "26 Nov"."""
    return format_skeleton("MMMd", at, locale=find_locale(language))


def date_words(on: date, language: str) -> str:
    """Return a day with its year, the month in words: "26 November 2026". Of a moment its own day, on its own clock."""
    return format_date(on, "long", locale=find_locale(language))


def describe_written_day(text: str, language: str) -> str:
    """A day as files write it (2026-06-01) in words, a month (2026-06) too; a year, or what is no day, as it is."""
    try:
        if len(text) == len("2026-06"):
            return format_skeleton("yMMMM", date.fromisoformat(f"{text}-01"), locale=find_locale(language))
        return date_words(date.fromisoformat(text), language) if len(text) == len("2026-06-01") else text
    except ValueError:
        return text


SHORT_UNITS_NOT_READ = ("id", "ms")
"""Languages whose short words for days and hours stand in timetables, not in sentences: "3 hr" for "3 hari"."""


def write_clock(at: datetime, zone: tzinfo) -> str:
    """Return the 24-hour clock in `zone`: "14:20"."""
    return f"{at.astimezone(zone):%H:%M}"


def write_moment_there(at: datetime, zone: tzinfo, reader_zone: tzinfo, now: datetime, language: str) -> str:
    """Return the same moment on the desk's clock: only the clock when the day is the reader's, else the whole moment.

    Empty when both clocks show the same.
    """
    theirs, ours = at.astimezone(zone), at.astimezone(reader_zone)
    if theirs.utcoffset() == ours.utcoffset():
        return ""
    return write_clock(at, zone) if theirs.date() == ours.date() else write_moment(at, zone, now, language)


def write_span(length: timedelta, language: str) -> str:
    """Return a length without sign: whole days from 48 hours on, hours and minutes below, never less than a minute."""
    length = max(abs(length), MINUTE)
    hours, minutes = divmod(length // MINUTE, 60)
    if length >= HOURS_ARE_TOLD_FOR:
        parts = [(length.days, "day")]
    else:
        parts = [(hours, "hour"), (minutes, "minute")]
    return " ".join(_say_length(count, unit, language) for count, unit in parts if count)


@lru_cache(4096)
def _say_length(count: int, unit: str, language: str) -> str:
    """Return so many days, hours or minutes in words."""
    how: Literal["long", "short"] = "long" if language in SHORT_UNITS_NOT_READ else "short"
    return format_unit(count, f"duration-{unit}", how, locale=find_locale(language))


def time_until_in_words(at: datetime, now: datetime, language: str) -> str:
    """Return how far off a moment is: "in 3 hr 10 min", "2 days ago", "now" within a minute."""
    if abs(at - now) < MINUTE:
        return _("now")
    words = _("in %(span)s") if at > now else _("%(span)s ago")
    return words % {"span": write_span(at - now, language)}
