"""Where stops and their names stand on a picture of a size, and whether any two of them touch."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from landsea_core.planner.diagram.labels import Label, make_label
from landsea_core.planner.diagram.layout import Layout, Stop
from landsea_core.planner.diagram.text_widths import measure_width

NOTE_APART = 6.0
"""Between a name and the hours beside it."""


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of a picture, in pixels: its grid, its type, and how many lines a name may have.

    `beside`: what lies between a name and the next column's stops, for the lines that pass by them.
    """

    column: float
    row: float
    left: float
    top: float
    right: float
    type: float
    leading: float
    lines: int
    beside: float = 13.0
    apart: float = 9.0
    note_type: float = 10.0

    def x(self, column: float) -> float:
        """Return where a column of the grid stands."""
        return self.left + column * self.column

    def y(self, row: float) -> float:
        """Return where a row of the grid stands."""
        return self.top + row * self.row

    @property
    def room(self) -> float:
        """Return how wide a name may be."""
        return self.column - self.apart - self.beside


PHONE = Size(column=90, row=31, left=13, top=16, right=2, type=11, leading=13, lines=2)
DESK = Size(column=262, row=24, left=16, top=16, right=4, type=13, leading=15, lines=1, note_type=11.5)
OVERVIEW = Size(column=88, row=7.8, left=8, top=10, right=0, type=11, leading=13, lines=2, beside=6, apart=7)
"""The whole corridor in 360 by 324 pixels, for a page that only says where it stands; few stops bear names."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the picture, with what it belongs to."""

    of: str
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        """Say whether two rectangles share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class PlacedStop:
    """A stop with its name on the picture: its middle, where its name begins, and the rectangle of what is written.

    `note`: hours, written in smaller type at (`note_x`, `note_y`); empty where there is no room for it.
    """

    stop: Stop
    x: float
    y: float
    label: Label
    text_x: float
    text_y: float
    box: Box
    note: str = ""
    note_x: float = 0.0
    note_y: float = 0.0


def place_stops(
    layout: Layout, size: Size, name_of: Callable[[Stop], str], notes: Mapping[str, str] | None = None
) -> list[PlacedStop]:
    """Return all stops with their names on a picture of a size, in the order of the layout; `notes` by stop."""
    notes = notes or {}
    return [_place(stop, size, name_of(stop), notes.get(stop.place, "")) for stop in layout.stops.values()]


def _place(stop: Stop, size: Size, name: str, note: str) -> PlacedStop:
    x, y = size.x(stop.column), size.y(stop.row)
    label = make_label(name, size.room, size.type, size.lines)
    wide = measure_width(note) * size.note_type
    left, right, rows = x + size.apart, x + size.apart + label.width, len(label.lines)
    beside = size.lines == 1 and label.width + NOTE_APART + wide <= size.room
    below = rows < size.lines and wide <= size.room
    if not (beside or below):
        note, wide = "", 0.0
    rows += 1 if note and not beside else 0
    top = y - size.leading * rows / 2
    text_y = round(top + size.leading * 0.78, 1)
    note_x = right + NOTE_APART if beside else left
    box = Box(stop.place, left, top, max(right, note_x + wide) if note else right, top + size.leading * rows)
    return PlacedStop(
        stop, x, y, label, left, text_y, box, note, note_x, text_y if beside else round(text_y + size.leading, 1)
    )


def measure_picture(layout: Layout, size: Size) -> tuple[float, float]:
    """Return the width and height of the whole picture."""
    columns = max(stop.column for stop in layout.stops.values()) + 1
    rows = max(stop.row for stop in layout.stops.values())
    return size.left + columns * size.column + size.right, size.y(rows) + size.top


def find_collisions(placed: Iterable[PlacedStop], width: float, mark: float = 5.0) -> list[str]:
    """Return what is wrong with a picture, a line each: names that touch another name or a stop, leave it, or do not fit."""
    placed = list(placed)
    marks = [Box(one.stop.place, one.x - mark, one.y - mark, one.x + mark, one.y + mark) for one in placed]
    names = [one.box for one in placed]
    faults = [f"the name of {one.stop.place} does not fit" for one in placed if not one.label.fits]
    faults += [f"the name of {box.of} leaves the picture" for box in names if box.right > width]
    faults += [f"the names of {a.of} and {b.of} touch" for a, b in combinations(names, 2) if a.touches(b)]
    faults += [f"the stops {a.of} and {b.of} touch" for a, b in combinations(marks, 2) if a.touches(b)]
    return faults + [f"the name of {a.of} covers {b.of}" for a in names for b in marks if a.touches(b)]
