"""A GTFS feed as rows of the network: its stops as places, its trips as services, and in words what taking them in changes."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from landsea_core.planner.network.days import find_utc_offset
from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.gtfs import (
    GtfsFeed,
    TableRow,
    find_running_days,
    group_stop_times,
    read_gtfs_time,
)
from landsea_core.planner.network.model import LINE, Corridor
from landsea_core.planner.network.place_rows import NetworkPlace

DETOUR = {"rail": 1.35, "road": 1.35, "sea": 1.15, "river": 1.6, "air": 1.05}
"""Kilometres of a way over its great circles, where a feed tells no distance: as in the network's own rows."""
MONDAY = date(2027, 1, 11)


def find_mode(route_type: str) -> str:
    """Return the mode of a GTFS route type, basic or extended; what is none of ours counts as road."""
    kind = int(route_type) if route_type.isascii() and route_type.isdigit() else 3
    if kind == 2 or 100 <= kind < 200:
        return "rail"
    if kind == 4 or 1200 <= kind < 1300:
        return "sea"
    if 1000 <= kind < 1100:
        return "river"
    return "air" if 1100 <= kind < 1200 else "road"


def match_places(feed: GtfsFeed, corridor: Corridor) -> tuple[dict[str, NetworkPlace], list[dict[str, Any]]]:
    """Return the place of each stop by its id, and rows for those that are new: in the zone of the nearest known one."""
    found: dict[str, NetworkPlace] = {}
    rows = []
    for line in feed.tables["stops.txt"]:
        code = line.data["stop_id"]
        if code in corridor.places:
            found[code] = corridor.places[code]
            continue
        lat, lon = float(line.data["stop_lat"]), float(line.data["stop_lon"])
        here = NetworkPlace(code, "", "city", {"en": line.data["stop_name"]}, (), "", lat, lon, "")
        near = min(corridor.places.values(), key=lambda place: measure_great_circle_km(place, here))
        zone = line.data.get("stop_timezone") or near.zone
        found[code] = NetworkPlace(code, near.country, "city", here.names, (), "", lat, lon, zone)
        row = {"code": code, "code_sure": False, "country": near.country, "kind": "city", "names": here.names}
        row |= {"other_names": {}, "within": "", "lat": lat, "lon": lon, "position": "near", "tz": zone}
        rows.append({**row, "source": f"GTFS feed {feed.name}", "grade": "reported"})
    return found, rows


def make_service_rows(feed: GtfsFeed, places: dict[str, NetworkPlace], day: date) -> list[dict[str, Any]]:
    """Return the trips of a sound feed as rows of services.jsonl; `day` is the day they were taken in."""
    routes = {line.data["route_id"]: line.data for line in feed.tables["routes.txt"]}
    timed = group_stop_times(feed)
    rows = []
    for line in feed.tables["trips.txt"]:
        trip, route = line.data, routes[line.data["route_id"]]
        mode = find_mode(route["route_type"])
        calls = _make_calls([stop.data for stop in timed.get(trip["trip_id"], ())], places)
        if len(calls) < 2:
            continue
        stops = [places[call["place"]] for call in calls]
        km = (
            sum(measure_great_circle_km(one, other) for one, other in zip(stops, stops[1:], strict=False))
            * DETOUR[mode]
        )
        name = trip.get("trip_headsign") or route.get("route_long_name") or f"{stops[0].name} - {stops[-1].name}"
        rows.append(
            {
                "id": trip["trip_id"],
                "kind": LINE,
                "mode": mode,
                "operator": route.get("agency_id", ""),
                "name": name,
                "calls": calls,
                "days": find_running_days(feed, trip["service_id"]),
                "hours": _measure_hours(timed[trip["trip_id"]]),
                "km": max(1, round(km)),
                "km_grade": "derived",
                "carries": dict.fromkeys(("container", "reefer", "bulk", "vehicles", "dangerous")),
                "cut_off_hours": None,
                "capacity": "",
                "from": "",
                "until": "",
                "not_offered": "",
                "source": f"GTFS feed {feed.name}",
                "grade": "published",
                "checked": day.isoformat(),
                "note": "",
                "correction": "",
            }
        )
    return rows


def _make_calls(stops: list[dict[str, str]], places: dict[str, NetworkPlace]) -> list[dict[str, Any]]:
    """GTFS times are on the clock of the first stop's zone; calls are on the clock of each place."""
    found = []
    zone = places[stops[0]["stop_id"]].zone if stops else ""
    for number, stop in enumerate(stops):
        shift = find_utc_offset(places[stop["stop_id"]].zone, MONDAY) - find_utc_offset(zone, MONDAY)
        arrive, depart = ((read_gtfs_time(stop[key]) or 0) // 60 + shift for key in ("arrival_time", "departure_time"))
        call = {
            "place": stop["stop_id"],
            "arrive": _write_clock(arrive) if number else "",
            "arrive_day": arrive // 1440,
        }
        leaves = number < len(stops) - 1
        found.append(
            {
                **call,
                "depart": _write_clock(depart) if leaves else "",
                "depart_day": depart // 1440,
                "grade": "published",
            }
        )
    return found


def _write_clock(minute: int) -> str:
    return f"{minute % 1440 // 60:02d}:{minute % 60:02d}"


def _measure_hours(lines: list[TableRow]) -> float:
    """Both ends are on one clock in a feed."""
    depart, arrive = (
        read_gtfs_time(lines[0].data["departure_time"]) or 0,
        read_gtfs_time(lines[-1].data["arrival_time"]) or 0,
    )
    return round((arrive - depart) / 3600, 1)


def describe_changes(corridor: Corridor, rows: Iterable[dict[str, Any]]) -> list[str]:
    """Return what taking the rows in would change, a sentence each."""
    said = []
    for row in rows:
        known = corridor.services.get(row["id"])
        stops = [call["place"] for call in row["calls"]]
        if known is None:
            said.append(f"new: {row['id']} {row['name']} ({row['mode']}, {' - '.join(stops)}, {row['hours']:g} h)")
            continue
        changes = []
        if [call.place for call in known.calls] != stops:
            changes.append(f"calls {' - '.join(call.place for call in known.calls)} become {' - '.join(stops)}")
        if abs(known.hours - row["hours"]) >= 0.1:
            changes.append(f"{known.hours:g} h become {row['hours']:g} h")
        first, leaves = known.calls[0].depart, row["calls"][0]["depart"]
        if first != leaves:
            changes.append(f"departure {first} becomes {leaves}")
        if known.mode != row["mode"]:
            changes.append(f"{known.mode} becomes {row['mode']}")
        said.append(f"changed: {row['id']} {'; '.join(changes)}" if changes else f"same: {row['id']}")
    return said
