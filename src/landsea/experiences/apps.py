"""Names the app to Django."""

from django.apps import AppConfig


class ExperiencesConfig(AppConfig):
    """Answers that others find."""

    name = "landsea.experiences"
    label = "experiences"
