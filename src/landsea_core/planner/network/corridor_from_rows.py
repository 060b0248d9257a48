"""From rows to the network: what each row of the files, or of the tables that hold the same rows, tells as a dataclass.

Rows are taken to be sound; what is wrong with them is said by `row_checks`.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from landsea_core.planner.network import cost_rows, model, place_rows, provenance
from landsea_core.planner.network.row_files import NetworkFault, is_left_out
from landsea_core.planner.network.scatter import KindOfWay, Scatter
from landsea_core.planner.network.towns import PlacesByCode
from landsea_core.planner.network.validity import find_known_span

Made = TypeVar("Made")
Numbered = Sequence[tuple[int, dict[str, Any]]]
"""Rows, each with its line in a file; 0 for one that stands in none."""
NEEDED = (
    *("places", "services", "procedures", "handling", "closures", "prices", "exchange_rates", "yardsticks"),
    *("emissions", "legality", "spreads", "scatter"),
)
"""The kinds of row that planning rests on; the others are for judging."""


def make_corridor(files: Mapping[str, Numbered], digest: str) -> model.Corridor:
    """Return the corridor of rows by file name (services.jsonl and so on); `digest` tells it from others.

    Raises NetworkFault when a row cannot be read.
    """

    def made(kind: str, make: Callable[[dict[str, Any]], Made]) -> list[Made]:
        name = f"{kind}.jsonl"
        return [_made(name, line, row, make) for line, row in files[name] if not is_left_out(kind, row)]

    services = {service.id: service for service in made("services", read_service)}
    return model.Corridor(
        places=PlacesByCode((place.code, place) for place in made("places", read_place)),
        services=services,
        procedures=tuple(made("procedures", read_procedure)),
        handling=tuple(made("handling", _handling)),
        closures=tuple(made("closures", read_closure)),
        prices=tuple(made("prices", read_price)),
        exchange_rates=tuple(made("exchange_rates", _rate)),
        yardsticks={stick.mode: stick for stick in made("yardsticks", _yardstick)},
        emissions=tuple(made("emissions", _emission)),
        legality=tuple(made("legality", _legality)),
        spreads=tuple(made("spreads", _spread)),
        scatter=tuple(made("scatter", _scatter)),
        span=find_known_span(services.values()),
        digest=digest,
    )


def _made(name: str, line: int, row: dict[str, Any], make: Callable[[dict[str, Any]], Made]) -> Made:
    try:
        return make(row)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise NetworkFault(f"{name}:{line} cannot be read: {fault!r}. Run `landsea network check`.") from fault


def _fact(row: dict[str, Any]) -> provenance.Provenance:
    return provenance.Provenance(
        row["source"], row["grade"], row["checked"], row.get("note", ""), row.get("correction", "")
    )


def _hours(row: dict[str, Any]) -> place_rows.Hours | None:
    return None if row["typical"] is None else place_rows.Hours(row["min"], row["typical"], row["p90"])


def read_place(row: dict[str, Any]) -> place_rows.NetworkPlace:
    """Return the place a row of places.jsonl tells of."""
    others = tuple(name for names in row["other_names"].values() for name in names)
    return place_rows.NetworkPlace(
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


def read_service(row: dict[str, Any]) -> model.Service:
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


def read_procedure(row: dict[str, Any]) -> place_rows.Procedure:
    """Return the procedure a row of procedures.jsonl tells of."""
    told = (row["id"], row["place"], row["mode"], row["kind"], tuple(row["at"]), tuple(row["goods"]))
    when = (row["opens"], row["closes"], _hours(row["hours"]), row["from"], row["until"])
    return place_rows.Procedure(*told, *when, row["applies_to"], _fact(row))


def read_closure(row: dict[str, Any]) -> place_rows.Closure:
    """Return the closure a row of closures.jsonl tells of."""
    until = date.fromisoformat(row["until"]) if row["until"] else None
    what = (tuple(row["places"]), tuple(row["services"]), tuple(row["modes"]))
    return place_rows.Closure(
        row["id"], row["kind"], *what, date.fromisoformat(row["from"]), until, row["says"], _fact(row)
    )


def _handling(row: dict[str, Any]) -> place_rows.Handling:
    hours = _hours(row["hours"])
    if hours is None:
        raise ValueError("it says no hours")
    return place_rows.Handling(row["mode"], row["at"], hours, _fact(row))


def read_price(row: dict[str, Any]) -> cost_rows.Price:
    """Return the price a row of prices.jsonl tells of."""
    told = (row["id"], tuple(row["services"]), row["low"], row["high"], row["currency"], row["unit"])
    return cost_rows.Price(*told, row["from"], row["until"], _fact(row))


def _rate(row: dict[str, Any]) -> cost_rows.ExchangeRate:
    return cost_rows.ExchangeRate(row["currency"], row["per_usd_low"], row["per_usd_high"], _fact(row))


def _yardstick(row: dict[str, Any]) -> cost_rows.Yardstick:
    return cost_rows.Yardstick(row["mode"], row["usd_per_teu_km"], _fact(row))


def _emission(row: dict[str, Any]) -> cost_rows.EmissionFactor:
    told = (row["id"], row["mode"], row["grams_per_tonne_km"], row["scope"], row["year"], row["used"])
    return cost_rows.EmissionFactor(*told, _fact(row))


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


def _scatter(row: dict[str, Any]) -> Scatter:
    return Scatter(KindOfWay(row["mode"], row["stop"]), row["reach"], row["journeys"], _fact(row))


def _spread(row: dict[str, Any]) -> model.Spread:
    return model.Spread(
        row["mode"], row["times"], row["scale"], row["low"], row["p90"], _fact(row), 0, row.get("country", "")
    )
