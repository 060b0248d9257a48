"""Addresses in messages that wake somebody."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from landsea.waking.wake_links import WAKE_LINKS

register = template.Library()


@register.simple_tag
def wake_link(nonce: str) -> str:
    """Return the address of the page with the button, in the language of the message."""
    return f"{settings.PUBLIC_ADDRESS}{reverse('wake_link', args=[WAKE_LINKS.secret_of(nonce)])}?lang={get_language()}"
