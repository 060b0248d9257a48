"""Questions to contacts whether what is on file is right, and the links by which they are answered without signing in."""

from django.db import models
from django.db.models import Q

RUNGS = [(rung, rung) for rung in ("asked", "reminded", "deputy", "head", "coordinator")]


class ConfirmationRequest(models.Model):
    """One question about one contact, from the first mail to its end. `rung` is the last rung of the ladder that was
    climbed, `next_at` when the next one is due; empty at the top, where the question is the coordinator's task.
    """

    contact = models.ForeignKey("directory.Contact", on_delete=models.CASCADE, related_name="requests")
    asked_at = models.DateTimeField()
    rung = models.CharField(max_length=12, choices=RUNGS, default="asked")
    next_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=12, blank=True, help_text="the kind of evidence that ended it")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contact"], name="one_open_request", condition=Q(ended_at=None)),
        ]
        indexes = [
            models.Index(fields=["next_at"], name="request_next", condition=Q(ended_at=None, next_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} {self.rung}"


class ConfirmationLink(models.Model):
    """One mailed link. The database holds a nonce and the secret's digest; the secret is made when the mail is sent."""

    request = models.ForeignKey(ConfirmationRequest, on_delete=models.CASCADE, related_name="links")
    nonce = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64, unique=True)
    sent_to = models.CharField(max_length=12, choices=RUNGS, help_text="the rung for which it was sent")
    user = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.request_id} {self.sent_to}"
