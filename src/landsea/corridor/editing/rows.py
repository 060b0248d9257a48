"""From rows of the network to what stands in an editor's form, and from what was typed back to a row.

Keys that no form shows stay as they are.
"""

from typing import Any

from landsea.corridor.labels import CARGO
from landsea_core.planner.network.changes import Row

_LOCAL = {
    "VN": "vi",
    "LA": "lo",
    "TH": "th",
    "KH": "km",
    "MM": "my",
    "ID": "id",
    "MY": "ms",
    "BN": "ms",
    "PH": "fil",
}
"""Languages of places beside English and Chinese, by country."""
_SAYS_NOTHING = {"note": "", "correction": ""}
_NEW: dict[str, Row] = {
    "places": {
        "code": "",
        "code_sure": False,
        "country": "",
        "kind": "city",
        "names": {},
        "other_names": {},
        "within": "",
        "lat": None,
        "lon": None,
        "position": "near",
        "tz": "",
        "source": "",
        "grade": "reported",
        "checked": "",
    },
    "services": {
        "id": "",
        "kind": "line",
        "mode": "rail",
        "operator": "",
        "name": "",
        "calls": [],
        "days": "daily",
        "hours": None,
        "km": None,
        "km_grade": "derived",
        "carries": dict.fromkeys(CARGO),
        "cut_off_hours": None,
        "capacity": "",
        "from": "",
        "until": "",
        "not_offered": "",
        "source": "",
        "grade": "reported",
        "checked": "",
        **_SAYS_NOTHING,
    },
    "procedures": {
        "id": "",
        "place": "",
        "mode": "road",
        "kind": "customs",
        "at": [],
        "goods": [],
        "opens": "",
        "closes": "",
        "hours_said": "",
        "hours": {"min": None, "typical": None, "p90": None},
        "applies_to": "",
        "cost": None,
        "from": "",
        "until": "",
        "source": "",
        "grade": "reported",
        "checked": "",
        **_SAYS_NOTHING,
    },
    "prices": {
        "id": "",
        "services": [],
        "low": None,
        "high": None,
        "currency": "USD",
        "unit": "TEU",
        "from": "",
        "until": "",
        "source": "",
        "grade": "reported",
        "note": "",
        "checked": "",
    },
}
_SAME = {
    "places": ("code", "kind", "country", "within", "lat", "lon", "position", "tz"),
    "services": (
        "name",
        "operator",
        "kind",
        "mode",
        "hours",
        "km",
        "km_grade",
        "cut_off_hours",
        "capacity",
        "until",
        "not_offered",
        "correction",
    ),
    "procedures": ("place", "mode", "kind", "at", "opens", "closes", "hours_said", "applies_to", "until", "correction"),
    "prices": ("low", "high", "currency", "unit", "until"),
}
"""Keys whose field has the same name and value."""
_FACT = ("source", "grade", "note")


def make_row(kind: str) -> Row:
    """Return a row of a kind with nothing said in it."""
    return dict(_NEW[kind])


def make_initial_values(kind: str, row: Row) -> dict[str, Any]:
    """Return what stands in the form for a row."""
    found = {key: row.get(key, "") for key in (*_SAME[kind], *_FACT)}
    found["checked"] = row["checked"] or None
    return found | _INITIAL[kind](row)


def read_row(kind: str, typed: dict[str, Any], before: Row, key: str, calls: list[dict[str, Any]]) -> Row:
    """Return the row that was typed over the one before; `calls` as the forms of a service's stops have them."""
    row = {name: value for name, value in before.items() if name != "retired"}
    row |= {name: _plain(typed[name]) for name in _SAME[kind]}
    row |= {"source": typed["source"], "grade": typed["grade"], "checked": typed["checked"].isoformat()}
    if typed["note"] or "note" in before:
        row["note"] = typed["note"]
    if kind != "places":
        row["id"] = key
    return row | _ROW[kind](typed, before, calls)


def _plain(value: Any) -> Any:
    """Return whole numbers as such, as the files have them."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _place_initial(row: Row) -> dict[str, Any]:
    names = row["names"]
    return {
        "name_en": names.get("en", ""),
        "name_zh": names.get("zh", ""),
        "name_local": names.get(_local(row), ""),
        "country": row["country"] or row["code"][:2],
    }


def _local(row: Row) -> str:
    return _LOCAL.get(row["country"], "")


def _place_row(typed: dict[str, Any], before: Row, calls: list) -> Row:
    said = {"en": typed["name_en"], "zh": typed["name_zh"]}
    local = _LOCAL.get(typed["country"])
    if local:
        said[local] = typed["name_local"]
    names = {language: name for language, name in {**before["names"], **said}.items() if name}
    return {"names": names}


def _service_initial(row: Row) -> dict[str, Any]:
    days = row["days"]
    weekdays = days if isinstance(days, list) else []
    often = "weekdays" if weekdays else days if isinstance(days, str) else "a_week"
    takes = {f"carries_{key}": {True: "yes", False: "no"}.get(row["carries"].get(key), "") for key in CARGO}
    return {
        "often": often,
        "weekdays": weekdays,
        "a_week": days if often == "a_week" else None,
        "since": row["from"],
        "calls": row["calls"],
        **takes,
    }


def _service_row(typed: dict[str, Any], before: Row, calls: list[dict[str, Any]]) -> Row:
    often = typed["often"]
    days = typed["weekdays"] if often == "weekdays" else _plain(typed["a_week"]) if often == "a_week" else often
    takes = {key: {"yes": True, "no": False}.get(typed[f"carries_{key}"]) for key in CARGO}
    stops = [_call(one) for one in calls if one.get("place")]
    return {"days": days, "carries": {**before["carries"], **takes}, "calls": stops, "from": typed["since"]}


def _call(typed: dict[str, Any]) -> Row:
    """A time field of a browser may add seconds; rows are to the minute."""
    row: Row = {"place": typed["place"]}
    for key in ("arrive", "depart"):
        row |= {key: typed[key][:5], f"{key}_day": typed[f"{key}_day"] or 0}
    return {**row, "grade": typed["grade"]}


def _procedure_initial(row: Row) -> dict[str, Any]:
    hours = row["hours"]
    return {
        "low": hours["min"],
        "typical": hours["typical"],
        "p90": hours["p90"],
        "goods": ", ".join(row["goods"]),
        "since": row["from"],
    }


def _procedure_row(typed: dict[str, Any], before: Row, calls: list) -> Row:
    hours = {"min": _plain(typed["low"]), "typical": _plain(typed["typical"]), "p90": _plain(typed["p90"])}
    clocks = {key: typed[key][:5] for key in ("opens", "closes")}
    at = [one for one in before["at"] if one in typed["at"]] + [one for one in typed["at"] if one not in before["at"]]
    return {"hours": hours, "goods": typed["goods"], "from": typed["since"], "at": at, **clocks}


def _price_initial(row: Row) -> dict[str, Any]:
    return {"services": ", ".join(row["services"]), "since": row["from"]}


def _price_row(typed: dict[str, Any], before: Row, calls: list) -> Row:
    return {"services": typed["services"], "from": typed["since"]}


_INITIAL = {
    "places": _place_initial,
    "services": _service_initial,
    "procedures": _procedure_initial,
    "prices": _price_initial,
}
_ROW = {"places": _place_row, "services": _service_row, "procedures": _procedure_row, "prices": _price_row}


def write_row_for_form(kind: str, row: Row | None) -> Row | None:
    """Return the row as a form can show it: what is impossible in it is left out, so that an editor can put it right."""
    if row is None:
        return None
    try:
        make_initial_values(kind, row)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        usual = make_row(kind)
        return usual | {name: value for name, value in row.items() if type(value) is type(usual.get(name))}
    return row
