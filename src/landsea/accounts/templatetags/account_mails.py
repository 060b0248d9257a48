"""Links of account mails, made when the mail is sent, so that no row of the database holds a key to an account."""

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django import template
from django.conf import settings
from django.urls import reverse

register = template.Library()


@register.simple_tag
def new_password_link(user) -> str:
    """Return the link with which this user sets a new password; works once, for PASSWORD_RESET_TIMEOUT seconds."""
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    where = {"uidb36": user_pk_to_url_str(user), "key": key}
    return settings.PUBLIC_ADDRESS + reverse("account_reset_password_from_key", kwargs=where)
