"""Names the app to Django, for its command."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "landsea.base.jobs"
