"""Sends a claimed delivery by the way it names: what the outbox calls for every channel besides mail."""

from django.utils import timezone

from landsea.base.messengers.actions.spend_budget import spend_budget
from landsea.base.messengers.short_wording import write_choices, write_short_words
from landsea.base.messengers.ways import find_way
from landsea.base.messengers.ways.shapes import ShortMessage
from landsea.base.outbox.channels import Outcome
from landsea.base.outbox.models import Delivery, DeliveryState


def send_short(delivery: Delivery) -> Outcome:
    """Make the words and send them. Without settings for the way, or budget for the day, nothing goes out."""
    way = find_way(delivery.channel)
    if way is None:
        return Outcome(DeliveryState.FAILED, f"no settings for {delivery.channel}")
    message = ShortMessage(
        number=delivery.pk,
        text=write_short_words(delivery),
        language=delivery.language,
        choices=write_choices(delivery),
    )
    if not spend_budget(delivery.channel, timezone.now()):
        return Outcome(DeliveryState.FAILED, "the day's budget for messages is used up")
    return way.send(delivery.address, message)
