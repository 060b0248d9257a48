"""Names the app to Django."""

from django.apps import AppConfig


class RulesConfig(AppConfig):
    """Measures, checklists and what tells people of changes."""

    name = "landsea.rules"
    label = "rules"
