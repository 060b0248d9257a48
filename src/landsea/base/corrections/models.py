"""What a reader says is wrong about something: words for whoever looks after it, until one of them has settled it."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Correction(models.Model):
    """One reader's words. `about_kind` and `about_key` name the thing in the words of its own app: a desk by its code, a
    measure by its code, a place or service of the network by its key. Never shown to the public.
    """

    class Result(models.TextChoices):
        """What became of it, where whoever said it is told."""

        MENDED = "mended"
        RIGHT_ALREADY = "right"
        NOT_FOUND_OUT = "unknown"

    about_kind = models.CharField(max_length=12)
    about_key = models.CharField(max_length=80)
    text = models.TextField()
    email = models.EmailField(blank=True, help_text="for asking back, if the reader left one")
    language = models.CharField(max_length=10, default="en", help_text="of the page on which it was written")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    sender = models.CharField(
        max_length=64, blank=True, help_text="keyed digest of the network, to count by; no address"
    )
    form_key = models.UUIDField(unique=True, help_text="the same form twice is one correction")
    suggested_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    result = models.CharField(max_length=8, choices=Result.choices, blank=True)
    reply = models.CharField(max_length=500, blank=True, help_text="to whoever said it")

    class Meta:
        indexes = [
            models.Index(fields=["sender", "suggested_at"], name="corrections_sender"),
            models.Index(fields=["about_kind", "suggested_at"], name="corrections_open", condition=Q(settled_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.about_kind} {self.about_key} {self.suggested_at:%Y-%m-%d}"
