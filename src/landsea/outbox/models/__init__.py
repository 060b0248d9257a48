"""Tables of the outbox."""

from landsea.outbox.models.delivery import Delivery, DeliveryState

__all__ = ["Delivery", "DeliveryState"]
