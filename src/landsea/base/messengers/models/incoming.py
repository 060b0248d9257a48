"""What came in from a messenger or by SMS, kept until it was dealt with. The row is the truth; a job only wakes it."""

from django.db import models
from django.db.models import Q


class Incoming(models.Model):
    """One message that came in. The same update twice is one row; once it was dealt with, its words are taken out of it."""

    channel = models.CharField(max_length=12)
    update = models.CharField(max_length=120, help_text="the messenger's own number of it")
    remote = models.CharField(max_length=120, help_text="who wrote, as the messenger proves it")
    text = models.TextField(blank=True)
    choice = models.CharField(max_length=64, blank=True)
    press = models.CharField(max_length=120, blank=True)
    quoted = models.CharField(
        max_length=120,
        default="",
        db_default="",
        blank=True,
        help_text="the messenger's number of the message it answers",
    )
    language = models.CharField(max_length=10, blank=True)
    file = models.JSONField(null=True, help_text="number at the messenger, name and size of a file that came with it")
    received_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    handled_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "update"], name="messengers_an_update_once")]
        indexes = [
            models.Index(fields=["id"], name="messengers_to_handle", condition=Q(handled_at=None)),
            models.Index(fields=["channel", "remote", "received_at"], name="messengers_from_whom"),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.update}"
