"""Names the app to Django, for its command."""

from django.apps import AppConfig


class TranslationConfig(AppConfig):
    name = "landsea.base.translation"
