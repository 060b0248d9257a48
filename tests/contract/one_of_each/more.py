"""More of what lists show: beside the one of each that is there, as many more of everything that a page lists."""

from datetime import timedelta

from django.utils import timezone
from tests.contract.one_of_each.everything import PARTS


def make_more(everything, number: int) -> None:
    """Make `number` more of everything that parts can make more of."""
    now = timezone.now()
    for one in range(number):
        for part in PARTS:
            part.make_another(everything.world, everything.values, one, now - timedelta(minutes=one))
