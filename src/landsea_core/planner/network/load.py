"""Reading the network's files into a `Corridor`, and the cache file that makes a start quick.

The cache is one pickle beside a digest of the files' names, sizes and times: other files, and it is made again. Finding
faults in the rows is the business of `checks`.
"""

import hashlib
import os
import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from landsea_core.planner.network import model
from landsea_core.planner.network.row_files import EDITED, NetworkFault, added_files, is_left_out, replaced, rows
from landsea_core.planner.network.validity import span_of

SHAPE = 5
"""Raised whenever the dataclasses change, so that no old cache is read."""


Made = TypeVar("Made")


def load(folder: Path, cache: Path | None = None, additions: Path | None = None) -> model.Corridor:
    """Return the corridor of `folder` (data/reference), by way of the cache file when one is named.

    `additions` is a folder whose files of `EDITED` kinds, where there are any, come on top: a row takes the place of the
    one with its key. Raises NetworkFault when a file is missing or a row cannot be read. A cache that cannot be read or
    written is passed over.
    """
    digest = _digest(folder, additions)
    if cache is not None:
        kept = _kept(cache, digest)
        if kept is not None:
            return kept
    corridor = _read(folder, digest, additions)
    if cache is not None:
        _keep(cache, corridor)
    return corridor


def _digest(folder: Path, additions: Path | None) -> str:
    files = [folder / "places.jsonl", *sorted((folder / "network").glob("*.jsonl")), *added_files(additions).values()]
    told = [f"{path.name}:{stat.st_size}:{stat.st_mtime_ns}" for path in files if (stat := _stat(path))]
    return hashlib.sha256("|".join([str(SHAPE), str(folder), *told]).encode()).hexdigest()


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _kept(cache: Path, digest: str) -> model.Corridor | None:
    try:
        corridor = pickle.loads(cache.read_bytes())
    except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, TypeError, ValueError):
        return None
    return corridor if isinstance(corridor, model.Corridor) and corridor.digest == digest else None


def _keep(cache: Path, corridor: model.Corridor) -> None:
    """Write the cache whole or not at all: other processes may read it meanwhile."""
    part = cache.with_suffix(f".{os.getpid()}")
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(pickle.dumps(corridor, protocol=pickle.HIGHEST_PROTOCOL))
        part.replace(cache)
    except OSError:
        part.unlink(missing_ok=True)


def _read(folder: Path, digest: str, additions: Path | None) -> model.Corridor:
    added = added_files(additions)

    def made(name: str, make: Callable[[dict[str, Any]], Made]) -> list[Made]:
        path = folder / name if name == "places.jsonl" else folder / "network" / name
        numbered = list(rows(path))
        if name in added:
            numbered = replaced(numbered, EDITED[path.stem], (row for _, row in rows(added[name])))
        return [_made(path, number, row, make) for number, row in numbered if not is_left_out(path.stem, row)]

    places = made("places.jsonl", place_of)
    services = {service.id: service for service in made("services.jsonl", service_of)}
    return model.Corridor(
        places={place.code: place for place in places},
        services=services,
        procedures=tuple(made("procedures.jsonl", procedure_of)),
        handling=tuple(made("handling.jsonl", _handling)),
        closures=tuple(made("closures.jsonl", closure_of)),
        prices=tuple(made("prices.jsonl", price_of)),
        exchange_rates=tuple(made("exchange_rates.jsonl", _rate)),
        yardsticks={stick.mode: stick for stick in made("yardsticks.jsonl", _yardstick)},
        emissions=tuple(made("emissions.jsonl", _emission)),
        legality=tuple(made("legality.jsonl", _legality)),
        spreads=tuple(made("spreads.jsonl", _spread)),
        span=span_of(services.values()),
        digest=digest,
    )


def _made(path: Path, number: int, row: dict[str, Any], make: Callable[[dict[str, Any]], Made]) -> Made:
    try:
        return make(row)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise NetworkFault(f"{path.name}:{number} cannot be read: {fault!r}. Run `landsea network check`.") from fault


def _fact(row: dict[str, Any]) -> model.Fact:
    return model.Fact(row["source"], row["grade"], row["checked"], row.get("note", ""), row.get("correction", ""))


def _hours(row: dict[str, Any]) -> model.Hours | None:
    return None if row["typical"] is None else model.Hours(row["min"], row["typical"], row["p90"])


def place_of(row: dict[str, Any]) -> model.Place:
    """Return the place a row of places.jsonl tells of."""
    others = tuple(name for names in row["other_names"].values() for name in names)
    return model.Place(
        row["code"],
        row["country"],
        row["kind"],
        row["names"],
        others,
        row["within"],
        row["lat"],
        row["lon"],
        row["tz"],
        row.get("retired", ""),
    )


def service_of(row: dict[str, Any]) -> model.Service:
    """Return the service a row of services.jsonl tells of. Raises KeyError or TypeError for a row without its fields."""
    calls = tuple(
        model.Call(c["place"], c["arrive"], c["arrive_day"], c["depart"], c["depart_day"], c["grade"])
        for c in row["calls"]
    )
    days = tuple(row["days"]) if isinstance(row["days"], list) else row["days"]
    told = (row["id"], row["kind"], row["mode"], row["operator"], row["name"], calls, days, row["hours"], row["km"])
    rest = (row["carries"], row["cut_off_hours"], row["capacity"], row["from"], row["until"], _not_offered(row))
    return model.Service(*told, *rest, _fact(row))


def _not_offered(row: dict[str, Any]) -> str:
    return f"retired on {row['retired']}" if row.get("retired") else row["not_offered"]


def procedure_of(row: dict[str, Any]) -> model.Procedure:
    """Return the procedure a row of procedures.jsonl tells of."""
    told = (row["id"], row["place"], row["mode"], row["kind"], tuple(row["at"]), tuple(row["goods"]))
    when = (row["opens"], row["closes"], _hours(row["hours"]), row["from"], row["until"])
    return model.Procedure(*told, *when, row["applies_to"], _fact(row))


def closure_of(row: dict[str, Any]) -> model.Closure:
    """Return the closure a row of closures.jsonl tells of."""
    until = date.fromisoformat(row["until"]) if row["until"] else None
    what = (tuple(row["places"]), tuple(row["services"]), tuple(row["modes"]))
    return model.Closure(row["id"], row["kind"], *what, date.fromisoformat(row["from"]), until, row["says"], _fact(row))


def _handling(row: dict[str, Any]) -> model.Handling:
    hours = _hours(row["hours"])
    if hours is None:
        raise ValueError("it says no hours")
    return model.Handling(row["mode"], row["at"], hours, _fact(row))


def price_of(row: dict[str, Any]) -> model.Price:
    """Return the price a row of prices.jsonl tells of."""
    told = (row["id"], tuple(row["services"]), row["low"], row["high"], row["currency"], row["unit"])
    return model.Price(*told, row["from"], row["until"], _fact(row))


def _rate(row: dict[str, Any]) -> model.ExchangeRate:
    return model.ExchangeRate(row["currency"], row["per_usd_low"], row["per_usd_high"], _fact(row))


def _yardstick(row: dict[str, Any]) -> model.Yardstick:
    return model.Yardstick(row["mode"], row["usd_per_teu_km"], _fact(row))


def _emission(row: dict[str, Any]) -> model.EmissionFactor:
    told = (row["id"], row["mode"], row["grams_per_tonne_km"], row["scope"], row["year"], row["used"])
    return model.EmissionFactor(*told, _fact(row))


def _legality(row: dict[str, Any]) -> model.LegalityRow:
    return model.LegalityRow(
        row["id"],
        row["measure"],
        tuple(row["hs"]),
        tuple(row["origin"]),
        tuple(row["destination"]),
        tuple(row["modes"]),
        row["from"],
        row["until"],
        row["why"],
        _fact(row),
    )


def _spread(row: dict[str, Any]) -> model.Spread:
    return model.Spread(
        row["mode"], row["times"], row["scale"], row["low"], row["p90"], _fact(row), 0, row.get("country", "")
    )
