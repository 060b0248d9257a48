"""Addresses in mails about contacts: a nonce goes in, the link comes out when the mail is sent."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from landsea.directory.confirmation_links import CONFIRMATION_LINKS

register = template.Library()


@register.simple_tag
def confirm_link(nonce: str) -> str:
    """Return the address of the page on which a contact confirms, in the language of the mail."""
    page = reverse("confirm_contact", args=[CONFIRMATION_LINKS.secret_of(nonce)])
    return f"{settings.PUBLIC_ADDRESS}{page}?lang={get_language()}"


@register.simple_tag
def unstaffed_link() -> str:
    """Return the address of the coordinator's page of desks that nobody is at."""
    return settings.PUBLIC_ADDRESS + reverse("desks_answering")


@register.simple_tag
def desk_link(code: str) -> str:
    """Return the address of a desk's public page."""
    return settings.PUBLIC_ADDRESS + reverse("desk_page", args=[code])
