"""What must hold of one row of the network, whoever wrote it: every fault names the key it is about.

Files are checked with it line by line (`checks`), an editor's form field by field. What rows say of each other is not
here.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from zoneinfo import available_timezones

from landsea_core.planner.network.days import is_clock_time, read_clock_time
from landsea_core.planner.network.row_facts import (
    Fault,
    Places,
    Row,
    find_period_faults,
    holds_only_characters,
)
from landsea_core.planner.network.service_checks import check_service
from landsea_core.sentences import Sentence

PRICE_UNITS = ("TEU", "shipment", "kg", "lorry-km")
OCCASIONS = ("join", "leave", "change", "hop", "in", "gate")
KINDS_OF_PLACE = ("city", "sea_port", "rail_terminal", "dry_port", "airport", "river_port", "border_post")
_CODE = re.compile(r"[A-Z]{2}[A-Z2-9]{3}")


def find_row_faults(name: str, row: Row, places: Places) -> list[Fault]:
    """Return what is wrong with a row of a file (`name` as in services.jsonl), `places` being those on record by code.

    A row without its keys, or with values of another kind, gets one fault that says so.
    """
    check_row = _CHECKS.get(name)
    if check_row is None:
        return []
    if not holds_only_characters(row):
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
        if row[key] and not is_clock_time(row[key]) and row[key] != "24:00":
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
    "services.jsonl": check_service,
    "procedures.jsonl": _check_procedure,
    "closures.jsonl": _check_closure,
    "prices.jsonl": _check_price,
}
