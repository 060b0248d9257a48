"""What works when the line does not."""

from django.apps import AppConfig


class OfflineConfig(AppConfig):
    """The worker in the browser, what it keeps, and the page that lists it."""

    name = "landsea.base.offline"
    label = "offline"
