"""Watches: what somebody wants to hear of, or a checklist they keep; the papers they have; the notices they got.

A watch belongs to an e-mail address and is opened by a secret link, so that nobody needs an account. Mails begin once
the address was confirmed by that link.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Frequency(models.TextChoices):
    """How often mails are sent."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"
    """Only by feed or webhook."""


class Watch(models.Model):
    """One interest of one address, or of whoever has its link (`email` empty, no mails).

    `question` is filled for a checklist: purpose, goods, hs, origin, and so on.

    `nonce` and `feed_nonce` make the secrets of its page and of its feeds (`landsea.rules.watch_links`); renewing the
    second one closes old feed addresses. `user` is set for somebody signed in who wants to hear of their open cases.
    """

    nonce = models.UUIDField(default=uuid.uuid4, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    feed_nonce = models.UUIDField(default=uuid.uuid4)
    feed_digest = models.CharField(max_length=64, unique=True)
    email = models.EmailField()
    user = models.ForeignKey("accounts.User", null=True, on_delete=models.CASCADE, related_name="+")
    of_cases = models.BooleanField(default=False, help_text="what concerns the person's open cases")
    language = models.CharField(max_length=10, default="en")
    frequency = models.CharField(max_length=10, choices=Frequency.choices, default=Frequency.AT_ONCE)
    name = models.CharField(max_length=200, blank=True)
    question = models.JSONField(default=dict, blank=True)
    kinds = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    hs = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    origins = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    destinations = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    places = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    modes = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True, help_text="when its page was last opened: later changes are marked new")
    told_at = models.DateTimeField(null=True, help_text="when its last digest was queued")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["email"], name="rules_watch_email", condition=Q(ended_at=None)),
            models.Index(fields=["frequency", "id"], name="rules_watch_digest", condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return f"watch {self.pk}"


class Paper(models.Model):
    """A requirement that the keeper of a checklist has met. `expires_on` is a day of their own calendar."""

    watch = models.ForeignKey(Watch, on_delete=models.CASCADE, related_name="papers")
    key = models.CharField(max_length=40, help_text="landsea_core.rules.make_item_key")
    name = models.CharField(max_length=200, blank=True)
    expires_on = models.DateField(null=True)
    reminded_for = models.DateField(null=True, help_text="the expiry that the reminder was about")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["watch", "key"], name="rules_one_paper")]
        indexes = [models.Index(fields=["expires_on"], name="rules_paper_expiry")]

    def __str__(self) -> str:
        return f"{self.key} of watch {self.watch_id}"


class Notice(models.Model):
    """That a watch was told of a version: one row, whatever happens in between, so nobody is told twice.

    `cases`: how many of the person's open cases the version touches. `mailed_at`: when its mail or digest was queued.
    """

    watch = models.ForeignKey(Watch, on_delete=models.CASCADE, related_name="notices")
    version = models.ForeignKey("rules.Version", on_delete=models.CASCADE, related_name="notices")
    cases = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["watch", "version"], name="rules_one_notice")]
        indexes = [models.Index(fields=["watch"], name="rules_notice_waiting", condition=Q(mailed_at=None))]

    def __str__(self) -> str:
        return f"version {self.version_id} to watch {self.watch_id}"
