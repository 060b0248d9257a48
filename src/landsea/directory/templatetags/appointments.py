"""Words about appointments for pages and mails."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from landsea.accounts.access import name_account
from landsea.base.ui import times
from landsea.directory import access as directory_access
from landsea.directory.display_names import name_desk
from landsea.directory.models.names import name_in
from landsea.directory.part_labels import PART_MEANINGS, describe_part
from landsea_core.appointing import Part

register = template.Library()


@register.simple_tag
def appointed_to(part: str, unit: dict) -> str:
    """Return a part and the name of its desk or office, in the language of the mail."""
    return describe_part(part, unit, get_language() or "en")


@register.simple_tag
def appointer_name(user_id: int | None) -> str:
    """Return the name of whoever appointed somebody; empty where that is not noted, or the account is erased."""
    return name_account(user_id) if user_id else ""


@register.simple_tag
def part_meaning(part: str) -> str:
    """Return what a part means for whoever has it."""
    return str(PART_MEANINGS[Part(part)])


@register.simple_tag
def name_of(unit) -> str:
    """Return the name of a desk or office in the reader's language."""
    return name_in(unit.names, get_language() or "en")


@register.simple_tag
def desks_named(codes: list[str]) -> str:
    """Return desks with their offices, a line each, in the language of the mail; what is gone is left out."""
    found = [directory_access.find_desk(code) for code in codes or ()]
    return "\n".join(", ".join(name_desk(desk, get_language() or "en")) for desk in found if desk)


@register.simple_tag
def desk_named(code: str) -> str:
    """Return a desk with its office, in the language of the mail; its code where it is gone."""
    return desks_named([code]) or code


@register.simple_tag
def duty_moment(at: str, zone: str) -> str:
    """Return an instant (ISO) with weekday on the office's clock."""
    return times.write_moment(datetime.fromisoformat(at), ZoneInfo(zone), timezone.now(), get_language() or "en")


@register.simple_tag
def invitations_link() -> str:
    """Return the address of the page of people who were invited and have not come."""
    return settings.PUBLIC_ADDRESS + reverse("invitations")


@register.simple_tag
def my_desks_link() -> str:
    """Return the address of the page of one's own desks."""
    return settings.PUBLIC_ADDRESS + reverse("my_desks")
