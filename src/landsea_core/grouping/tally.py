"""Counting a barrier in public: how many parties reported it, how many are clear of it, what a day of it costs.

Parties are counted, not cases, so that one person who files often counts once; numbers from one to four are hidden, and
so is a number that would give such a one away by subtraction.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

HIDDEN_BELOW = 5


@dataclass(frozen=True)
class MemberFacts:
    """One case of a barrier: keys of its party, and whether it ended with a remedy (fixed, or a workaround)."""

    parties: frozenset[str]
    cleared: bool


@dataclass(frozen=True)
class Tally:
    """Distinct parties that reported a barrier, and those of them all of whose cases are cleared."""

    reported: int
    cleared: int


@dataclass(frozen=True)
class ShownTally:
    """A tally as the public may see it; None is "fewer than five" for `reported`, "not shown" for `cleared`."""

    reported: int | None
    cleared: int | None


@dataclass(frozen=True)
class CostOfDelay:
    """What a day of delay costs: median of what at least five parties stated, in one currency (ISO 4217)."""

    currency: str
    median: Decimal
    stated: int


def _number_parties(keys: Iterable[frozenset[str]]) -> list[int]:
    """Return, for each set of keys in order, the number of its party: sets that share a key, also through others, have
    one party. All sets without any key are one party together, because nothing tells them apart.
    """
    parent: list[int] = []
    first_with: dict[str, int] = {}

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for index, own in enumerate(keys):
        parent.append(index)
        for key in own or ("",):
            other = first_with.setdefault(key, index)
            parent[root(index)] = root(other)
    return [root(index) for index in range(len(parent))]


def count_distinct_parties(keys: Iterable[frozenset[str]]) -> int:
    """Return how many parties stand behind these cases, each given by the keys of its party (address, firm, member).

    >>> count_distinct_parties([frozenset({"a"}), frozenset({"a", "b"}), frozenset({"b"}), frozenset({"c"})])
    2
    """
    return len(set(_number_parties(keys)))


def count_parties(members: Iterable[MemberFacts]) -> Tally:
    """Count a barrier's cases by party; a party is cleared when all of its cases are."""
    members = list(members)
    parties = _number_parties(member.parties for member in members)
    waiting = {party for party, member in zip(parties, members, strict=True) if not member.cleared}
    return Tally(reported=len(set(parties)), cleared=len(set(parties) - waiting))


def hide_small_counts(counted: Tally) -> ShownTally:
    """Return what may be shown. Nought is shown: it is nobody. `cleared` is hidden too when what is left of `reported`
    would be from one to four.
    """
    if _is_small(counted.reported):
        return ShownTally(None, None)
    hide = _is_small(counted.cleared) or _is_small(counted.reported - counted.cleared)
    return ShownTally(counted.reported, None if hide else counted.cleared)


def _is_small(number: int) -> bool:
    return 0 < number < HIDDEN_BELOW


def compute_cost_of_delay(stated: Iterable[tuple[frozenset[str], str, Decimal]]) -> list[CostOfDelay]:
    """Return the median stated cost of a day by currency, those with most statements first. `stated` holds (keys of the
    party, currency, amount a day); of a party only its last statement in a currency counts. Currencies that fewer than
    five parties stated are left out; amounts are never converted.
    """
    rows = list(stated)
    parties = _number_parties(keys for keys, _currency, _amount in rows)
    latest: dict[str, dict[int, Decimal]] = {}
    for party, (_keys, currency, amount) in zip(parties, rows, strict=True):
        latest.setdefault(currency, {})[party] = amount
    found = [
        CostOfDelay(currency, Decimal(median(amounts.values())), len(amounts))
        for currency, amounts in latest.items()
        if len(amounts) >= HIDDEN_BELOW
    ]
    return sorted(found, key=lambda one: (-one.stated, one.currency))
