"""Which versions an installation went through."""

from django.db import models


class Upgrade(models.Model):
    """One version that was brought into the database, the newest last; the first is how the installation began."""

    version = models.CharField(max_length=20, help_text="the day of the version, as in CHANGELOG.md")
    at = models.DateTimeField()
    backup = models.CharField(max_length=120, blank=True, help_text="the backup made before it, if any")

    def __str__(self) -> str:
        return self.version
