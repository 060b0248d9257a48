"""Addresses in the mailroom's own mails."""

from django import template

from landsea.mailroom.owner_links import write_owner_page_address

register = template.Library()


@register.simple_tag
def held_mail_link(mail_id: int) -> str:
    """Return the page on which a person says whether a held mail is theirs."""
    return write_owner_page_address(mail_id)
