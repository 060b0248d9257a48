"""Webhooks: where a watch's changes are posted, what is to be posted, and every attempt."""

import uuid

from django.db import models
from django.db.models import Q


class Hook(models.Model):
    """A receiver of a watch. `nonce` makes the secret that signs; a receiver that stays silent is paused and told."""

    watch = models.OneToOneField("rules.Watch", on_delete=models.CASCADE, related_name="hook")
    url = models.URLField(max_length=500)
    nonce = models.UUIDField(default=uuid.uuid4)
    created_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=0, help_text="in a row")
    paused_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"hook of watch {self.watch_id}"


class HookNews(models.TextChoices):
    """What a receiver hears of a version."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class HookDelivery(models.Model):
    """One version to one receiver, its withdrawal as news of its own. Open while `ended_at` is empty; `in_flight_since`
    marks a claim.
    """

    hook = models.ForeignKey(Hook, on_delete=models.CASCADE, related_name="deliveries")
    version = models.ForeignKey("rules.Version", on_delete=models.CASCADE, related_name="+")
    news = models.CharField(max_length=9, choices=HookNews.choices, default=HookNews.PUBLISHED)
    event = models.UUIDField(default=uuid.uuid4, unique=True, help_text="the receiver knows a repeat by it")
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    in_flight_since = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    accepted = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hook", "version", "news"], name="rules_one_hook_delivery")]
        indexes = [models.Index(fields=["not_before", "id"], name="rules_hook_open", condition=Q(ended_at=None))]

    def __str__(self) -> str:
        return f"version {self.version_id} to hook {self.hook_id}"


class HookAttempt(models.Model):
    """One try: when, what the receiver answered (0: nothing), how long it took, and what went wrong in words."""

    delivery = models.ForeignKey(HookDelivery, on_delete=models.CASCADE, related_name="tries")
    at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(default=0)
    milliseconds = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.status} at {self.at}"
