"""Names the app to Django."""

from django.apps import AppConfig


class CorrectionsConfig(AppConfig):
    """Readers' words about what is wrong, until somebody settled them."""

    name = "landsea.base.corrections"
    label = "corrections"
