"""What the rows of the network are called where they are changed: their keys, kinds and values in a reader's words."""

from typing import Any

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from landsea.base.numbers import put_reader_marks
from landsea.base.ui.times import describe_written_day
from landsea.corridor.kept_network import find_network
from landsea.corridor.labels import (
    CARGO,
    DAYS,
    GRADES,
    KINDS,
    MODES,
    STEPS,
    place_name,
)
from landsea.directory.models.names import name_in
from landsea_core.planner.network.changes import Row, RowChange, list_row_changes

ROW_KINDS = {
    "places": _("Place"),
    "services": _("Service"),
    "procedures": _("Procedure"),
    "prices": _("Price"),
}
PLACE_KINDS = {
    "city": _("city"),
    "sea_port": _("sea port"),
    "rail_terminal": _("rail terminal"),
    "dry_port": _("dry port"),
    "airport": _("airport"),
    "river_port": _("river port"),
    "border_post": _("border post"),
}
POSITIONS = {"exact": _("exact"), "near": _("within a few kilometres"), "rough": _("rough")}
PROCEDURE_KINDS = {
    "customs": STEPS["customs"],
    "quarantine": STEPS["quarantine"],
    "gauge_change": STEPS["gauge change"],
    "transhipment": STEPS["transhipment"],
    "port_handling": STEPS["port handling"],
    "weigh": STEPS["weigh"],
    "gate_hours": _("hours of the gate"),
}
OCCASIONS = {
    "hop": _("crossing the border by lorry"),
    "in": _("leaving a vehicle that came from abroad"),
    "join": _("joining a vehicle"),
    "leave": _("leaving a vehicle"),
    "change": _("changing vehicles"),
    "gate": _("the gate's hours"),
}
UNITS = {
    "TEU": _("container (TEU)"),
    "shipment": _("shipment"),
    "kg": _("kg"),
    "lorry-km": _("kilometre of a lorry"),
}
HOWS = {
    "form": _("changed"),
    "file": _("taken in from a timetable"),
    "retired": _("retired"),
    "reverted": _("put back to an earlier state"),
    "undone": _("undone"),
    "seed": _("taken in from the renewed files"),
}
KEYS = {
    "code": _("code"),
    "id": _("code"),
    "name": _("name"),
    "operator": _("who runs it"),
    "kind": _("kind"),
    "mode": _("mode"),
    "country": _("country"),
    "within": _("city"),
    "lat": _("latitude"),
    "lon": _("longitude"),
    "position": _("exactness of the position"),
    "tz": _("time zone"),
    "place": _("place"),
    "at": _("when it counts"),
    "goods": _("goods"),
    "opens": _("gate opens"),
    "closes": _("gate closes"),
    "hours_said": _("opening hours in words"),
    "hours": _("hours in all"),
    "hours.min": _("hours at best"),
    "hours.typical": _("hours usually"),
    "hours.p90": _("hours in nine of ten cases at most"),
    "applies_to": _("for whom"),
    "days": _("days"),
    "km": _("kilometres"),
    "km_grade": _("kilometres known how"),
    "cut_off_hours": _("gate closes, hours before"),
    "capacity": _("room"),
    "from": _("from"),
    "until": _("until"),
    "not_offered": _("why no plan uses it"),
    "services": _("services"),
    "low": _("lowest price"),
    "high": _("highest price"),
    "currency": _("currency"),
    "unit": _("for each"),
    "source": _("source"),
    "grade": _("grade"),
    "checked": _("looked up on"),
    "note": _("remark"),
    "correction": _("correction"),
    "retired": _("retired on"),
}
_CHOICES = {
    "mode": MODES,
    "grade": GRADES,
    "km_grade": GRADES,
    "position": POSITIONS,
    "unit": UNITS,
    "at": OCCASIONS,
    "kind": {**KINDS, **PLACE_KINDS, **PROCEDURE_KINDS},
    "days": {**DAYS, "daily": _("every day"), "on call": _("on call")},
}


_DAYS = frozenset({"checked", "from", "until", "retired"})


def name_key(key: str) -> str:
    """Return what a figure of a row is called; a call by its number, a name by its language."""
    if key in KEYS:
        return str(KEYS[key])
    head, _dot, rest = key.partition(".")
    if head == "calls":
        return gettext("call %(number)s") % {"number": rest}
    if head == "carries":
        return str(CARGO.get(rest, rest))
    if head in ("names", "other_names"):
        return gettext("name (%(language)s)") % {"language": rest}
    return key.replace(".", " ").replace("_", " ")


def describe_value(key: str, value: Any) -> str:
    """Return a figure in words; empty where there is none."""
    if value is None or value == "" or isinstance(value, bool):
        return {True: gettext("yes"), False: gettext("no")}.get(value, "")
    if isinstance(value, list):
        return ", ".join(describe_value(key, one) for one in value)
    if key.startswith("calls."):
        return _call_words(value)
    if isinstance(value, float):
        return put_reader_marks(f"{value:g}")
    return (
        describe_written_day(value, get_language() or "en")
        if key in _DAYS
        else str(_CHOICES.get(key, {}).get(value, value))
    )


def _call_words(call: Row) -> str:
    """Return a call as one line: place, arrival and departure with days after the first, how the times are known."""
    clocks = {
        key: f"{call[key]} (+{call[f'{key}_day']})" if call[f"{key}_day"] else call[key] for key in ("arrive", "depart")
    }
    parts = [
        _place_called(call["place"]),
        gettext("arrives %(clock)s") % {"clock": clocks["arrive"]} if call["arrive"] else "",
        gettext("leaves %(clock)s") % {"clock": clocks["depart"]} if call["depart"] else "",
        str(GRADES.get(call["grade"], call["grade"])),
    ]
    return " · ".join(filter(None, parts))


def _place_called(code: str) -> str:
    place = find_network().places.get(code)
    return place_name(place) if place else code


def describe_changes(before: Row | None, after: Row | None) -> list[tuple[str, str, str]]:
    """Return the differences of two states of a row as (what, before, after) in words."""
    return [_words(one) for one in list_row_changes(before, after)]


def _words(one: RowChange) -> tuple[str, str, str]:
    return name_key(one.key), describe_value(one.key, one.before), describe_value(one.key, one.after)


def name_row(kind: str, row: Row | None, key: str) -> str:
    """Return what a row is called on pages; a service by its ends where its own name, which is English, is foreign. A row in
    which something is impossible is called by its key.
    """
    try:
        return _name_of(kind, row, key) if row else key
    except (KeyError, TypeError, IndexError, AttributeError, ValueError):
        return key


def _name_of(kind: str, row: Row, key: str) -> str:
    if kind == "places":
        return name_in(row["names"], get_language() or "en") or key
    if kind == "services":
        if (get_language() or "en").startswith("en"):
            return row["name"]
        return f"{' – '.join(_place_called(row['calls'][end]['place']) for end in (0, -1))} ({key})"
    if kind == "procedures":
        what = PROCEDURE_KINDS.get(row["kind"], row["kind"])
        return f"{what} ({MODES.get(row['mode'], row['mode'])}), {_place_called(row['place'])}"
    return _price_name(row) if kind == "prices" else gettext("a value that plans reckon with (%(key)s)") % {"key": key}


def _price_name(row: Row) -> str:
    ends = dict.fromkeys(put_reader_marks(f"{row[end]:,.15g}") for end in ("low", "high"))
    return f"{'–'.join(ends)} {row['currency']}"
