"""Whom to wake next, and how: people in order, each by each of their ways once, a next one after some minutes without an
answer or at once when a way failed. Pure: who there is, what was tried and what time it is are given.

    >>> from datetime import UTC, datetime, timedelta
    >>> night = datetime(2026, 3, 18, 18, 0, tzinfo=UTC)
    >>> people = [Callee("holder", ("telegram", "sms")), Callee("deputy", ("sms",))]
    >>> first = find_next_try(people, [], night, timedelta(minutes=5))
    >>> first.person, first.way
    ('holder', 'telegram')
    >>> failed = [Tried("holder", "telegram", night, failed=True)]
    >>> find_next_try(people, failed, night, timedelta(minutes=5)).way
    'sms'
    >>> rung = [*failed, Tried("holder", "sms", night)]
    >>> find_next_try(people, rung, night, timedelta(minutes=5)).wait_until.minute
    5
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Callee:
    """Somebody who may be woken, by a key, with the ways that reach them, in the order in which they are tried."""

    person: str
    ways: tuple[str, ...]


@dataclass(frozen=True)
class Tried:
    """A try that was made: whom, how, when (aware), and whether it is known to have reached nobody."""

    person: str
    way: str
    at: datetime
    failed: bool = False


@dataclass(frozen=True)
class NextTry:
    """What to do: try `person` by `way`; or wait until `wait_until`; or, when both are empty, give up: all were tried."""

    person: str = ""
    way: str = ""
    wait_until: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Whether nobody is left to be tried."""
        return not self.person and self.wait_until is None


def order_ways(usual: Iterable[str], first: str, reachable: Iterable[str]) -> tuple[str, ...]:
    """Return the ways that reach somebody, in the usual order, the one that the duty names before the others.

    >>> order_ways(["telegram", "sms", "call"], "call", {"call", "sms"})
    ('call', 'sms')
    """
    there = set(reachable)
    ordered = [first, *usual] if first else list(usual)
    return tuple(way for way in dict.fromkeys(ordered) if way in there)


def find_next_try(people: Sequence[Callee], tried: Sequence[Tried], now: datetime, patience: timedelta) -> NextTry:
    """Return what to do at `now` (aware); `tried` is in the order in which it was made. A way is tried once for each person,
    however often it is asked; whoever was rung without a failure has `patience` to answer before the next try.
    """
    if tried:
        last = tried[-1]
        answers_until = last.at + patience
        if not last.failed and now < answers_until:
            return NextTry(wait_until=answers_until)
    done = {(one.person, one.way) for one in tried}
    for callee in people:
        for way in callee.ways:
            if (callee.person, way) not in done:
                return NextTry(callee.person, way)
    return NextTry()
