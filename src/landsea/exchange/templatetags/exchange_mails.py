"""Addresses in mails of the board."""

from django import template
from django.conf import settings
from django.urls import reverse

from landsea.exchange.board_links import BOARD_LINKS

register = template.Library()
PAGES = {"mine": "exchange_mine", "asked": "exchange_asked", "registration": "exchange_registration"}


@register.simple_tag
def secret_page(page: str, nonce: str) -> str:
    """The address of somebody's own page behind their secret link."""
    return settings.PUBLIC_ADDRESS + reverse(PAGES[page], args=[BOARD_LINKS.secret_of(nonce)])


@register.simple_tag
def desk_page_of(name: str, row_id: int) -> str:
    """The address of a page for desks: `listing` or `exchange_introduction`."""
    return settings.PUBLIC_ADDRESS + reverse(name, args=[row_id])
