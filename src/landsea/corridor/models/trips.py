"""Trips: real journeys that somebody logged, milestone by milestone. Figures come out of them only in numbers."""

import uuid

from django.db import models


class Happening(models.TextChoices):
    """What a milestone says, in the order of a journey."""

    DEPARTED = "departed"
    ARRIVED = "arrived"
    BORDER_IN = "border_in"
    """Came to a border post."""
    BORDER_OUT = "border_out"
    """Was let through there."""


class Ruling(models.TextChoices):
    """What an editor decided of a trip: it counts although it lies outside the bounds, or it is left out."""

    COUNTED = "counted"
    LEFT_OUT = "left_out"


class Trip(models.Model):
    """One journey of one consignment; `key` makes a repeated upload one.

    `cost_usd` is what was paid in all, where somebody said it. `sender` logged it, signed in, and `house` is the office or
    association that vouched for the sender then; both empty for a trip that nobody vouches for. A ruling is of the
    milestones as they were then: it ends when one of them is changed.
    """

    nonce = models.UUIDField(default=uuid.uuid4, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    key = models.CharField(max_length=64, unique=True)
    mode = models.CharField(max_length=10)
    goods = models.CharField(max_length=10, blank=True, help_text="HS code, as far as it was said")
    cost_usd = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    how = models.CharField(max_length=10, default="hand", help_text="hand, csv, dcsa or epcis")
    created_at = models.DateTimeField()
    is_demo = models.BooleanField(default=False)
    sender = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    house = models.ForeignKey("directory.Office", null=True, on_delete=models.SET_NULL, related_name="+")
    ruling = models.CharField(max_length=10, choices=Ruling.choices, blank=True)
    ruling_why = models.CharField(max_length=300, blank=True)
    ruled_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    ruled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"trip {self.pk}"


class Milestone(models.Model):
    """Something happened to the consignment at a place, at an instant."""

    trip = models.ForeignKey(Trip, on_delete=models.CASCADE, related_name="milestones")
    place = models.CharField(max_length=5)
    what = models.CharField(max_length=12, choices=Happening.choices)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["trip", "place", "what"], name="corridor_one_milestone")]
        indexes = [models.Index(fields=["place", "what"], name="corridor_milestone_at")]

    def __str__(self) -> str:
        return f"{self.what} {self.place}"


class TripsMark(models.Model):
    """Stands for the trips as they are: each act on them writes another value, so that what was reckoned of them is known to be
    old. One row. `plans` changes with the trips that plans may count with, `every` with any.
    """

    plans = models.UUIDField()
    every = models.UUIDField()

    def __str__(self) -> str:
        return f"trips as of {self.every}"


class MeasuredLine(models.Model):
    """What plans count a line with since trips moved its time last, as the keepers of plans were told of it.

    `hours`: the usual ones by trips, empty where the advertised ones count again. `number` counts the moves, so that each
    is told once.
    """

    service = models.CharField(max_length=40, unique=True)
    hours = models.FloatField(null=True)
    number = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    spread_at = models.DateTimeField(null=True, help_text="when the kept plans had been looked at")

    def __str__(self) -> str:
        return f"measured line {self.service}"
