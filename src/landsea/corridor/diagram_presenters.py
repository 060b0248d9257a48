"""The corridor's diagram for a page: two pictures of it, for a phone and for a desk, and the same as a list in words."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.corridor import diagram_reading
from landsea.corridor.contributed import Trouble
from landsea.corridor.gate_words import describe_gate
from landsea.corridor.kept_network import NETWORK, find_network
from landsea_core.planner.diagram.gates import Gate, find_gate
from landsea_core.planner.diagram.layout import Stop
from landsea_core.planner.diagram.placing import DESK, PHONE, PlacedStop, Size, measure_picture, place_stops
from landsea_core.planner.diagram.routes import Point
from landsea_core.planner.diagram.traffic import Key, Traffic, find_closed_stops
from landsea_core.planner.network.place_rows import Closure

WIDEST = 5
"""Steps of a line's width; each is twice as many departures a week as the one before, from 7 on."""


@dataclass(frozen=True)
class StopState:
    """What is to be said of a stop today: what stands still there, barriers, the gate of a post."""

    closed: tuple[Closure, ...] = ()
    barriers: int = 0
    gate: Gate | None = None

    @property
    def words(self) -> str:
        """What the marks of a stop mean, in the reader's language; empty where it has none."""
        said = []
        if self.closed:
            said.append(_("something is stopped here"))
        if self.barriers:
            said.append(_("barriers that several firms share: %(count)d") % {"count": self.barriers})
        if self.gate and not self.closed:  # while something stands still there, nobody says that it is open
            said.append(describe_gate(self.gate))
        return "; ".join(said)


@dataclass(frozen=True)
class DrawnStop:
    """A stop as it is drawn: `x`, `y` its middle, `lines` of its name as (text, y, width when drawn narrower).

    `called` is its name in one piece with what is said of it, for who hears the picture or points at it: a link with a title is
    called by that alone. Empty where the one line drawn says as much.
    """

    url: str
    x: str
    y: str
    text_x: str
    lines: tuple[tuple[str, str, str], ...]
    note: str
    note_x: str
    note_y: str
    mark: str
    css: str
    called: str
    barriers: str


@dataclass(frozen=True)
class DrawnStretch:
    """A stretch as a path with its classes; `cross`: where a cross says that nothing goes."""

    path: str
    css: str
    cross: str


@dataclass(frozen=True)
class Picture:
    """The diagram in one size: `name` tells the style sheet which."""

    name: str
    width: int
    height: int
    stretches: tuple[DrawnStretch, ...]
    pairs: tuple[str, ...]
    stops: tuple[DrawnStop, ...]


def find_states_of_stops(closed: Sequence[Closure], troubles: Iterable[Trouble], now: datetime) -> dict[str, StopState]:
    """Return what is to be said of each stop at `now` (aware); stops of which nothing is said are left out."""
    layout, network = diagram_reading.read_layout_of_diagram(), find_network()
    shut = find_closed_stops(layout, network, closed)
    barriers: dict[str, int] = {}
    for one in troubles:
        if stop := layout.stop_of(network, one.place):
            barriers[stop] = barriers.get(stop, 0) + 1
    members = diagram_reading.find_members()
    gates = {code: find_gate(network, members[code], now) for code in layout.posts}
    known = {*shut, *barriers, *(code for code, gate in gates.items() if gate)}
    return {code: StopState(tuple(shut.get(code, ())), barriers.get(code, 0), gates.get(code)) for code in known}


def draw_pictures(
    closed: Sequence[Closure], states: Mapping[str, StopState], way: Collection[Key] = ()
) -> tuple[Picture, ...]:
    """Return the diagram for a phone and for a desk; the stretches of `way` stand out, where one is given."""
    traffic = diagram_reading.find_traffic(closed)
    return tuple(_draw_picture(name, size, traffic, states, frozenset(way)) for name, size in _SIZES.items())


_SIZES = {"phone": PHONE, "desk": DESK}
_SQUARE = "M{:g} {:g}h8v8h-8z"
_RING = "M{:g} {:g}a4 4 0 1 0 8 0a4 4 0 1 0-8 0"
_DOT = "M{:g} {:g}a3 3 0 1 0 6 0a3 3 0 1 0-6 0"


def _draw_picture(
    name: str, size: Size, traffic: Mapping[Key, Traffic], states: Mapping[str, StopState], way: frozenset[Key]
) -> Picture:
    layout = diagram_reading.read_layout_of_diagram()
    width, height = measure_picture(layout, size)
    on_way = frozenset().union(*(ends for _, ends in way)) if way else frozenset()
    drawn = diagram_reading.find_drawn_stretches(size)
    stretches = tuple(draw_stretch(points, key, traffic[key], way) for key, points in drawn.items())
    pairs = tuple(
        _path([(size.x(layout.stops[code].column), size.y(layout.stops[code].row)) for code in sorted(pair)])
        for pair in sorted(layout.pairs, key=sorted)
    )
    stops = tuple(
        _draw_stop(one, size, states.get(one.stop.place, StopState()), layout.posts, on_way)
        for one in _placed(size, _notes(states))
    )
    return Picture(name, math.ceil(width), math.ceil(height), stretches, pairs, stops)


def _notes(states: Mapping[str, StopState]) -> dict[str, str]:
    return {code: f"{one.gate.opens}–{one.gate.closes}" for code, one in states.items() if one.gate}


def _placed(size: Size, notes: dict[str, str]) -> list[PlacedStop]:
    """Return stops with names in the reader's language; finding where names break takes long, so it is kept."""
    key = ("diagram", size, get_language() or "en", tuple(sorted(notes.items())))
    return NETWORK.get(key, lambda: place_stops(diagram_reading.read_layout_of_diagram(), size, _name_stop, notes))


def _name_stop(stop: Stop) -> str:
    place = find_network().places.get(stop.place)
    return stop.name_in(get_language() or "en", place.names if place else {})


def draw_stretch(points: list[Point], key: Key, traffic: Traffic, way: frozenset[Key] = frozenset()) -> DrawnStretch:
    """Return a stretch as it is drawn: by its mode, how much runs on it and how surely, and whether it belongs to `way`."""
    css = [key[0], f"w{_width_step(traffic.departures)}"]
    if traffic.stands_still:
        css.append("still")
    elif traffic.assumed:
        css.append("assumed")
    if way:
        css.append("on" if key in way else "off")
    cross = ""
    if traffic.stands_still:
        x, y = _find_middle(points)
        cross = f"M{x - 4:g} {y - 4:g}l8 8m0-8l-8 8"
    return DrawnStretch(_path(points), " ".join(css), cross)


def _gate_class(gate: Gate | None) -> str:
    """Return how a post is drawn: open or shut only by hours that somebody has said."""
    if gate is None or not gate.is_sure:
        return "unsure"
    return "post" if gate.is_open else "shut"


def _width_step(departures: float) -> int:
    """Return the step of a line's width: 1 below seven departures a week, 2 below fourteen, and so on."""
    return max(1, min(WIDEST, 1 + int(math.log2(max(departures, 1) / 3.5))))


def _find_middle(points: list[Point]) -> Point:
    longest = max(zip(points, points[1:], strict=False), key=lambda ends: math.dist(*ends))
    (x, y), (a, b) = longest
    return round((x + a) / 2, 1), round((y + b) / 2, 1)


def _path(points: list[Point]) -> str:
    steps = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for (x, y), (to_x, to_y) in zip(points, points[1:], strict=False):
        if (x, y) == (to_x, to_y):
            continue
        if x == to_x:
            steps.append(f"V{to_y:g}")
        elif y == to_y:
            steps.append(f"H{to_x:g}")
        else:
            steps.append(f"L{to_x:g} {to_y:g}")
    return "".join(steps)


def _call_stop(one: PlacedStop, state: str) -> str:
    if state:
        return f"{_name_stop(one.stop)}: {state}"
    return _name_stop(one.stop) if len(one.label.lines) > 1 else ""


def _draw_stop(
    one: PlacedStop, size: Size, state: StopState, posts: frozenset[str], on_way: frozenset[str]
) -> DrawnStop:
    css = []
    if one.stop.place in posts:
        css.append(_gate_class(state.gate))
    if state.closed:
        css.append("closed")
    if on_way:
        css.append("on" if one.stop.place in on_way else "off")
    lines = tuple(
        (text, f"{one.text_y + number * size.leading:g}", f"{width:g}" if narrowed else "")
        for number, (text, width, narrowed) in enumerate(
            zip(one.label.lines, one.label.widths, one.label.narrowed, strict=True)
        )
    )
    return DrawnStop(
        url=reverse("corridor_place", args=[one.stop.place]),
        x=f"{one.x:g}",
        y=f"{one.y:g}",
        text_x=f"{one.text_x:g}",
        lines=lines,
        note=one.note,
        note_x=f"{one.note_x:g}",
        note_y=f"{one.note_y:g}",
        mark=_SQUARE.format(one.x - 4, one.y - 4) if one.stop.place in posts else _RING.format(one.x - 4, one.y),
        css=" ".join(css),
        called=_call_stop(one, state.words),
        barriers=_DOT.format(one.x - 9, one.y - 5) if state.barriers else "",
    )
