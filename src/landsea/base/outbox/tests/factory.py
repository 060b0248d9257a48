"""Deliveries for tests."""

from datetime import UTC, datetime
from itertools import count

from landsea.base.outbox.models import Delivery

NOW = datetime(2026, 3, 18, 3, 0, tzinfo=UTC)
numbers = count(1)


def delivery(**fields) -> Delivery:
    """Write a queued delivery that is due at NOW."""
    number = next(numbers)
    given = {
        "once": f"test:{number}",
        "stream": "case:1",
        "template": "test_mail",
        "facts": {"ref": f"LS-{number}"},
        "address": f"filer{number}@demo.example.org",
        "not_before": NOW,
        "created_at": NOW,
    }
    return Delivery.objects.create(**(given | fields))
