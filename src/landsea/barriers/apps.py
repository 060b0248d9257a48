"""Names the app to Django."""

from django.apps import AppConfig


class BarriersConfig(AppConfig):
    """Equal cases and the trouble behind them."""

    name = "landsea.barriers"
    label = "barriers"
