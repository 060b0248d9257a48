"""Devices that read phone books, each with a password of its own."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Device(models.Model):
    """A telephone or a program of one person. Its password opens phone books and nothing else; the database keeps a digest.

    `countries` and `topics` are those of the books it gets; empty: all. `made_with_second_factor`: whether the session in which
    it was made had one; without, it never shows more than anybody may see to somebody who must use one.
    """

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="devices")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    countries = ArrayField(models.CharField(max_length=2), default=list)
    topics = ArrayField(models.CharField(max_length=40), default=list)
    made_with_second_factor = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    last_network = models.CharField(max_length=50, blank=True, help_text="shortened: 203.0.113.0/24")
    last_program = models.CharField(max_length=80, blank=True, help_text="what it calls itself")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user", "ended_at"], name="device_user")]

    def __str__(self) -> str:
        return f"{self.name} of {self.user_id}"
