"""Names the app to Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """What was done, in chains."""

    name = "landsea.base.audit"
    label = "audit"
