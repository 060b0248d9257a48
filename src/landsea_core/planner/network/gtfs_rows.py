"""Between GTFS and the rows of the network: trips as services, services as trips, and the difference in plain words."""

import csv
import io
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from landsea_core.planner.network.days import WEEKDAYS, find_utc_offset, list_departures, read_clock_time
from landsea_core.planner.network.geography import great_circle_km
from landsea_core.planner.network.gtfs import (
    DAY_NAMES,
    GtfsFeed,
    TableRow,
    find_running_days,
    group_stop_times,
    read_gtfs_time,
)
from landsea_core.planner.network.model import LINE, Corridor, Place, Service

ROUTE_TYPE = {"rail": "2", "road": "3", "sea": "4", "river": "1000", "air": "1100"}
"""GTFS route types by mode; the last two are of the extended list."""
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


def match_places(feed: GtfsFeed, corridor: Corridor) -> tuple[dict[str, Place], list[dict[str, Any]]]:
    """Return the place of each stop by its id, and rows for those that are new: in the zone of the nearest known one."""
    found: dict[str, Place] = {}
    rows = []
    for line in feed.tables["stops.txt"]:
        code = line.data["stop_id"]
        if code in corridor.places:
            found[code] = corridor.places[code]
            continue
        lat, lon = float(line.data["stop_lat"]), float(line.data["stop_lon"])
        here = Place(code, "", "city", {"en": line.data["stop_name"]}, (), "", lat, lon, "")
        near = min(corridor.places.values(), key=lambda place: great_circle_km(place, here))
        zone = line.data.get("stop_timezone") or near.zone
        found[code] = Place(code, near.country, "city", here.names, (), "", lat, lon, zone)
        row = {"code": code, "code_sure": False, "country": near.country, "kind": "city", "names": here.names}
        row |= {"other_names": {}, "within": "", "lat": lat, "lon": lon, "position": "near", "tz": zone}
        rows.append({**row, "source": f"GTFS feed {feed.name}", "grade": "reported"})
    return found, rows


def make_service_rows(feed: GtfsFeed, places: dict[str, Place], day: date) -> list[dict[str, Any]]:
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
        km = sum(great_circle_km(one, other) for one, other in zip(stops, stops[1:], strict=False)) * DETOUR[mode]
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


def _make_calls(stops: list[dict[str, str]], places: dict[str, Place]) -> list[dict[str, Any]]:
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


CsvRow = tuple[str | int | float, ...]


def export_gtfs(corridor: Corridor) -> dict[str, str]:
    """Return the lines of the network as the files of a GTFS feed. Days that are not known are spread evenly."""
    first, last = corridor.span
    lines = [service for service in corridor.services.values() if service.kind == LINE and not service.not_offered]
    used = sorted({call.place for service in lines for call in service.calls})
    stops = [(code, corridor.places[code].name, corridor.places[code].lat, corridor.places[code].lon) for code in used]
    zoned = [(*stop, corridor.places[stop[0]].zone) for stop in stops]
    routes = [(one.id, "landsea", one.name, ROUTE_TYPE[one.mode]) for one in lines]
    trips: list[CsvRow] = []
    times: list[CsvRow] = []
    calendar: list[CsvRow] = []
    dates: list[CsvRow] = []
    for service in lines:
        pattern = _find_weekdays(service)
        if not any(pattern):
            dates += [
                (service.id, f"{day:%Y%m%d}", 1)
                for day, _ in list_departures(service, first, first + timedelta(days=120))
            ]
        else:
            calendar.append((service.id, *pattern, f"{first:%Y%m%d}", f"{last:%Y%m%d}"))
        trips.append((service.id, service.id, service.id, service.name))
        times += _make_stop_times(corridor, service)
    return {
        "agency.txt": _write_csv(("agency_id", "agency_name", "agency_url", "agency_timezone"), [_AGENCY]),
        "stops.txt": _write_csv(("stop_id", "stop_name", "stop_lat", "stop_lon", "stop_timezone"), zoned),
        "routes.txt": _write_csv(("route_id", "agency_id", "route_long_name", "route_type"), routes),
        "trips.txt": _write_csv(("route_id", "service_id", "trip_id", "trip_headsign"), trips),
        "stop_times.txt": _write_csv(("trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"), times),
        "calendar.txt": _write_csv(("service_id", *DAY_NAMES, "start_date", "end_date"), calendar),
        "calendar_dates.txt": _write_csv(("service_id", "date", "exception_type"), dates),
        "feed_info.txt": _write_csv(_FEED_INFO, [_make_feed_info(corridor)]),
    }


_FEED_INFO = (
    "feed_publisher_name",
    "feed_publisher_url",
    "feed_lang",
    "feed_start_date",
    "feed_end_date",
    "feed_version",
)


def _make_feed_info(corridor: Corridor) -> tuple[str, ...]:
    """The version is the last day on which a service was looked up."""
    first, last = corridor.span
    checked = max((service.fact.checked for service in corridor.services.values()), default="")
    return (_AGENCY[1], _AGENCY[2], "en", f"{first:%Y%m%d}", f"{last:%Y%m%d}", checked)


_AGENCY = ("landsea", "Services of the corridor, as on record", "https://landsea.example", "Asia/Shanghai")


def _find_weekdays(service: Service) -> tuple[int, ...]:
    """Return for each weekday whether the service runs; all zero where it runs less than weekly."""
    if isinstance(service.days, float | int) and service.days < 1:
        return (0,) * len(WEEKDAYS)
    runs = {day.weekday() for day, _ in list_departures(service, MONDAY, MONDAY + timedelta(days=6))}
    return tuple(int(number in runs) for number in range(len(WEEKDAYS)))


def _make_stop_times(corridor: Corridor, service: Service) -> Iterable[CsvRow]:
    """The first call has no time of arrival and the last none of departure: there the other one stands for both."""
    zone = corridor.places[service.calls[0].place].zone
    for number, call in enumerate(service.calls):
        shift = find_utc_offset(zone, MONDAY) - find_utc_offset(corridor.places[call.place].zone, MONDAY)
        known = ((call.arrive, call.arrive_day), (call.depart, call.depart_day))
        times = [days * 1440 + read_clock_time(text) + shift for text, days in known if text]
        yield (service.id, _write_gtfs_time(times[0]), _write_gtfs_time(times[-1]), call.place, number + 1)


def _write_gtfs_time(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}:00"


def _write_csv(head: tuple[str, ...], rows: Iterable[CsvRow]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()
