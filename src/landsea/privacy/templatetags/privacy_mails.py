"""Addresses in mails of this room."""

from django import template
from django.conf import settings
from django.urls import reverse

from landsea.privacy.links import DATA_LINKS

register = template.Library()


@register.simple_tag
def data_page(nonce: str) -> str:
    """The address of the page that shows what is kept about whoever gets the mail."""
    return settings.PUBLIC_ADDRESS + reverse("data_link", args=[DATA_LINKS.secret_of(nonce)])
