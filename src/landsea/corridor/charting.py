"""The time/cost-distance chart as numbers for SVG: kilometres to the right, hours upwards, dollars on a second scale.

What the points are is said by `landsea_core.planner.network.time_distance`; here they only get their places on paper.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsea.base.numbers import format_number
from landsea.corridor.amounts import write_hours, write_kilometres
from landsea.corridor.labels import place_name
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.time_distance import ChartPoint, PlannedPoint, TimeDistancePicture

LEFT, RIGHT, TOP, BOTTOM = 60, 930, 20, 350
MOST_TICKS = 6
Point = tuple[float, float]


@dataclass(frozen=True)
class Dot:
    """A point with its place's name; `words` say it with its numbers, for who hears the picture or points at it; `label`: the
    name is drawn beside it, where there is room.
    """

    x: float
    y: float
    name: str
    words: str
    label: bool


@dataclass(frozen=True)
class Chart:
    """Lines are lists of "x,y x,y"; `band` is the area between median and ninth of ten; `cost` may be empty.

    `across`, `up` and `dollars` are ticks as (where, number).
    """

    line: str
    band: str
    cost: str
    dots: tuple[Dot, ...]
    across: tuple[tuple[float, int], ...]
    up: tuple[tuple[float, int], ...]
    dollars: tuple[tuple[float, int], ...]


@dataclass(frozen=True)
class _Value:
    place: str
    km: float
    hours: float
    p90: float
    cost: float | None = None


def make_chart_of_trip(corridor: Corridor, steps: Sequence[ChartPoint]) -> Chart | None:
    """Return the chart of one trip; None before anything moved."""
    return _chart(corridor, [_Value(one.place, one.km, one.hours, one.hours) for one in steps])


def make_chart_of_picture(corridor: Corridor, picture: TimeDistancePicture) -> Chart | None:
    """Return the chart of many trips: the median, and a band up to the ninth of ten."""
    values = [_Value(one.place, one.km, one.hours.median, one.hours.p90) for one in picture.points]
    return _chart(corridor, values)


def make_chart_of_plan(corridor: Corridor, points: Sequence[PlannedPoint]) -> Chart | None:
    """Return the chart of a planned way, with a line of costs as far as they are known."""
    return _chart(corridor, [_Value(one.place, one.km, one.hours, one.p90, one.cost) for one in points])


def _chart(corridor: Corridor, values: Sequence[_Value]) -> Chart | None:
    if len(values) < 2 or not values[-1].km or not values[-1].hours:
        return None
    wide, high = values[-1].km, max(one.p90 for one in values)
    costs = [one.cost for one in values if one.cost is not None]
    dear = max(costs, default=0)
    median = [(place_across(one.km, wide), place_up(one.hours, high)) for one in values]
    late = [(place_across(one.km, wide), place_up(one.p90, high)) for one in values]
    paid = (
        [(place_across(one.km, wide), place_up(one.cost, dear)) for one in values if one.cost is not None]
        if dear
        else []
    )
    return Chart(
        line=draw_points(median),
        band=draw_points([*median, *reversed(late)]) if late != median else "",
        cost=draw_points(paid) if len(paid) > 1 else "",
        dots=_dots(corridor, values, median),
        across=tuple((place_across(tick, wide), tick) for tick in list_round_ticks(wide)),
        up=tuple((place_up(tick, high), tick) for tick in list_round_ticks(high)),
        dollars=tuple((place_up(tick, dear), tick) for tick in list_round_ticks(dear)) if len(paid) > 1 else (),
    )


def _dots(corridor: Corridor, values: Sequence[_Value], at: list[Point]) -> tuple[Dot, ...]:
    """A dot for each place, named where the one before lies far enough to the left; what says the same as the one before is
    left out.
    """
    found: list[Dot] = []
    named_until = -1000.0
    for value, (x, y) in zip(values, at, strict=True):
        room = x - named_until > 90 and x < RIGHT - 60
        name = place_name(corridor.places[value.place])
        words = say_point(name, value.km, value.hours, value.p90, value.cost)
        if found and found[-1].words == words:
            continue
        found.append(Dot(x, y, name, words, room))
        named_until = x if room else named_until
    return tuple(found)


def say_point(name: str, km: float, hours: float, p90: float, cost: float | None = None) -> str:
    """Return a point of a time-distance picture in words: "Mohan: 812 km, 31 to 40 hours, USD 950"; `cost` in US dollars."""
    usual, late = round(hours), round(p90)
    taken = write_hours(usual) if late == usual else _("%(low)s to %(high)s hours") % {"low": usual, "high": late}
    paid = [_("USD %(low)s") % {"low": format_number(cost)}] if cost is not None else []
    return f"{name}: {', '.join([write_kilometres(round(km)), taken, *paid])}"


def place_across(km: float, wide: float) -> float:
    """Return where so many of `wide` kilometres stand."""
    return round(LEFT + (RIGHT - LEFT) * km / wide, 1)


def place_up(value: float, high: float) -> float:
    """Return where a value stands of which `high` is the most."""
    return round(BOTTOM - (BOTTOM - TOP) * value / high, 1)


def draw_points(found: Sequence[Point]) -> str:
    """Return points as SVG reads them."""
    return " ".join(f"{x:g},{y:g}" for x, y in found)


def list_round_ticks(most: float) -> list[int]:
    """Return round numbers from nothing up to `most`, six at most."""
    if most < 1:
        return [0]
    size = 10 ** math.floor(math.log10(most / MOST_TICKS)) if most >= MOST_TICKS else 1
    step = next(size * factor for factor in (1, 2, 5, 10, 20) if most / (size * factor) <= MOST_TICKS)
    return list(range(0, int(most) + 1, int(step)))
