"""Names the app to Django."""

from django.apps import AppConfig


class OutgoingConfig(AppConfig):
    """Going out to other servers."""

    name = "landsea.base.outgoing"
    label = "outgoing"
