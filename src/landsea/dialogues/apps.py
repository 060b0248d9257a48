"""Names the app to Django."""

from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    """Meetings of the parties and what becomes of them."""

    name = "landsea.dialogues"
    label = "dialogues"
