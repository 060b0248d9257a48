"""Pictures of plans as numbers for SVG: strips to one time scale, a map with coastlines only. No style is decided here."""

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, east_asian_width

from landsea.corridor.base_map import read_base_map
from landsea.corridor.labels import MODES, place_name
from landsea.corridor.network_files import find_reference_folder
from landsea_core.planner.network.itinerary import Itinerary, Leg
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.place_rows import NetworkPlace

WIDTH = 1000
RUNS_ON = 960
"""Here a way ends that takes longer than the scale is: right of it stands an arrow."""
LEAST_SHARE, BEYOND_MIDDLE = 5, 2
"""Where the fastest way had less than a fifth of the scale, the scale ends at twice the middle way's end."""
UNSURE = frozenset({"assumed", "derived", "claimed"})
TICKS = 6
_BESIDE = 60
"""Units beside a map in which its coast is still drawn, so that lines leave it at its edge."""
LETTER, NAME_APART = 12.0, 12.0
"""Units for a letter of a name beside its dot, as large as names are drawn on a phone, and from the dot to the name."""
LEAST_DEGREES, LEAST_DEGREES_ALONE = 8.0, 20.0
"""A map shows at least so much, of a place alone so much that a coast comes into sight."""


@dataclass(frozen=True)
class Bar:
    """A vehicle on a strip: where it begins, how wide it is, its mode; `unsure` is drawn hatched."""

    x: float
    width: float
    mode: str
    unsure: bool
    words: str


@dataclass(frozen=True)
class Strip:
    """One itinerary on the common scale: its bars, notches where something is done to the cargo, and the late end.
    `runs_on`: it arrives after the scale's end; its bars are cut there.
    """

    bars: tuple[Bar, ...]
    notches: tuple[float, ...]
    end: float
    late: float
    runs_on: bool = False


@dataclass(frozen=True)
class Scale:
    """Minutes to x; `ticks` are (x, minute)."""

    first: int
    last: int

    def x(self, minute: float) -> float:
        """Return where a minute lies."""
        return round(WIDTH * (minute - self.first) / max(1, self.last - self.first), 1)

    @property
    def ticks(self) -> list[tuple[float, int]]:
        """Return midnights (UTC), at most six, evenly apart."""
        days = max(1, math.ceil((self.last - self.first) / 1440 / TICKS))
        first = -(-self.first // 1440) * 1440
        return [(self.x(minute), minute) for minute in range(first, self.last, days * 1440)]


def find_scale(itineraries: list[Itinerary]) -> Scale:
    """Return the scale on which all of them fit, their late ends too; or all but a few very slow ones.

    One way by sea of four weeks would make a week by rail a short mark. Where the slowest takes five times as long as the
    fastest, the scale ends at twice the late end of the middle one: at least half of the ways are on it as a whole.

        ends after 5, 6, 7, 9 and 30 days    ->  a scale of 14 days, and a way that runs on
        ends after 5, 6, 7, 9 and 24 days    ->  24 days
    """
    first = min(one.depart for one in itineraries)
    ends = sorted(_late_end(one) for one in itineraries)
    fastest = min(one.arrive for one in itineraries)
    last = ends[-1]
    if last - first > LEAST_SHARE * (fastest - first):
        middle = ends[(len(ends) - 1) // 2]
        last = min(last, first + BEYOND_MIDDLE * (middle - first))
    return Scale(first, last)


def draw_strip(corridor: Corridor, one: Itinerary, scale: Scale) -> Strip:
    """Return an itinerary as a strip; what lies after the scale's end is cut."""
    runs_on = one.arrive > scale.last
    edge = RUNS_ON if runs_on else WIDTH
    bars = tuple(
        Bar(
            begin,
            max(3.0, round(min(edge, scale.x(leg.vehicle.arrive)) - begin, 1)),
            leg.service.mode,
            leg.grade in UNSURE,
            _bar_words(corridor, leg),
        )
        for leg in one.legs
        if (begin := scale.x(leg.vehicle.depart)) < edge
    )
    notches = tuple(
        at
        for leg in one.legs[1:]
        if (leg.vehicle.before or leg.service.kind == "hop") and (at := scale.x(leg.vehicle.depart)) < edge
    )
    end, late = min(edge, scale.x(one.arrive)), min(edge, scale.x(_late_end(one)))
    return Strip(bars, notches, end, late, runs_on)


def _late_end(one: Itinerary) -> int:
    """Return the minute by which nine of ten such journeys have arrived."""
    return one.depart + round(one.hours.p90 * 60)


def _bar_words(corridor: Corridor, leg: Leg) -> str:
    ends = [place_name(corridor.places[code]) for code in (leg.vehicle.origin, leg.vehicle.destination)]
    return f"{MODES[leg.service.mode]}: {ends[0]} – {ends[1]}"


@dataclass(frozen=True)
class PlacedBase:
    """An operator's base map on a map of ours: its address, where it lies there, and the number of its review."""

    address: str
    x: float
    y: float
    width: float
    height: float
    review: str


@dataclass(frozen=True)
class Map:
    """A cut of the coast with a service's line on it: `coast` and `line` are lists of "x,y x,y"; dots are (x, y, name)."""

    width: int
    height: int
    coast: tuple[str, ...]
    mode: str
    line: str
    dots: tuple[tuple[float, float, str], ...]
    base: PlacedBase | None = None

    @property
    def middle(self) -> float:
        """Right of this a name stands to the left of its dot, so that it stays on the map."""
        return self.width / 2


@dataclass(frozen=True, slots=True)
class _Piece:
    """One line of the coast: its points as (lon, lat), and the corners between which all of them lie."""

    points: tuple[tuple[float, float], ...]
    least: tuple[float, float]
    most: tuple[float, float]


@lru_cache(maxsize=1)
def _coast() -> tuple[_Piece, ...]:
    """Coastlines only, never borders of countries."""
    told = json.loads((find_reference_folder() / "coast.json").read_text(encoding="utf-8"))
    lines = (tuple((lon, lat) for lon, lat in line) for line in told["lines"])
    return tuple(
        _Piece(line, tuple(map(min, zip(*line, strict=True))), tuple(map(max, zip(*line, strict=True))))
        for line in lines
    )


def draw_map(mode: str, places: list[NetworkPlace]) -> Map:
    """Return the map of places in the order of a service."""
    points = [(place.lon, place.lat) for place in places]
    west, east = min(x for x, _ in points) - 2, max(x for x, _ in points) + 2
    south, north = min(y for _, y in points) - 2, max(y for _, y in points) + 2
    least = LEAST_DEGREES if len(points) > 1 else LEAST_DEGREES_ALONE
    wide, high = max(east - west, least), max(north - south, least)
    west, north = (west + east - wide) / 2, (south + north + high) / 2
    factor = 600 / max(wide, high)
    ends = (places[0], places[-1])
    short = max(_room_wanting((place.lon - west) * factor, wide * factor, place_name(place)) for place in ends)
    west, wide = west - short / factor, wide + 2 * short / factor

    def at(lon: float, lat: float) -> tuple[float, float]:
        return round((lon - west) * factor, 1), round((north - lat) * factor, 1)

    width, height = round(wide * factor), round(high * factor)
    line = _line([at(place.lon, place.lat) for place in places])
    dots = tuple(
        (*at(place.lon, place.lat), place_name(place)) for place in {place.code: place for place in ends}.values()
    )
    coast = _coast_within(west, north, factor, width, height)
    return Map(width, height, coast, mode, line, dots, _place_base(west, north, factor))


def _place_base(west: float, north: float, factor: float) -> PlacedBase | None:
    """Return where an operator's base map lies, so that its degrees are those of the map; None where there is none."""
    base = read_base_map()
    if base is None:
        return None
    x, y = round((base.west - west) * factor, 1), round((north - base.north) * factor, 1)
    wide, high = round((base.east - base.west) * factor, 1), round((base.north - base.south) * factor, 1)
    return PlacedBase(base.address, x, y, wide, high, base.review)


def _room_wanting(x: float, width: float, name: str) -> float:
    """Return how many units a name needs beside a map: it begins at its dot and goes over the middle."""
    letters = sum(2 if east_asian_width(sign) in "WF" else 1 for sign in name if not combining(sign))
    return max(0.0, letters * LETTER + NAME_APART - max(x, width - x))


@lru_cache(maxsize=512)
def _coast_within(west: float, north: float, factor: float, width: int, height: int) -> tuple[str, ...]:
    """The coast on a map of these edges (degrees), `factor` units to a degree; kept, as a plan is looked at again and again."""
    beyond = (_BESIDE + 1) / factor
    east, south = west + width / factor, north - height / factor
    coast = []
    for piece in _coast():
        (left, low), (right, high) = piece.least, piece.most
        if right < west - beyond or left > east + beyond or high < south - beyond or low > north + beyond:
            continue
        drawn: list[tuple[float, float]] = []
        for lon, lat in piece.points:
            x, y = round((lon - west) * factor, 1), round((north - lat) * factor, 1)
            if -_BESIDE <= x <= width + _BESIDE and -_BESIDE <= y <= height + _BESIDE:
                drawn.append((x, y))
            elif len(drawn) > 1:
                coast.append(_line(drawn))
                drawn = []
        if len(drawn) > 1:
            coast.append(_line(drawn))
    return tuple(coast)


def _line(found: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in found)
