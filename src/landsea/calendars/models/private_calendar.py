"""The secret address under which a calendar program reads one person's deadlines and meetings."""

from django.db import models
from django.db.models import Q


class PrivateCalendar(models.Model):
    """An address of one person. Only its digest is kept: the person's own page makes the address again from the nonce. What it
    shows follows from the person's appointments at each reading, and nothing once the account is closed.
    """

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    nonce = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    last_read_at = models.DateTimeField(null=True)
    last_program = models.CharField(max_length=80, blank=True, help_text="what it calls itself")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user"], name="one_private_calendar", condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return f"private calendar {self.pk} of {self.user_id}"
