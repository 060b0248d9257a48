"""Disruptions: a post closed, a service suspended, a lock under repair, as somebody responsible has entered it.

Whatever a plan touches is named by code, because the network lives in the reference files and not in tables.
"""

from django.db import models
from django.db.models import Q


class Disruption(models.Model):
    """One place or one service that stands still from a day on; `until` empty: nobody knows how long.

    `source` says how it is known. A disruption that is over has `ended_at`; it is never deleted.
    """

    place = models.CharField(max_length=5, blank=True)
    service = models.CharField(max_length=40, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    says = models.CharField(max_length=300)
    source = models.CharField(max_length=300)
    grade = models.CharField(max_length=10, default="reported")
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    spread_at = models.DateTimeField(null=True, help_text="when the kept plans had been looked at")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(place="") & ~Q(service="")) | (~Q(place="") & Q(service="")), name="corridor_one_target"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")), name="corridor_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["since"], name="corridor_disruption_now", condition=Q(ended_at=None))]

    def __str__(self) -> str:
        return f"disruption {self.pk} at {self.place or self.service}"
