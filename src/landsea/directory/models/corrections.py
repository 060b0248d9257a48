"""What readers of the directory say is wrong in it."""

from django.db import models
from django.db.models import Q


class CorrectionSuggestion(models.Model):
    """One reader's words about one desk, a task for the coordinator until it is handled. Never shown to the public."""

    class Result(models.TextChoices):
        """What became of it."""

        MENDED = "mended"
        RIGHT_ALREADY = "right"
        NOT_FOUND_OUT = "unknown"

    desk = models.ForeignKey("directory.Desk", on_delete=models.CASCADE, related_name="corrections")
    text = models.TextField()
    email = models.EmailField(blank=True, help_text="for asking back, if the reader left one")
    language = models.CharField(max_length=10, default="en", help_text="of the page on which it was written")
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    sender = models.CharField(max_length=64, blank=True, help_text="keyed digest of the network address, to count by")
    form_key = models.UUIDField(unique=True, help_text="the same form twice is one suggestion")
    suggested_at = models.DateTimeField(db_index=True)
    handled_at = models.DateTimeField(null=True)
    handled_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    result = models.CharField(max_length=8, choices=Result.choices, blank=True)
    reply = models.CharField(max_length=500, blank=True, help_text="to whoever suggested it")

    class Meta:
        indexes = [
            models.Index(fields=["sender", "suggested_at"], name="correction_sender"),
            models.Index(fields=["suggested_at"], name="correction_open", condition=Q(handled_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.desk_id} {self.suggested_at:%Y-%m-%d}"
