"""What must hold of one row of the network, whoever wrote it: every fault names the key it is about.

Files are checked with it line by line (`checks`), an editor's form field by field. What rows say of each other is not
here.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from zoneinfo import available_timezones

from landsea_core.planner.network.days import WEEKDAYS, find_midnight, find_utc_offset, read_clock_time
from landsea_core.planner.network.model import HAUL, HOP, LINE, MODES, TRUCK
from landsea_core.planner.network.row_facts import (
    GRADES,
    Fault,
    Places,
    Row,
    can_be_kept,
    find_period_faults,
    list_texts,
)
from landsea_core.sentences import Sentence

SPEED_KMH = {"road": (5, 90), "rail": (3, 90), "sea": (4, 45), "river": (2, 40), "air": (80, 950)}
"""Slowest and fastest sensible average of a whole service, stops included, by mode."""
LOCAL_KM = 200
"""A haul that is longer is no local haulage."""
PRICE_UNITS = ("TEU", "shipment", "kg", "lorry-km")
OCCASIONS = ("join", "leave", "change", "hop", "in", "gate")
KINDS_OF_PLACE = ("city", "sea_port", "rail_terminal", "dry_port", "airport", "river_port", "border_post")
MONDAY = date(2027, 1, 11)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_CODE = re.compile(r"[A-Z]{2}[A-Z2-9]{3}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


def find_row_faults(name: str, row: Row, places: Places) -> list[Fault]:
    """Return what is wrong with a row of a file (`name` as in services.jsonl), `places` being those on record by code.

    A row without its keys, or with values of another kind, gets one fault that says so.
    """
    check_row = _CHECKS.get(name)
    if check_row is None:
        return []
    if not all(map(can_be_kept, list_texts(row))):
        return [Fault("", Sentence("a text holds a character that is none (NUL, or half of one); take it out."))]
    try:
        return list(check_row(row, places))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as fault:
        said = Sentence("the row cannot be read (%(fault)s); compare it with its neighbours.", fault=repr(fault))
        return [Fault("", said)]


def _check_place(row: Row, places: Places) -> Iterator[Fault]:
    if not _CODE.fullmatch(row["code"]) or row["code"][:2] != row["country"]:
        said = Sentence("'%(said)s' is no code: the two letters of its country, then three letters.", said=row["code"])
        yield Fault("code", said)
    if row["kind"] not in KINDS_OF_PLACE:
        known = ", ".join(KINDS_OF_PLACE)
        yield Fault("kind", Sentence("the kind '%(said)s' is none of %(known)s.", said=row["kind"], known=known))
    if not row["names"].get("en"):
        yield Fault("names", Sentence("an English name is needed."))
    city = places.get(row["within"])
    if row["within"] and (city is None or row["within"] == row["code"] or city["within"]):
        said = Sentence("'%(said)s' is no city on record that this place could lie in.", said=row["within"])
        yield Fault("within", said)
    if abs(row["lat"]) > 90:
        yield Fault("lat", Sentence("%(said)s is no latitude; it lies between -90 and 90.", said=row["lat"]))
    if abs(row["lon"]) > 180:
        yield Fault("lon", Sentence("%(said)s is no longitude; it lies between -180 and 180.", said=row["lon"]))
    if row["tz"] not in _load_zones():
        yield Fault("tz", Sentence("'%(said)s' is no time zone; write it like Asia/Shanghai.", said=row["tz"]))


@cache
def _load_zones() -> set[str]:
    return available_timezones()


def _check_service(row: Row, places: Places) -> Iterator[Fault]:
    if not _ID.fullmatch(row["id"]):
        said = Sentence("'%(said)s' is no id: at most 40 letters, digits, points and hyphens.", said=row["id"])
        yield Fault("id", said)
    if row["kind"] not in {LINE, TRUCK, HAUL, HOP} or row["mode"] not in MODES:
        said = Sentence("kind '%(kind)s' or mode '%(mode)s' is not known.", kind=row["kind"], mode=row["mode"])
        yield Fault("mode", said)
        return
    if not _has_calls(row, places):
        yield from _explain_missing_calls(row, places)
        return
    for one, other in pairwise(row["calls"]):
        if one["place"] == other["place"]:
            said = Sentence("calls at %(place)s twice in a row: nothing moves.", place=one["place"])
            yield Fault("calls", said)
    yield from _check_days(row)
    if not row["not_offered"]:
        yield from _check_speed(row)
    if row["kind"] == LINE and not row["not_offered"]:
        yield from _check_times(row, places)
    if row["kind"] == HAUL and row["km"] > LOCAL_KM:
        said = Sentence(
            "%(km)s km is no local haulage; make it a truck (at most %(most)s km).", km=row["km"], most=LOCAL_KM
        )
        yield Fault("km", said)
    countries = {places[call["place"]]["country"] for call in row["calls"]}
    if row["kind"] in {HAUL, TRUCK} and len(countries) > 1:
        yield Fault("calls", Sentence("goes over a border; only a line or a hop may."))
    if row["kind"] == HOP and len(countries) != 2:
        yield Fault("calls", Sentence("must join two countries."))
    yield from find_period_faults(row)
    if row["cut_off_hours"] is not None and row["cut_off_hours"] < 0:
        said = Sentence("the gate closes before the departure: hours may not be below zero.")
        yield Fault("cut_off_hours", said)
    bad = [key for key, value in row["carries"].items() if value not in {True, False, None}]
    if bad:
        said = Sentence("carries: %(keys)s must be true, false or null for unknown.", keys=", ".join(bad))
        yield Fault("carries", said)


def _has_calls(row: Row, places: Places) -> bool:
    return len(row["calls"]) > 1 and all(call["place"] in places for call in row["calls"])


def _explain_missing_calls(row: Row, places: Places) -> Iterator[Fault]:
    unknown = [call["place"] for call in row["calls"] if call["place"] not in places]
    if unknown:
        yield Fault("calls", Sentence("calls at unknown places: %(places)s.", places=", ".join(map(str, unknown))))
    else:
        yield Fault("calls", Sentence("needs at least two calls."))


def _check_days(row: Row) -> Iterator[Fault]:
    days = row["days"]
    weekdays = isinstance(days, list) and days and set(days) <= set(WEEKDAYS)
    number = isinstance(days, int | float) and not isinstance(days, bool) and days > 0
    if not (days in ("daily", "on call") or weekdays or number):
        said = Sentence("days %(days)s are no weekdays, no number a week, not daily and not on call.", days=repr(days))
        yield Fault("days", said)


def _check_speed(row: Row) -> Iterator[Fault]:
    if row["hours"] <= 0 or row["km"] <= 0:
        yield Fault("hours", Sentence("hours and km must be above zero."))
        return
    slow, fast = SPEED_KMH[row["mode"]]
    speed = row["km"] / row["hours"]
    if row["kind"] != HOP and not slow <= speed <= fast:
        said = Sentence(
            "%(km)s km in %(hours)s h are %(speed)s km/h; %(mode)s goes %(slow)s to %(fast)s km/h.",
            km=row["km"],
            hours=row["hours"],
            speed=f"{speed:.0f}",
            mode=row["mode"],
            slow=slow,
            fast=fast,
        )
        yield Fault("hours", said)


def _check_times(row: Row, places: Places) -> Iterator[Fault]:
    before: int | None = None
    last = len(row["calls"]) - 1
    for number, call in enumerate(row["calls"]):
        place = call["place"]
        for key, wanted in (("arrive", number > 0), ("depart", number < last)):
            text = call[key]
            if wanted and not text:
                said = Sentence("%(place)s: a clock time is needed under '%(key)s'.", place=place, key=key)
                yield Fault("calls", said)
            if text and not wanted:
                said = Sentence("%(place)s: no clock time is needed under '%(key)s'.", place=place, key=key)
                yield Fault("calls", said)
            if not text:
                continue
            if not _CLOCK.fullmatch(text):
                said = Sentence("%(place)s: '%(said)s' is no clock time; write HH:MM.", place=place, said=text)
                yield Fault("calls", said)
                continue
            zone = find_utc_offset(places[place]["tz"], MONDAY)
            minute = find_midnight(MONDAY) + call[f"{key}_day"] * 1440 + read_clock_time(text) - zone
            if before is not None and minute < before + (1 if key == "arrive" else 0):
                said = Sentence(
                    "%(place)s: %(key)s lies before the time of the call before; check hours, days and zones.",
                    place=place,
                    key=key,
                )
                yield Fault("calls", said)
            before = minute
        if call["grade"] not in GRADES:
            yield Fault("calls", Sentence("%(place)s: the clock times need a grade.", place=place))


def _check_procedure(row: Row, places: Places) -> Iterator[Fault]:
    if row["place"] not in places:
        yield Fault("place", Sentence("the place %(place)s is not known.", place=row["place"]))
    hours = [row["hours"][key] for key in ("min", "typical", "p90") if row["hours"][key] is not None]
    if hours != sorted(hours) or any(value < 0 for value in hours):
        yield Fault("hours", Sentence("min, typical and p90 must not fall, and not be below zero."))
    if hours and len(hours) < 3:
        said = Sentence("give all three of min, typical and p90, or none where they are not known.")
        yield Fault("hours", said)
    for key in ("opens", "closes"):
        if row[key] and not _CLOCK.fullmatch(row[key]) and row[key] != "24:00":
            yield Fault(key, Sentence("'%(said)s' is no clock time; write HH:MM.", said=row[key]))
            return
    if bool(row["opens"]) != bool(row["closes"]):
        yield Fault("closes", Sentence("give both hours of the gate, or neither."))
    elif row["opens"] and not read_clock_time(row["opens"]) < read_clock_time(row["closes"]):
        yield Fault("closes", Sentence("closes before it opens."))
    unknown = set(row["at"]) - set(OCCASIONS)
    if unknown:
        yield Fault("at", Sentence("at: %(said)s is no occasion.", said=", ".join(sorted(unknown))))
    yield from find_period_faults(row)


def _check_closure(row: Row, places: Places) -> Iterator[Fault]:
    unknown = [code for code in row["places"] if code not in places]
    if unknown:
        yield Fault("places", Sentence("the places %(places)s are not known.", places=", ".join(unknown)))
    if row["until"] and row["until"] < row["from"]:
        yield Fault("until", Sentence("ends before it begins."))


def _check_price(row: Row, places: Places) -> Iterator[Fault]:
    if row["low"] > row["high"] or not row["from"] or not row["until"]:
        yield Fault("low", Sentence("a price is a range with a period (low, high, from, until)."))
    if row["low"] < 0:
        yield Fault("low", Sentence("a price may not be below zero."))
    if row["unit"] not in PRICE_UNITS:
        known = ", ".join(PRICE_UNITS)
        yield Fault(
            "unit", Sentence("a price is for each %(known)s, not for each '%(said)s'.", known=known, said=row["unit"])
        )
    yield from find_period_faults(row)


_CHECKS: dict[str, Callable[[Row, Places], Iterator[Fault]]] = {
    "places.jsonl": _check_place,
    "services.jsonl": _check_service,
    "procedures.jsonl": _check_procedure,
    "closures.jsonl": _check_closure,
    "prices.jsonl": _check_price,
}
