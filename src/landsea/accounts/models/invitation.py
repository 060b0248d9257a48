"""The invitation of somebody who was appointed and has never signed in."""

from django.db import models
from django.db.models import Q


class Invitation(models.Model):
    """One mailed link on which a person sets a password. The database holds a nonce and the secret's digest; the secret is
    made when the mail is sent. One at a time is open for a person: a later one withdraws the one before.
    """

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="invitations")
    nonce = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    lapse_told_at = models.DateTimeField(null=True)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], name="one_open_invitation", condition=Q(used_at=None, withdrawn_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"invitation of {self.user_id}"
