"""Makes the commands `serve`, `database` and `messages` known to Django."""

from django.apps import AppConfig


class RuntimeConfig(AppConfig):
    name = "landsea.runtime"
