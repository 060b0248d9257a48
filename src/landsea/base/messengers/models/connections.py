"""Whose account with us somebody's account with a messenger is. It begins with a code that only its owner has seen."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Connection(models.Model):
    """An account with a messenger that belongs to a person with an account here. `remote` is its number there."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    channel = models.CharField(max_length=12)
    remote = models.CharField(max_length=120)
    wants_notices = models.BooleanField(
        default=True, help_text="what mails tell this person is told here too, in a line"
    )
    connected_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "remote"], condition=Q(ended_at=None), name="messengers_one_owner"
            ),
            models.UniqueConstraint(
                fields=["user", "channel"], condition=Q(ended_at=None), name="messengers_one_of_a_channel"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} of user {self.user_id}"


class ConnectionCode(models.Model):
    """A code that its person sends to the bot, once and soon. The database holds its digest."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    channel = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"code of user {self.user_id} for {self.channel}"
