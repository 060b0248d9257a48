"""What figures told beside each other only seem to make: amounts of countries no sum, a part and its whole no change."""

from collections.abc import Iterable, Sequence

from landsea_core.figures.statement.countries_beside import find_country_after, find_country_before
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement

_LEAST_PARTS = 2


def drop_sums_of_lists(outcomes: Iterable[Outcome], read: ReadStatement) -> list[Outcome]:
    """Return the outcomes without those that figures of a list only seem to contradict.

    Example: "Vietnam bought 412 million, Thailand 365 million and Laos 90 million" are no 455 million of 412; of "640, which
    is 220 more: 380 by rail and 260 by road" 220 is no part, and no change from 380.
    """
    return [one for one in outcomes if one.fits or not _is_of_a_list(one, read)]


def _is_of_a_list(outcome: Outcome, read: ReadStatement) -> bool:
    items = [read.items[at] for at in sorted(outcome.items)]
    if outcome.finding.rule == "difference":
        return _is_change_from_a_part(items, read)
    return outcome.finding.rule == "sum" and (_has_whole_without_increase(items) or _are_of_countries(items, read))


def _is_change_from_a_part(items: Sequence[Item], read: ReadStatement) -> bool:
    """Say whether a change was looked for between a whole and one of its parts, which its sentence tells with the others."""
    ends = sorted((one for one in items if one.role != "delta"), key=lambda one: one.figure.value)
    if len(ends) != _LEAST_PARTS or ends[0].figure.start < ends[1].figure.start:
        return False  # "from 380 to 640": what stands first is what was
    part, whole = ends
    beside = [
        one
        for one in read.items
        if one.sentence == part.sentence and one.unit.kind == part.unit.kind and one.role != "delta" and one not in ends
    ]
    return bool(beside) and _make([part, *beside], whole)


def _has_whole_without_increase(items: Sequence[Item]) -> bool:
    ends = [one for one in items if one.role != "delta"]
    if len(ends) == len(items) or len(ends) <= _LEAST_PARTS:
        return False
    whole = max(ends, key=lambda one: one.figure.value)
    return _make([one for one in ends if one is not whole], whole)


def _make(parts: Sequence[Item], whole: Item) -> bool:
    room = sum(one.figure.step for one in (*parts, whole)) / 2
    return abs(sum(one.figure.value for one in parts) - whole.figure.value) <= room


def _are_of_countries(items: Sequence[Item], read: ReadStatement) -> bool:
    """Say whether each amount is of a country of its own, all of them told in one way: "exports | to China" of which 22
    million went "to Laos", but not "Vietnam's exports" of which 22 million did.
    """
    return len(items) > _LEAST_PARTS and any(
        _are_told_alike([find(one, read) for one in items]) for find in (find_country_before, find_country_after)
    )


def _are_told_alike(named: Sequence[tuple[str, bool] | None]) -> bool:
    found = [one for one in named if one is not None]
    is_each = len(found) == len(named) and len({country for country, _is in found}) == len(found)
    return is_each and len({is_towards for _country, is_towards in found}) == 1
