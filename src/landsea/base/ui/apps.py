"""Names the app to Django."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """How pages look."""

    name = "landsea.base.ui"
    label = "ui"
