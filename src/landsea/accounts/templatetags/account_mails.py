"""Links of account mails."""

from django import template

from landsea.accounts.password_links import new_password_link

register = template.Library()
register.simple_tag(new_password_link)
