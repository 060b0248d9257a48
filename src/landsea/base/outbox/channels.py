"""By what else than mail a delivery goes: rooms above put their channels in when Django starts. The outbox keeps the rows,
the claims and the states; a channel only says what became of one try.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from landsea.base.contributions import Slot
from landsea.base.outbox.models import Delivery, DeliveryState

MAIL = "mail"


@dataclass(frozen=True)
class Outcome:
    """What became of one try: `state` is sent, waiting (nothing arrived, try later), failed, or bounced (no such address);
    `reply` what the other side said; `remote_id` its own number, by which it will report; `after` when it asked to be tried
    again, where it did.
    """

    state: DeliveryState
    reply: str
    remote_id: str = ""
    after: timedelta | None = None


@dataclass(frozen=True)
class Channel:
    """A way of sending by its name, as deliveries bear it. `send` sends one claimed delivery, outside any transaction."""

    name: str
    send: Callable[[Delivery], Outcome]


CHANNELS: Slot[Channel] = Slot("ways of sending besides mail")


def send_by_channel(delivery: Delivery) -> Outcome:
    """Send a claimed delivery that is no mail. A channel that nobody offers any more is a failure, not a wait: a telephone
    that rings days later helps nobody.
    """
    for channel in CHANNELS:
        if channel.name == delivery.channel:
            return channel.send(delivery)
    return Outcome(DeliveryState.FAILED, f"this installation does not send by '{delivery.channel}'")
