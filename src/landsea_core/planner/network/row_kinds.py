"""The kinds of row that the network is made of: what names a row of each kind, and how a row is written in its file.

A kind is a file, KIND.jsonl. Rows live in tables as well, which keep no order of keys: `put_in_order` brings the order of the
files back, so that what is written out is what was read, letter by letter.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]

PLACES = "places"
EDITED = {PLACES: "code", "services": "id", "procedures": "id", "prices": "id"}
"""The kinds of row that editors change and feeds bring, each with the key that names a row."""
NAMED_BY: dict[str, tuple[str, ...]] = {
    PLACES: ("code",),
    "services": ("id",),
    "procedures": ("id",),
    "handling": ("mode", "at"),
    "closures": ("id",),
    "prices": ("id",),
    "exchange_rates": ("currency",),
    "yardsticks": ("mode",),
    "emissions": ("id",),
    "legality": ("id",),
    "spreads": ("mode", "times", "country"),
    "scatter": ("mode", "stop"),
    "journeys_fit": ("id",),
    "journeys_held_out": ("id",),
    "journeys_people": ("id",),
    "sea_distances": ("from", "to"),
}
"""All kinds, each with the keys that tell its rows from one another."""

_FACT = ("source", "grade", "note", "checked")
_FACT_OF_FIGURES = ("source", "grade", "checked", "note", "correction")
_JOURNEY = (
    *("id", "from", "to", "ends", "modes", "hours_low", "hours_high", "basis", "date", "cargo"),
    *("source", "checked", "note"),
)
_KEYS: dict[str, tuple[str, ...]] = {
    PLACES: (
        *("code", "code_sure", "country", "kind", "names", "other_names", "within", "lat", "lon", "position", "tz"),
        *("source", "grade", "checked", "note", "retired"),
    ),
    "services": (
        *("id", "kind", "mode", "operator", "name", "calls", "days", "hours", "km", "km_grade", "carries"),
        *("cut_off_hours", "capacity", "from", "until", "not_offered", *_FACT_OF_FIGURES, "retired"),
    ),
    "procedures": (
        *("id", "place", "mode", "kind", "at", "goods", "opens", "closes", "hours_said", "hours", "applies_to"),
        *("cost", "from", "until", *_FACT_OF_FIGURES, "retired"),
    ),
    "handling": ("mode", "at", "hours", *_FACT),
    "closures": ("id", "kind", "places", "services", "modes", "from", "until", "says", *_FACT),
    "prices": ("id", "services", "low", "high", "currency", "unit", "from", "until", *_FACT, "retired"),
    "exchange_rates": ("currency", "per_usd_low", "per_usd_high", "from", "until", *_FACT),
    "yardsticks": ("mode", "usd_per_teu_km", *_FACT),
    "emissions": ("id", "mode", "grams_per_tonne_km", "scope", "year", "used", *_FACT),
    "legality": ("id", "measure", "hs", "origin", "destination", "modes", "from", "until", "effect", "why", *_FACT),
    "spreads": ("mode", "times", "country", "scale", "low", "p90", "source", "grade", "checked", "note"),
    "scatter": ("mode", "stop", "reach", "journeys", "taught", "outside", "source", "grade", "checked", "note"),
    "journeys_fit": _JOURNEY,
    "journeys_held_out": _JOURNEY,
    "journeys_people": (*_JOURNEY[:10], "people", *_JOURNEY[10:]),
    "sea_distances": ("from", "to", "searoute_nm", "nm", "method", "source", "grade", "checked", "note"),
}
_LANGUAGES = ("en", "zh", "vi", "lo", "th", "km", "my", "id", "ms", "fil", "tet", "pt")
_INSIDE: dict[str, tuple[str, ...]] = {
    "names": _LANGUAGES,
    "other_names": _LANGUAGES,
    "hours": ("min", "typical", "p90"),
    "cost": ("amount", "currency", "unit", "grade"),
    "carries": ("container", "reefer", "bulk", "vehicles", "dangerous"),
    "calls": ("place", "arrive", "arrive_day", "depart", "depart_day", "grade"),
}
"""The order of the keys of what lies inside a row, by the row's key."""


def make_key(kind: str, row: Row) -> str:
    """Return what tells a row from others of its kind.

    >>> make_key("handling", {"mode": "road", "at": "leave"})
    'road leave'
    """
    return " ".join(str(row.get(name, "")) for name in NAMED_BY[kind]).strip()


def put_in_order(kind: str, row: Row) -> Row:
    """Return a row with its keys, and those inside it, in the order of the files; unknown keys come last, by alphabet."""
    return {key: _inside_in_order(key, value) for key, value in _sorted(row, _KEYS[kind])}


def _inside_in_order(key: str, value: Any) -> Any:
    if isinstance(value, dict) and key in _INSIDE:
        return dict(_sorted(value, _INSIDE[key]))
    if isinstance(value, list) and key in _INSIDE:
        return [dict(_sorted(one, _INSIDE[key])) for one in value]
    return value


def _sorted(row: Row, order: tuple[str, ...]) -> Iterable[tuple[str, Any]]:
    known = [(key, row[key]) for key in order if key in row]
    return known if len(known) == len(row) else [*known, *sorted(one for one in row.items() if one[0] not in order)]


def find_path(kind: str) -> Path:
    """Return where the file of a kind lies within a folder of reference files."""
    return Path(f"{kind}.jsonl") if kind == PLACES else Path("network") / f"{kind}.jsonl"
