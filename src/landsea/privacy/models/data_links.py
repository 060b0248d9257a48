"""Links mailed to an address so that its owner sees what is kept about it. Every address gets one, known here or not."""

from django.db import models


class DataLink(models.Model):
    """One link. `opened_at`: when its button was pressed, once; the page stays open for an hour from then on."""

    address = models.EmailField()
    language = models.CharField(max_length=10, default="en")
    nonce = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"data link {self.pk}"
