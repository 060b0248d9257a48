"""Tables of webhooks."""

from landsea.webhooks.models.receivers import EventPost, LookedUntil, Receiver

__all__ = ["EventPost", "LookedUntil", "Receiver"]
