"""Links of account mails."""

from django import template

from landsea.accounts.invitation_links import invitation_address
from landsea.accounts.password_links import new_password_link

register = template.Library()
register.simple_tag(new_password_link)
register.simple_tag(invitation_address)
