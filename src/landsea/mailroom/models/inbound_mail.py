"""A mail that came in, one row an address that it came to. The row is written before the mail is acknowledged.

queued ---claimed by a sorter---> queued, with one more attempt ---> done | aside | held
held   ---a coordinator's act---> done | discarded
A sorter that dies leaves the row queued: everything it did was in one transaction with the new state.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q


class MailState(models.TextChoices):
    """Where a mail is. Nothing leaves the table unread: what no filter knows is held for a person."""

    QUEUED = "queued"
    DONE = "done"
    ASIDE = "aside"
    HELD = "held"
    DISCARDED = "discarded"


class InboundMail(models.Model):
    """One mail at one of our addresses, as it came (`raw`), what was read of it, and what became of it.

    `verdict` is the code of the filter that decided; `reasons` are its sentences as [template, values]. `case` is the case it
    was written to or became. `asked_at`: its sender was asked whether it is theirs.
    """

    once = models.CharField(max_length=140, unique=True, help_text="the same mail at the same address, twice, is one")
    recipient = models.CharField(max_length=320)
    envelope_sender = models.CharField(max_length=320, blank=True)
    peer = models.CharField(max_length=120, blank=True, help_text="who handed it over, as the server saw it")
    came_by = models.CharField(max_length=10)
    raw = models.BinaryField()
    size = models.PositiveIntegerField()
    received_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    kind = models.CharField(max_length=20, blank=True)
    verdict = models.CharField(max_length=30, blank=True)
    reasons = models.JSONField(default=list)
    sender = models.CharField(max_length=320, blank=True, db_index=True)
    subject = models.CharField(max_length=300, blank=True)
    message_id = models.CharField(max_length=300, blank=True)
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.SET_NULL, related_name="+")
    act = models.CharField(max_length=30, blank=True, help_text="what was done with it")
    asked_at = models.DateTimeField(null=True)
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.CharField(max_length=300, blank=True, help_text="why it was discarded, or what went wrong")

    class Meta:
        indexes = [
            models.Index(fields=["received_at", "id"], name="inbound_queued", condition=Q(state="queued")),
            models.Index(fields=["-id"], name="inbound_held", condition=Q(state="held")),
            models.Index(fields=["message_id"], name="inbound_message_id"),
            models.Index(fields=["case", "act"], name="inbound_case_act"),
        ]

    def __str__(self) -> str:
        return f"mail {self.pk} to {self.recipient} ({self.state})"
