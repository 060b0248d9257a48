"""Days in words, as templates write them: the filters of the tag library `ui` that take a day."""

from datetime import date, datetime

from babel.dates import format_date
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from landsea.base.ui import times


def find_language() -> str:
    """Return the language of the page that is drawn."""
    return get_language() or settings.LANGUAGE_CODE


def on_day(at: date | None) -> str:
    """A day in words, in Lao too, for which Django has none; of a moment the day in the reader's zone. Empty for none."""
    return times.date_words(timezone.localtime(at) if isinstance(at, datetime) else at, find_language()) if at else ""


def known_day(text: str | None) -> str:
    """A day as a file writes it (2026-06-01) in words, a month too; a year, or what is no day, as it is. Empty for none."""
    return times.describe_written_day(text or "", find_language())


def day_words(day: date | str) -> str:
    """A day in words with its weekday."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return format_date(day, "full", locale=times.find_locale(find_language()))


def short_day(day: date | datetime) -> str:
    """A day in words, short, without its weekday: 13 Feb 2026; of an instant, the day in the reader's zone."""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date()
    return format_date(day, "medium", locale=times.find_locale(find_language()))
