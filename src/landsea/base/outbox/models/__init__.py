"""Tables of the outbox."""

from landsea.base.outbox.models.delivery import Delivery, DeliveryState

__all__ = ["Delivery", "DeliveryState"]
