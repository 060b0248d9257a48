"""A conversation by messenger in which somebody files a case: what was typed so far, as the filing form would hold it."""

import uuid

from django.db import models
from django.db.models import Q


class Stage(models.TextChoices):
    """What the next words are taken for."""

    WORDS = "words"
    CHECK = "check"
    PLACE = "place"
    REASON = "reason"
    NAME = "name"
    FILED = "filed"
    ADDING = "adding"


class Conversation(models.Model):
    """One account with a messenger, one filing. `typed` holds the fields of the filing form; `nonce` makes the form's key, so
    that the same conversation files once. When the case is filed, what was typed is taken out.
    """

    channel = models.CharField(max_length=12)
    remote = models.CharField(max_length=120)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.WORDS)
    language = models.CharField(max_length=10, default="en")
    typed = models.JSONField(default=dict)
    offered = models.JSONField(default=list, help_text="codes that were offered last, in the order of their numbers")
    pending = models.TextField(blank=True, help_text="words after the filing, until it is said what they are for")
    nonce = models.UUIDField(default=uuid.uuid4)
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.SET_NULL, related_name="+")
    began_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "remote"], condition=Q(ended_at=None), name="conversations_one_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["case"], name="conversations_of_case", condition=Q(case__isnull=False))]

    def __str__(self) -> str:
        return f"conversation {self.pk} ({self.stage})"
