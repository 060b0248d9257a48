"""What has to be sent: one row a message and recipient, with its state. The row is the truth; a job only wakes it.

queued ---claim---> in_flight ---accepted---> sent ---the other side reports---> arrived, or failed
                        |----try later------> waiting ---claim---> in_flight
                        |----refused--------> failed   (an address that does not exist: bounced)
in_flight for longer than a sender can live  ---sweeper---> waiting (failed, where a second try could ring twice)
failed, bounced  ---an operator sends it again, or all that failed---> queued, at the foot of the ladder
"""

from django.conf import settings
from django.db import models
from django.db.models import Q


class DeliveryState(models.TextChoices):
    """Where a delivery is. `OPEN` states are those a sender may claim."""

    QUEUED = "queued"
    IN_FLIGHT = "in_flight"
    WAITING = "waiting"
    SENT = "sent"
    ARRIVED = "arrived"
    FAILED = "failed"
    BOUNCED = "bounced"
    WITHDRAWN = "withdrawn"


class Delivery(models.Model):
    """One mail, or one short message by another channel, to one address. `template` and `facts` make its words when it is
    sent, in the recipient's language. One with `give_up_at` is tried once: again only when nothing was taken, and not later.
    """

    once = models.CharField(max_length=120, unique=True, help_text="says what it tells whom; the same twice is one")
    stream = models.CharField(max_length=60, db_index=True, help_text="what it is about: case:ID, ...")
    template = models.CharField(max_length=60)
    facts = models.JSONField(default=dict)
    channel = models.CharField(max_length=12, default="mail", db_default="mail", help_text="mail, sms, call, ...")
    address = models.CharField(max_length=254, help_text="of a mailbox, a telephone, or an account with a messenger")
    language = models.CharField(max_length=10, default="en")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    contact_id = models.BigIntegerField(
        null=True, db_index=True, help_text="the contact it goes to, for who keeps contacts"
    )
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    in_flight_since = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    give_up_at = models.DateTimeField(null=True, help_text="no try begins after this")
    last_reply = models.CharField(max_length=300, blank=True, help_text="what the other server said last")
    remote_id = models.CharField(
        max_length=120, default="", db_default="", blank=True, help_text="its number at a gateway, which reports by it"
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before", "id"], name="delivery_open", condition=Q(state__in=["queued", "waiting"])
            ),
            models.Index(fields=["id"], name="delivery_given_up", condition=Q(state="failed", give_up_at=None)),
            models.Index(fields=["in_flight_since"], name="delivery_in_flight", condition=Q(state="in_flight")),
            models.Index(fields=["channel", "remote_id"], name="delivery_remote", condition=~Q(remote_id="")),
            # What a messenger's account was told last; of mails nobody asks it.
            models.Index(fields=["channel", "address", "-id"], name="delivery_told_last", condition=~Q(channel="mail")),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.pk} ({self.state})"
