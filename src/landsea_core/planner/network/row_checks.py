"""What must hold of one row of the network, whoever wrote it: every fault names the key it is about.

Files are checked with it line by line (`checks`), an editor's form field by field. What rows say of each other is not
here.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple
from zoneinfo import available_timezones

from landsea_core.planner.network.days import WEEKDAYS, clock, midnight, offset
from landsea_core.planner.network.model import HAUL, HOP, LINE, MODES, TRUCK

Row = dict[str, Any]
Places = Mapping[str, Row]
GRADES = frozenset({"measured", "published", "reported", "claimed", "derived", "assumed"})
SPEED_KMH = {"road": (5, 90), "rail": (3, 90), "sea": (4, 45), "river": (2, 40), "air": (80, 950)}
"""Slowest and fastest sensible average of a whole service, stops included, by mode."""
LOCAL_KM = 200
"""A haul that is longer is no local haulage."""
OCCASIONS = ("join", "leave", "change", "hop", "in", "gate")
KINDS_OF_PLACE = ("city", "sea_port", "rail_terminal", "dry_port", "airport", "river_port", "border_post")
MONDAY = date(2027, 1, 11)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_DATED = re.compile(r"\d{4}(-\d\d){0,2}")
_CODE = re.compile(r"[A-Z]{2}[A-Z2-9]{3}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


class Fault(NamedTuple):
    """What is wrong with a row: the key it is about (empty: the row as a whole), and a sentence."""

    key: str
    sentence: str


def row_faults(name: str, row: Row, places: Places) -> list[Fault]:
    """Return what is wrong with a row of a file (`name` as in services.jsonl), `places` being those on record by code.

    A row without its keys, or with values of another kind, gets one fault that says so.
    """
    check_row = _CHECKS.get(name)
    if check_row is None:
        return []
    if not all(map(_can_be_kept, _texts(row))):
        return [Fault("", "a text holds a character that is none (NUL, or half of one); take it out.")]
    try:
        return list(check_row(row, places))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as fault:
        return [Fault("", f"the row cannot be read ({fault!r}); compare it with its neighbours.")]


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts within a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _can_be_kept(text: str) -> bool:
    """Say whether files and databases hold a text as it is: JSON can name characters that are none."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def fact_faults(row: Row) -> Iterator[Fault]:
    """Yield what is wrong with where a row comes from: its grade, source and day of checking."""
    if row.get("grade") not in GRADES:
        yield Fault("grade", f"the grade '{row.get('grade')}' is none of {', '.join(sorted(GRADES))}.")
    if not row.get("source"):
        yield Fault("source", "say where the row is from (source).")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(row.get("checked", ""))):
        yield Fault("checked", "say on which day it was checked (checked, as 2026-11-25).")


def is_dated(text: str) -> bool:
    """Say whether a text is a year, a month or a day that there is, as 2026, 2026-11 or 2026-11-25."""
    try:
        date.fromisoformat(text + "2026-01-01"[len(text) :])
    except ValueError:
        return False
    return bool(_DATED.fullmatch(text))


def _place(row: Row, places: Places) -> Iterator[Fault]:
    if not _CODE.fullmatch(row["code"]) or row["code"][:2] != row["country"]:
        yield Fault("code", f"'{row['code']}' is no code: the two letters of its country, then three letters.")
    if row["kind"] not in KINDS_OF_PLACE:
        yield Fault("kind", f"the kind '{row['kind']}' is none of {', '.join(KINDS_OF_PLACE)}.")
    if not row["names"].get("en"):
        yield Fault("names", "an English name is needed.")
    city = places.get(row["within"])
    if row["within"] and (city is None or row["within"] == row["code"] or city["within"]):
        yield Fault("within", f"'{row['within']}' is no city on record that this place could lie in.")
    if abs(row["lat"]) > 90:
        yield Fault("lat", f"{row['lat']} is no latitude; it lies between -90 and 90.")
    if abs(row["lon"]) > 180:
        yield Fault("lon", f"{row['lon']} is no longitude; it lies between -180 and 180.")
    if row["tz"] not in _zones():
        yield Fault("tz", f"'{row['tz']}' is no time zone; write it like Asia/Shanghai.")


@cache
def _zones() -> set[str]:
    return available_timezones()


def _service(row: Row, places: Places) -> Iterator[Fault]:
    if not _ID.fullmatch(row["id"]):
        yield Fault("id", f"'{row['id']}' is no id: at most 40 letters, digits, points and hyphens.")
    if row["kind"] not in {LINE, TRUCK, HAUL, HOP} or row["mode"] not in MODES:
        yield Fault("mode", f"kind '{row['kind']}' or mode '{row['mode']}' is not known.")
        return
    calls = row["calls"]
    unknown = [call["place"] for call in calls if call["place"] not in places]
    if unknown or len(calls) < 2:
        said = f"calls at unknown places: {', '.join(unknown)}." if unknown else "needs at least two calls."
        yield Fault("calls", said)
        return
    for one, other in pairwise(calls):
        if one["place"] == other["place"]:
            yield Fault("calls", f"calls at {one['place']} twice in a row: nothing moves.")
    yield from _days(row)
    if not row["not_offered"]:
        yield from _speed(row)
    if row["kind"] == LINE and not row["not_offered"]:
        yield from _times(row, places)
    if row["kind"] == HAUL and row["km"] > LOCAL_KM:
        yield Fault("km", f"{row['km']} km is no local haulage; make it a truck (at most {LOCAL_KM} km).")
    countries = {places[call["place"]]["country"] for call in calls}
    if row["kind"] in {HAUL, TRUCK} and len(countries) > 1:
        yield Fault("calls", "goes over a border; only a line or a hop may.")
    if row["kind"] == HOP and len(countries) != 2:
        yield Fault("calls", "must join two countries.")
    yield from _period(row)
    if row["cut_off_hours"] is not None and row["cut_off_hours"] < 0:
        yield Fault("cut_off_hours", "the gate closes before the departure: hours may not be below zero.")
    bad = [key for key, value in row["carries"].items() if value not in {True, False, None}]
    if bad:
        yield Fault("carries", f"carries: {', '.join(bad)} must be true, false or null for unknown.")


def _period(row: Row) -> Iterator[Fault]:
    for key in ("from", "until"):
        if row[key] and not is_dated(row[key]):
            yield Fault(key, f"'{row[key]}' in '{key}' is no year, month or day.")
    shared = min(len(row["from"]), len(row["until"]))
    if row["until"][:shared] < row["from"][:shared]:
        yield Fault("until", "ends before it begins.")


def _days(row: Row) -> Iterator[Fault]:
    days = row["days"]
    weekdays = isinstance(days, list) and days and set(days) <= set(WEEKDAYS)
    number = isinstance(days, int | float) and not isinstance(days, bool) and days > 0
    if not (days in ("daily", "on call") or weekdays or number):
        yield Fault("days", f"days {days!r} are no weekdays, no number a week, not daily and not on call.")


def _speed(row: Row) -> Iterator[Fault]:
    if row["hours"] <= 0 or row["km"] <= 0:
        yield Fault("hours", "hours and km must be above zero.")
        return
    slow, fast = SPEED_KMH[row["mode"]]
    speed = row["km"] / row["hours"]
    if row["kind"] != HOP and not slow <= speed <= fast:
        said = f"{row['km']} km in {row['hours']} h are {speed:.0f} km/h; {row['mode']} goes {slow} to {fast} km/h."
        yield Fault("hours", said)


def _times(row: Row, places: Places) -> Iterator[Fault]:
    before: int | None = None
    last = len(row["calls"]) - 1
    for number, call in enumerate(row["calls"]):
        place = call["place"]
        for key, wanted in (("arrive", number > 0), ("depart", number < last)):
            text = call[key]
            if bool(text) != wanted:
                yield Fault("calls", f"{place}: {'a' if wanted else 'no'} clock time is needed under '{key}'.")
            if not text:
                continue
            if not _CLOCK.fullmatch(text):
                yield Fault("calls", f"{place}: '{text}' is no clock time; write HH:MM.")
                continue
            zone = offset(places[place]["tz"], MONDAY)
            minute = midnight(MONDAY) + call[f"{key}_day"] * 1440 + clock(text) - zone
            if before is not None and minute < before + (1 if key == "arrive" else 0):
                said = f"{place}: {key} lies before the time of the call before; check hours, days and zones."
                yield Fault("calls", said)
            before = minute
        if call["grade"] not in GRADES:
            yield Fault("calls", f"{place}: the clock times need a grade.")


def _procedure(row: Row, places: Places) -> Iterator[Fault]:
    if row["place"] not in places:
        yield Fault("place", f"the place {row['place']} is not known.")
    hours = [row["hours"][key] for key in ("min", "typical", "p90") if row["hours"][key] is not None]
    if hours != sorted(hours) or any(value < 0 for value in hours):
        yield Fault("hours", "min, typical and p90 must not fall, and not be below zero.")
    if hours and len(hours) < 3:
        yield Fault("hours", "give all three of min, typical and p90, or none where they are not known.")
    for key in ("opens", "closes"):
        if row[key] and not _CLOCK.fullmatch(row[key]) and row[key] != "24:00":
            yield Fault(key, f"'{row[key]}' is no clock time; write HH:MM.")
            return
    if bool(row["opens"]) != bool(row["closes"]):
        yield Fault("closes", "give both hours of the gate, or neither.")
    elif row["opens"] and not clock(row["opens"]) < clock(row["closes"]):
        yield Fault("closes", "closes before it opens.")
    unknown = set(row["at"]) - set(OCCASIONS)
    if unknown:
        yield Fault("at", f"at: {', '.join(sorted(unknown))} is no occasion.")
    yield from _period(row)


def _closure(row: Row, places: Places) -> Iterator[Fault]:
    unknown = [code for code in row["places"] if code not in places]
    if unknown:
        yield Fault("places", f"the places {', '.join(unknown)} are not known.")
    if row["until"] and row["until"] < row["from"]:
        yield Fault("until", "ends before it begins.")


def _price(row: Row, places: Places) -> Iterator[Fault]:
    if row["low"] > row["high"] or not row["from"] or not row["until"]:
        yield Fault("low", "a price is a range with a period (low, high, from, until).")
    if row["low"] < 0:
        yield Fault("low", "a price may not be below zero.")
    yield from _period(row)


_CHECKS: dict[str, Callable[[Row, Places], Iterator[Fault]]] = {
    "places.jsonl": _place,
    "services.jsonl": _service,
    "procedures.jsonl": _procedure,
    "closures.jsonl": _closure,
    "prices.jsonl": _price,
}
