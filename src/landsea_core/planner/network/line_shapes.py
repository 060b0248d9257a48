"""What of a line is the same in every question: its calls as minutes of its first day, and its kilometres move by move.

A question compiles more than a thousand lines anew, and most processes answer many questions about one network. What
depends only on the line, its places and its spread is therefore kept; a line or place that was edited is another object,
and is reckoned again.
"""

from datetime import date
from typing import NamedTuple

from landsea_core.planner.network.days import find_midnight, find_utc_offset, list_call_minutes
from landsea_core.planner.network.geography import share_out_km
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.place_rows import NetworkPlace

MOST_KEPT = 8192
"""Lines that are kept at most; a network has some thousand, and a process sees two while it is renewed."""


class LineShape(NamedTuple):
    """Arrival and departure of each call in minutes after midnight of the first day, and the km of each move."""

    calls: tuple[tuple[int, int], ...]
    km: tuple[float, ...]


class _Kept(NamedTuple):
    """A shape with what it was reckoned from."""

    service: Service
    places: tuple[NetworkPlace, ...]
    offsets: tuple[int, ...]
    scale: float
    shape: LineShape


_KEPT: dict[int, _Kept] = {}


def find_line_shape(corridor: Corridor, service: Service, scale: float, first: date) -> LineShape:
    """Return the shape of a line; the way from its first departure is stretched by `scale`, clocks are those of `first`."""
    places = tuple(corridor.places[call.place] for call in service.calls)
    offsets = tuple(find_utc_offset(place.zone, first) for place in places)
    kept = _KEPT.get(id(service))  # the service is held beside, so no other gets its number meanwhile
    if (
        kept is not None
        and kept.service is service
        and kept.scale == scale
        and kept.offsets == offsets
        and all(one is other for one, other in zip(kept.places, places, strict=True))
    ):
        return kept.shape
    zones = {place.code: place.zone for place in places}
    calls = _scale_calls(list_call_minutes(service, zones, first), scale, find_midnight(first))
    shape = LineShape(tuple(calls), tuple(share_out_km(corridor, service)))
    if len(_KEPT) >= MOST_KEPT:
        _KEPT.clear()
    _KEPT[id(service)] = _Kept(service, places, offsets, scale, shape)
    return shape


def _scale_calls(calls: list[tuple[int, int]], scale: float, zero: int) -> list[tuple[int, int]]:
    """Return minutes after midnight of the first day, with the way from the first departure stretched by `scale`."""
    begin = calls[0][1]

    def scaled(minute: int) -> int:
        return round(begin - zero + (minute - begin) * scale)

    return [(scaled(arrive), scaled(depart)) for arrive, depart in calls]
