"""Names the app to Django."""

from django.apps import AppConfig


class HeadsConfig(AppConfig):
    """The first page of a head of an office: whether its desks can answer, and what is late there."""

    name = "landsea.heads"
