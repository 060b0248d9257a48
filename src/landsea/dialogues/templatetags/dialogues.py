"""Words and addresses about dialogues and promises, for mails and pages."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from landsea.base.ui import times
from landsea.base.ui.countries import name_country
from landsea.base.ui.reader import name_zone
from landsea.dialogues import labels
from landsea.dialogues.invitation_links import INVITATION_LINKS

register = template.Library()


@register.simple_tag
def dialogue_link(dialogue_id: int) -> str:
    """The address of a dialogue."""
    return settings.PUBLIC_ADDRESS + reverse("dialogue", args=[dialogue_id])


@register.simple_tag
def invitation_link_of(nonce: str) -> str:
    """The address by which somebody without an account answers an invitation, in the language of the mail."""
    path = reverse("invitation_link", args=[INVITATION_LINKS.secret_of(nonce)])
    return f"{settings.PUBLIC_ADDRESS}{path}?lang={get_language()}"


@register.simple_tag
def seat_country(code: str) -> str:
    """The name of a country in the language of the mail."""
    return name_country(code, get_language() or settings.LANGUAGE_CODE)


@register.simple_tag
def promise_link(action_id: int) -> str:
    """The address of a promise."""
    return settings.PUBLIC_ADDRESS + reverse("promise", args=[action_id])


@register.simple_tag
def late_promises_link() -> str:
    """The address of the list of promises that are late."""
    return f"{settings.PUBLIC_ADDRESS}{reverse('promises')}#late"


@register.simple_tag
def moment_words(at: str, zone: str) -> str:
    """A moment (ISO instant) with weekday on the clock of the place, which is named."""
    language = get_language() or settings.LANGUAGE_CODE
    moment = times.write_moment(datetime.fromisoformat(at), ZoneInfo(zone), timezone.now(), language)
    return f"{moment}, {name_zone(zone, language)}"


@register.filter
def weighing_words(reason: dict) -> str:
    """Why a line stands where it stands: its points and what they come from."""
    return labels.say_weighing(reason)
