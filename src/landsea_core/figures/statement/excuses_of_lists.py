"""Sums that figures told beside each other only seem to be: amounts of several countries, and an increase among parts."""

from collections.abc import Iterable, Sequence

from landsea_core.figures.statement.countries_beside import list_countries
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement

_LEAST_PARTS = 2


def drop_sums_of_lists(outcomes: Iterable[Outcome], read: ReadStatement) -> list[Outcome]:
    """Return the outcomes without sums that seem wrong of what is told of one country each, or with an increase as a part:
    "Vietnam bought 412 million, Thailand 365 million and Laos 90 million" are no 455 million of 412, and "640, which is 220
    more; 380 by rail and 260 by road" is no sum of 220.
    """
    return [one for one in outcomes if one.fits or one.finding.rule != "sum" or not _is_of_a_list(one, read)]


def _is_of_a_list(outcome: Outcome, read: ReadStatement) -> bool:
    items = [read.items[at] for at in sorted(outcome.items)]
    return _has_whole_without_increase(items) or _are_of_countries(items, read)


def _has_whole_without_increase(items: Sequence[Item]) -> bool:
    ends = [one for one in items if one.role != "delta"]
    if len(ends) == len(items) or len(ends) <= _LEAST_PARTS:
        return False
    whole = max(ends, key=lambda one: one.figure.value)
    parts = sum(one.figure.value for one in ends if one is not whole)
    return abs(parts - whole.figure.value) <= sum(one.figure.step for one in ends) / 2


def _are_of_countries(items: Sequence[Item], read: ReadStatement) -> bool:
    """Say whether each amount is of a country of its own, all of them told in one way: "exports | to China" of which 22
    million went "to Laos", but not "Vietnam's exports" of which 22 million did.
    """
    named = [next(list_countries(one, read), None) for one in items]
    found = [one for one in named if one is not None]
    is_each = len(found) == len(items) > _LEAST_PARTS and len({country for country, _is in found}) == len(found)
    return is_each and len({is_towards for _country, is_towards in found}) == 1
