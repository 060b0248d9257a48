"""Names the app to Django."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The exchange board."""

    name = "landsea.exchange"
    label = "exchange"
