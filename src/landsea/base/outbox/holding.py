"""Mails that are due, but not wanted at this hour: rooms above know what people chose, and put them off before they go."""

from collections.abc import Callable
from datetime import datetime

from landsea.base.contributions import Slot

Holds = Callable[[list[int], datetime], set[int]]
"""Takes the numbers of due deliveries and an aware instant; puts off what is to wait, and returns those not to be sent now."""

HOLDS: Slot[Holds] = Slot("what holds a due mail back")


def hold_deliveries(due: list[int], now: datetime) -> set[int]:
    """Return which of these due deliveries are not to be sent now; they were put off, so they are not due any more."""
    return set().union(*(holds(due, now) for holds in HOLDS)) if due else set()
