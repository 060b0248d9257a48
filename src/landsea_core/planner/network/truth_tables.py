"""Counting how true planned hours are: inside, near and how wide, of all told journeys and of each kind of way."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from landsea_core.planner.network.compared_journeys import ComparedJourney
from landsea_core.planner.network.scatter import ANY, STOPS

MODES = ("rail", "road", "sea", "river", "air")


class Judged(NamedTuple):
    """Counts of told journeys: all, inside the planned interval, near its middle, without a plan; `width`: how many times
    the lower end the upper end of the median interval is, None where nothing was planned.
    """

    journeys: int
    inside: int
    near: int
    without_plan: int
    width: float | None


def count_journeys(found: Sequence[ComparedJourney]) -> Judged:
    """Count told journeys; one without a plan is neither inside nor near."""
    widths = [one.hours.p90 / one.hours.low for one in found if one.hours is not None]
    return Judged(
        len(found),
        sum(one.inside for one in found),
        sum(one.near for one in found),
        sum(one.hours is None for one in found),
        median(widths) if widths else None,
    )


def count_by_kind(found: Iterable[ComparedJourney]) -> dict[str, Judged]:
    """Return the counts of all, of each mode, of each kind of stop, and of each mode with its stops, empty ones left out."""
    whole = list(found)
    parts = {ANY: whole}
    parts |= {mode: [one for one in whole if one.kind and one.kind.mode == mode] for mode in MODES}
    parts |= {stop: [one for one in whole if one.kind and one.kind.stop == stop] for stop in STOPS}
    parts |= {
        f"{mode} {stop}": [one for one in whole if one.kind and (one.kind.mode, one.kind.stop) == (mode, stop)]
        for mode in MODES
        for stop in STOPS
    }
    return {name: count_journeys(part) for name, part in parts.items() if part}
