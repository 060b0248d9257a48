"""Plans that somebody keeps and wants to hear of. Opened by a secret link; no account is needed."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class KeptPlan(models.Model):
    """A question with the itinerary that was chosen. `question` is the query string of the plan page.

    `places` and `services` are what the chosen itinerary touches: a disruption finds the plan by them. `chosen` is the
    itinerary as data (`landsea_core.planner.network.report`), `instead` the one that would be taken now, empty while
    nothing changed, and `trouble` the sentence when there is none.
    """

    nonce = models.UUIDField(default=uuid.uuid4, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    email = models.EmailField()
    language = models.CharField(max_length=10, default="en")
    name = models.CharField(max_length=200)
    question = models.TextField()
    chosen = models.JSONField()
    instead = models.JSONField(null=True)
    trouble = models.TextField(blank=True)
    places = ArrayField(models.CharField(max_length=5), default=list)
    services = ArrayField(models.CharField(max_length=40), default=list)
    ready_at = models.DateTimeField()
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    planned_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["ready_at"], name="corridor_plan_running", condition=Q(ended_at=None))]

    def __str__(self) -> str:
        return f"plan {self.pk}"
