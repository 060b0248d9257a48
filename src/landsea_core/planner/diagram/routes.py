"""The way a line takes from stop to stop: upright, level or slanting by half a right angle, past what stands between.

Within a column it goes straight, or beside the stops that it passes by. Into another column it changes half a row before
or after a stop, where no name stands.
"""

from collections.abc import Iterator

from landsea_core.planner.diagram.layout import Layout, Stretch
from landsea_core.planner.diagram.placing import Size

Point = tuple[float, float]
BESIDE = {"rail": 5.0, "road": 7.5, "river": 10.0, "sea": 10.0}
"""How far beside a stop a line passes that does not call there, so that several can be told apart."""
CORNER = 6.0
BETWEEN_LINES = 3.5


def draw_stretches(layout: Layout, size: Size) -> Iterator[tuple[Stretch, list[Point]]]:
    """Yield each stretch with the points of its way on a picture of a size."""
    taken = {(stop.column, stop.row) for stop in layout.stops.values()}
    modes: dict[frozenset[str], list[str]] = {}
    for one in layout.stretches:
        modes.setdefault(frozenset((one.origin, one.destination)), []).append(one.mode)
    for one in layout.stretches:
        side_by_side = modes[frozenset((one.origin, one.destination))]
        shift = (side_by_side.index(one.mode) - (len(side_by_side) - 1) / 2) * BETWEEN_LINES
        yield one, _draw(layout, size, one, shift, taken)


def _draw(layout: Layout, size: Size, one: Stretch, shift: float, taken: set[tuple[float, float]]) -> list[Point]:
    a, b = layout.stops[one.origin], layout.stops[one.destination]
    if a.column == b.column:
        return _shifted(_draw_in_column(size, a.column, a.row, b.row, one.mode, taken), shift)
    down = 0.5 if b.row > a.row else -0.5
    early = _count_between(a.column, a.row, b.row - down, taken)
    late = _count_between(b.column, a.row + down, b.row, taken)
    change = a.row + down if late <= early else b.row - down
    first = _draw_in_column(size, a.column, a.row, change, one.mode, taken)
    second = _draw_in_column(size, b.column, change, b.row, one.mode, taken)
    points = [*first, *second]
    return _cut_corners(_shifted(points, shift))


def _count_between(column: float, start: float, end: float, taken: set[tuple[float, float]]) -> int:
    low, high = sorted((start, end))
    return sum(1 for at, row in taken if at == column and low < row < high)


def _draw_in_column(
    size: Size, column: float, start: float, end: float, mode: str, taken: set[tuple[float, float]]
) -> list[Point]:
    """Return the points from row to row of a column; beside the stops that it passes by."""
    x, y, last = size.x(column), size.y(start), size.y(end)
    if not _count_between(column, start, end, taken):
        return [(x, y), (x, last)]
    aside = x - BESIDE[mode]
    step = BESIDE[mode] + 5 if last > y else -BESIDE[mode] - 5
    points = [(x, y)] if start == int(start) else []
    points += [(aside, y + step if points else y), (aside, last - step if end == int(end) else last)]
    return [*points, (x, last)] if end == int(end) else points


def _shifted(points: list[Point], shift: float) -> list[Point]:
    return [(x + shift, y) for x, y in points]


def _cut_corners(points: list[Point]) -> list[Point]:
    """Return the way with each right angle made two half ones."""
    found = [points[0]]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        level_then_upright = before[1] == at[1] and at[0] == after[0]
        upright_then_level = before[0] == at[0] and at[1] == after[1]
        if level_then_upright or upright_then_level:
            found += [_go_towards(at, before), _go_towards(at, after)]
        else:
            found.append(at)
    return [*found, points[-1]]


def _go_towards(start: Point, end: Point) -> Point:
    long = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    part = min(CORNER, long / 2) / long if long else 0.0
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
