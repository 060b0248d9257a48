"""Receivers of one person's programs, what is to be posted to them, and until when events were noted."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Receiver(models.Model):
    """An address of one person, and the kinds of events that are posted there. `nonce` makes the secret that signs; the old
    one signs beside it until `old_until`. `off_why` is empty while it is on: `person`, `gone` (410) or `silent`.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    url = models.URLField(max_length=500)
    kinds = ArrayField(models.CharField(max_length=30))
    nonce = models.UUIDField(default=uuid.uuid4)
    old_nonce = models.UUIDField(null=True)
    old_until = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    off_why = models.CharField(max_length=10, blank=True, default="", db_default="")
    off_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0, db_default=0, help_text="in a row")
    wait_until = models.DateTimeField(null=True, help_text="it did not answer: nothing is posted before")

    def __str__(self) -> str:
        return f"receiver {self.pk} of user {self.user_id}"


class EventPost(models.Model):
    """One event for one receiver: the body as it is posted, and what became of it. Open while `ended_at` is empty;
    `in_flight_since` marks a claim. `entry` is the audit's row that it tells of, empty for a test.
    """

    receiver = models.ForeignKey(Receiver, on_delete=models.CASCADE, related_name="posts")
    entry = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=30)
    about = models.CharField(max_length=60, blank=True, help_text="a case's number, a place or a service")
    event = models.UUIDField(default=uuid.uuid4, unique=True, help_text="the receiver knows a repeat by it")
    body = models.TextField()
    noted_at = models.DateTimeField()
    not_before = models.DateTimeField()
    in_flight_since = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0, db_default=0)
    tried_at = models.DateTimeField(null=True)
    status = models.PositiveSmallIntegerField(default=0, db_default=0, help_text="what was answered last; 0: nothing")
    words = models.CharField(max_length=300, blank=True, default="", db_default="")
    ended_at = models.DateTimeField(null=True)
    accepted = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["receiver", "entry"], name="webhooks_one_post")]
        indexes = [models.Index(fields=["receiver", "not_before"], name="webhooks_open", condition=Q(ended_at=None))]

    def __str__(self) -> str:
        return f"{self.kind} to receiver {self.receiver_id}"


class LookedUntil(models.Model):
    """Until when acts were looked at: one row."""

    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"looked until {self.at}"
