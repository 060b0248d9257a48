"""The layout of the corridor's diagram as data: stops on a grid, the lines between them, posts that are two sides of a border.

It is no map: columns and rows say what comes before what, not where a place lies. Read from `data/reference/diagram`.
"""

import json
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from landsea_core.planner.network.model import Corridor
from landsea_core.text.traditional import write_in_script

LINE_MODES = ("rail", "road", "river", "sea")
"""Modes that are drawn as lines; by air one goes from anywhere to anywhere, so that no line says anything."""


class LayoutFault(ValueError):
    """A layout that cannot be drawn; the text says which row, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop: the place whose name it bears, where it stands on the grid, and what else it stands for.

    `covers`: codes of cities or places that it stands for besides. `names`: a shorter name than the place's, by language.
    """

    place: str
    column: float
    row: float
    covers: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    def name_in(self, language: str, names: dict[str, str]) -> str:
        """Return its name for a reader: its own short one, else the place's, else English.

        `Stop("CNMHN", 1, 13, names=(("en", "Mohan"),)).name_in("en", {"en": "Mohan road border post"})` is "Mohan".
        """
        short = dict(self.names)
        for key in (language, language.split("-", maxsplit=1)[0]):
            if found := short.get(key) or names.get(key):
                return write_in_script(found, language)
        return short.get("en") or names.get("en") or self.place


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a line between two neighbouring stops, in the order of the line."""

    mode: str
    origin: str
    destination: str


@dataclass(frozen=True)
class Layout:
    """Stops by the code of their place, the stretches between them, and the pairs of posts on two sides of one border."""

    stops: dict[str, Stop]
    stretches: tuple[Stretch, ...]
    pairs: frozenset[frozenset[str]]

    @cached_property
    def _standing_for(self) -> dict[str, str]:
        return {code: stop.place for stop in self.stops.values() for code in (stop.place, *stop.covers)}

    def stop_of(self, corridor: Corridor, code: str) -> str:
        """Return the stop that stands for a place: one that names it, else the one that names its city; else nothing."""
        if code in self._standing_for:
            return self._standing_for[code]
        place = corridor.places.get(code)
        return self._standing_for.get(place.within, "") if place else ""

    def members_of(self, corridor: Corridor) -> dict[str, list[str]]:
        """Return by stop the codes of the served places that it stands for, in their order."""
        found: dict[str, list[str]] = {code: [] for code in self.stops}
        for code in sorted({call.place for one in corridor.services.values() for call in one.calls}):
            if stop := self.stop_of(corridor, code):
                found[stop].append(code)
        return found

    @property
    def posts(self) -> frozenset[str]:
        """Return the stops that are one side of a border."""
        return frozenset().union(*self.pairs)


def read_layout(folder: Path) -> Layout:
    """Return the layout in a folder (`data/reference/diagram`). Raises LayoutFault."""
    stops: dict[str, Stop] = {}
    for row in _read_lines(folder / "stops.jsonl"):
        names = tuple(sorted(row.get("names", {}).items()))
        stop = Stop(row["place"], row["column"], row["row"], tuple(row.get("covers", ())), names)
        if stop.place in stops:
            raise LayoutFault(f"stops.jsonl: {stop.place} stands twice on the diagram.")
        stops[stop.place] = stop
    stretches = []
    for row in _read_lines(folder / "lines.jsonl"):
        unknown = [code for code in row["stops"] if code not in stops]
        if unknown or row["mode"] not in LINE_MODES:
            raise LayoutFault(f"lines.jsonl: {row['mode']} by {', '.join(row['stops'])} names what is no stop or mode.")
        ends = zip(row["stops"], row["stops"][1:], strict=False)
        stretches += [Stretch(row["mode"], origin, destination) for origin, destination in ends]
    pairs = frozenset(frozenset(row["pair"]) for row in _read_lines(folder / "pairs.jsonl"))
    return Layout(stops, tuple(dict.fromkeys(stretches)), pairs)


def read_overview(folder: Path, layout: Layout) -> Layout:
    """Return the layout with only those stops whose names a small picture bears, in `overview.jsonl` of the same folder; a
    shorter name there counts before others. Raises LayoutFault.
    """
    named: dict[str, Stop] = {}
    for row in _read_lines(folder / "overview.jsonl"):
        if row["place"] not in layout.stops:
            raise LayoutFault(f"overview.jsonl: {row['place']} is no stop of the diagram.")
        stop = layout.stops[row["place"]]
        names = {**dict(stop.names), **row.get("names", {})}
        named[stop.place] = replace(stop, names=tuple(sorted(names.items())))
    return replace(layout, stops=named)


def _read_lines(path: Path) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as fault:
        raise LayoutFault(f"{path.name} cannot be read: {fault}.") from fault
