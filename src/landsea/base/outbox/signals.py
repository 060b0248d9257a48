"""What the outbox tells rooms above: they connect when Django starts, so that the outbox knows none of them."""

from django.dispatch import Signal

delivery_bounced = Signal()
"""Sent in the transaction that records it, with `address`, `contact_id` (or None), `at` (aware), `note` (the reply)."""
