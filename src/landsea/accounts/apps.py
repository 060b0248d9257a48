"""Names the app to Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who signs in."""

    name = "landsea.accounts"
    label = "accounts"
