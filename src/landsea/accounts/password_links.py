"""The one-time link on which somebody sets a password: made when it is needed, so that no row holds a key to an account."""

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from landsea.accounts.models import User


def new_password_link(user: User) -> str:
    """Return the link with which this user sets a new password; it works once, for PASSWORD_RESET_TIMEOUT seconds.

    A second factor is asked for at the first page behind a door that needs one.
    """
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    where = {"uidb36": user_pk_to_url_str(user), "key": key}
    return settings.PUBLIC_ADDRESS + reverse("account_reset_password_from_key", kwargs=where)
