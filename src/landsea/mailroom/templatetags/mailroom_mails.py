"""Addresses in the mailroom's own mails."""

from django import template

from landsea.mailroom.owner_links import owner_page

register = template.Library()


@register.simple_tag
def held_mail_link(mail_id: int) -> str:
    """Return the page on which a person says whether a held mail is theirs."""
    return owner_page(mail_id)
