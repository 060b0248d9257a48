"""What must hold of one row of services.jsonl: its calls, days, times and speed."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from landsea_core.planner.network.days import WEEKDAYS, find_midnight, find_utc_offset, is_clock_time, read_clock_time
from landsea_core.planner.network.model import HAUL, HOP, LINE, MODES, TRUCK
from landsea_core.planner.network.row_facts import (
    GRADES,
    Fault,
    Places,
    Row,
    find_period_faults,
)
from landsea_core.sentences import Sentence

SPEED_KMH = {"road": (5, 90), "rail": (3, 90), "sea": (4, 45), "river": (2, 40), "air": (80, 950)}
"""Slowest and fastest sensible average of a whole service, stops included, by mode."""

LOCAL_KM = 200
"""A haul that is longer is no local haulage."""

MONDAY = date(2027, 1, 11)

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


def check_service(row: Row, places: Places) -> Iterator[Fault]:
    """Yield what is wrong with a row of services.jsonl by itself, given the places on record by code."""
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
            if not is_clock_time(text):
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
