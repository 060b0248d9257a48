"""What flights and ships that are reckoned from the map have in common: whether one on record goes there, and the row they are.

When one is reckoned, and how far it goes, is `reckoned_flights` and `reckoned_ships`.
"""

from landsea_core.planner.network.days import find_utc_offset
from landsea_core.planner.network.model import LINE, Call, Corridor, Service
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.provenance import Provenance

LEAVES = 12 * 60
"""Minutes after midnight at which it is taken to leave: nothing is known of its clock."""


def is_gone_directly(corridor: Corridor, mode: str, pairs: set[tuple[str, str]]) -> bool:
    """Say whether a line on record goes by a mode from the first to the second of any pair of places."""
    for service in corridor.services.values():
        if service.kind == LINE and service.mode == mode and not service.not_offered:
            codes = [call.place for call in service.calls]
            if any((one, other) in pairs for number, one in enumerate(codes) for other in codes[number + 1 :]):
                return True
    return False


def make_direct_line(
    corridor: Corridor,
    ends: tuple[NetworkPlace, NetworkPlace],
    named: tuple[str, str, str],
    measured: tuple[float, float],
    hands: tuple[float, dict[str, bool | None]],
    how: str,
    days: str | int = 1,
) -> Service:
    """Return a line between two places, once a week or as often as `days` says.

    `named`: the prefix of its id, its mode, what it is called; `measured`: hours and km; `hands`: the hours before it leaves at
    which cargo is handed in, and what it carries; `how`: the way it was reckoned, shown beside it.
    """
    (start, end), (prefix, mode, word), (hours, km) = ends, named, measured
    day = corridor.span[0]
    arrives = LEAVES + round(60 * hours) + find_utc_offset(end.zone, day) - find_utc_offset(start.zone, day)
    return Service(
        id=f"{prefix}{start.code}-{end.code}",
        kind=LINE,
        mode=mode,
        operator="",
        name=f"{word} {start.name} - {end.name}",
        calls=(
            Call(start.code, "", 0, _write_clock(LEAVES), 0, "assumed"),
            Call(end.code, _write_clock(arrives), arrives // 1440, "", arrives // 1440, "assumed"),
        ),
        days=days,
        hours=hours,
        km=round(km),
        carries=hands[1],
        cut_off_hours=hands[0],
        capacity="",
        since="",
        until="",
        not_offered="",
        fact=Provenance("derived from distance on the map", "derived", "2026-11-29", f"{how}, on no record"),
    )


def _write_clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
