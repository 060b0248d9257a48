"""Words about appointments for pages and mails."""

from django import template
from django.utils.translation import get_language

from landsea.accounts.access import name_account
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
