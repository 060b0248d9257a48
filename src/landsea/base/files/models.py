"""What is known of a stored file. An app that keeps files has a table of its own made from this, with its own rights."""

from django.db import models


class StoredFile(models.Model):
    """What is known of a file whose bytes lie under FILES_ROOT as `stored`. `name` is what people see."""

    name = models.CharField(max_length=160)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the stored bytes")
    stored = models.CharField(max_length=80, unique=True)
    created_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name
