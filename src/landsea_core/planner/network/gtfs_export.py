"""The lines of the network as the files of a GTFS feed."""

import csv
import io
from collections.abc import Iterable
from datetime import timedelta

from landsea_core.planner.network.days import WEEKDAYS, find_utc_offset, list_departures, read_clock_time
from landsea_core.planner.network.gtfs import (
    DAY_NAMES,
)
from landsea_core.planner.network.gtfs_rows import MONDAY
from landsea_core.planner.network.model import LINE, Corridor, Service

ROUTE_TYPE = {"rail": "2", "road": "3", "sea": "4", "river": "1000", "air": "1100"}
"""GTFS route types by mode; the last two are of the extended list."""

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
