"""DCSA Commercial Schedules (vessel schedules, JSON) as rows of services.jsonl.

JSON has no lines worth naming: a fault names the service, the sailing and the call by their numbers.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from landsea_core.planner.network.days import WEEKDAYS
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.place_names import find_place
from landsea_core.planner.network.row_facts import place_fault
from landsea_core.planner.network.schedules import Timetable
from landsea_core.planner.network.service_rows import TimedCall, find_call_faults, make_service_row
from landsea_core.planner.network.unknown_place import UnknownPlace
from landsea_core.sentences import Sentence


def read_dcsa(corridor: Corridor, text: str, name: str, day: date) -> Timetable:
    """Read DCSA vessel schedules: the first sailing of each service is its pattern, their weekdays its days.

    JSON has no lines worth naming: a fault names the service, the sailing and the call by their numbers.
    """
    found = Timetable()
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as fault:
        found.faults.append(Sentence("%(file)s is no JSON: %(fault)s.", file=name, fault=fault))
        return found
    services = data.get("vesselSchedules", data) if isinstance(data, dict) else data
    if not isinstance(services, list) or not all(isinstance(one, dict) for one in services):
        found.faults.append(Sentence("%(file)s holds no list of services with vesselSchedules.", file=name))
        return found
    for number, service in enumerate(services, 1):
        code = str(service.get("carrierServiceCode") or service.get("universalServiceReference") or f"service {number}")
        where = f"{name}: {code}"
        if code in found.where:
            found.faults.append(Sentence("%(where)s is given twice; put its sailings together.", where=where))
        found.where[code] = where
        sailings = [one for one in _read_sailings(corridor, service.get("vesselSchedules"), where, found) if one]
        if not sailings:
            found.faults.append(Sentence("%(where)s has no sailing with calls.", where=where))
            continue
        found.faults += [place_fault(place, fault) for place, fault in find_call_faults(sailings[0], where)]
        if not found.faults:
            days = [WEEKDAYS[n] for n in sorted({one[0].depart.weekday() for one in sailings if one[0].depart})]
            title = str(service.get("carrierServiceName") or code)
            found.rows.append(make_service_row(corridor, code, "sea", title, days, sailings[0], name, day))
    if found.faults:
        found.rows.clear()
    return found


def _read_sailings(corridor: Corridor, schedules: Any, where: str, found: Timetable) -> Iterator[list[TimedCall]]:
    """Yield the calls of each sailing of a service; what is none is a fault."""
    for number, one in enumerate(schedules if isinstance(schedules, list) else [], 1):
        here = Sentence("%(where)s, sailing %(number)s", where=where, number=number)
        stops = one.get("transportCalls") if isinstance(one, dict) else None
        if not isinstance(stops, list):
            found.faults.append(Sentence("%(where)s has no transportCalls.", where=here))
            continue
        yield _read_sailing(corridor, stops, here, found)


def _read_sailing(corridor: Corridor, stops: list[Any], where: Sentence, found: Timetable) -> list[TimedCall]:
    calls = []
    for number, stop in enumerate(stops, 1):
        here = Sentence("%(where)s, call %(number)s", where=where, number=number)
        try:
            location = stop.get("location") or {}
            place = find_place(corridor, str(location.get("UNLocationCode") or stop.get("UNLocationCode") or "")).place
            moments = {
                event.get("eventTypeCode"): _read_moment(event["eventDateTime"]).astimezone(ZoneInfo(place.zone))
                for event in stop.get("timestamps") or []
            }
        except UnknownPlace as unknown:
            found.faults.append(place_fault(here, unknown.sentence))
            continue
        except (KeyError, ValueError, TypeError, AttributeError, OverflowError) as fault:
            found.faults.append(place_fault(here, Sentence("it cannot be read (%(fault)s).", fault=fault)))
            continue
        arrive = moments.get("ARRI") if number > 1 else None
        calls.append(TimedCall(place.code, arrive, moments.get("DEPA") if number < len(stops) else None, here))
    return calls


def _read_moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise ValueError(f"{text} says no offset from UTC; write it like 2027-01-11T08:00:00+08:00")
    return moment
