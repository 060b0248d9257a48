"""Dated facts about contacts. Freshness is computed from these rows and never typed in."""

from django.db import models


class EvidenceKind(models.TextChoices):
    """What happened that tells something about a contact."""

    CONFIRMED = "confirmed"
    ANSWERED = "answered"
    BOUNCED = "bounced"
    MISSED = "missed"
    CHANGED = "changed"
    SUGGESTED = "suggested"


class Evidence(models.Model):
    """One dated fact about one contact; never changed, never deleted."""

    contact = models.ForeignKey("directory.Contact", on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=12, choices=EvidenceKind.choices)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["contact", "-at", "-id"], name="evidence_last")]

    def __str__(self) -> str:
        return f"{self.contact_id} {self.kind} {self.at:%Y-%m-%d}"
