"""Names the app to Django."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """What has to be sent."""

    name = "landsea.base.outbox"
    label = "outbox"
