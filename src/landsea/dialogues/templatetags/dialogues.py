"""Words and addresses about dialogues and promises, for mails and pages."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from landsea.base.ui import times
from landsea.base.ui.reader import zone_label
from landsea.dialogues import words

register = template.Library()


@register.simple_tag
def dialogue_link(dialogue_id: int) -> str:
    """The address of a dialogue."""
    return settings.PUBLIC_ADDRESS + reverse("dialogue", args=[dialogue_id])


@register.simple_tag
def promise_link(action_id: int) -> str:
    """The address of a promise."""
    return settings.PUBLIC_ADDRESS + reverse("promise", args=[action_id])


@register.simple_tag
def moment_words(at: str, zone: str) -> str:
    """A moment (ISO instant) with weekday on the clock of the place, which is named."""
    language = get_language() or settings.LANGUAGE_CODE
    moment = times.moment(datetime.fromisoformat(at), ZoneInfo(zone), timezone.now(), language)
    return f"{moment}, {zone_label(zone, language)}"


@register.filter
def day_words(day: date | str) -> str:
    """A day in words with its weekday."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return format_date(day, "full", locale=times.locale_of(get_language() or settings.LANGUAGE_CODE))


@register.filter
def short_day(day: date | datetime) -> str:
    """A day in words, short, without its weekday: 13 Feb 2026; of an instant, the day in the reader's zone."""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date()
    return format_date(day, "medium", locale=times.locale_of(get_language() or settings.LANGUAGE_CODE))


@register.filter
def weighing_words(reason: dict) -> str:
    """Why a line stands where it stands: its points and what they come from."""
    return words.weighing_sentence(reason)
