"""One leg of an itinerary as plain data: its vehicle, times, cost, papers, and what stands still beside it."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from landsea_core.planner.network.costs import Cost
from landsea_core.planner.network.days import find_moment
from landsea_core.planner.network.itinerary import Leg
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.place_rows import Closure, Hours
from landsea_core.planner.network.platforms import Operation

if TYPE_CHECKING:
    from landsea_core.planner.network.papers import Paper


CURRENCY = "USD"


def describe_leg(corridor: Corridor, leg: Leg, papers: Sequence["Paper"]) -> dict[str, Any]:
    """Return a leg as data: vehicle, times, hours, cost, emissions, what is done to the cargo, papers, what stands still."""
    one, service = leg.vehicle, leg.service
    data = {
        "mode": service.mode,
        "kind": service.kind,
        "from": one.origin,
        "from_name": corridor.places[one.origin].name,
        "to": one.destination,
        "to_name": corridor.places[one.destination].name,
        "called": leg.called,
        "depart": write_moment(corridor, one.depart, one.origin),
        "arrive": write_moment(corridor, one.arrive, one.destination),
        "service": service.id,
        "service_name": service.name,
        "operator": service.operator,
        "grade": leg.grade,
        "source": service.fact.source,
        "hours": describe_hours(leg.hours),
        "km": round(leg.km),
        "cost": describe_cost(leg.cost),
        "co2e_kg": round_tenth(leg.co2e_kg),
        "before": [describe_operation(corridor, operation) for operation in one.before],
        "border": [describe_operation(corridor, operation) for operation in one.on_way],
        "documents": [_describe_paper(paper) for paper in papers],
        "closures": [_describe_closure(row) for row in find_touching_closures(corridor.closures, leg)],
    }
    if one.gate is not None:
        data["gate_closes"] = write_moment(corridor, one.gate, one.origin)
        data["days_known"] = not service.has_assumed_days
        data["clock_grade"] = "assumed" if leg.goes_on else service.calls[one.first].grade
        data["assumed_to_go_on"] = leg.goes_on
    return data


def _describe_paper(paper: "Paper") -> dict[str, Any]:
    rule = paper.measure
    told = {"what": paper.what, "who": paper.who, "offered": paper.offered, "measure": rule.code, "title": rule.title}
    return {**told, "source": rule.source, "grade": rule.grade, "checked": rule.checked}


def find_touching_closures(closures: Iterable[Closure], leg: Leg, within_days: int = 14) -> list[Closure]:
    """Return what stands still at a leg's places, or its service itself, from when it leaves until days after it."""
    first = find_moment(leg.vehicle.depart).date()
    last = find_moment(leg.vehicle.arrive).date() + timedelta(days=within_days)
    return [
        row
        for row in closures
        if row.since <= last
        and (row.until is None or row.until >= first)
        and (set(row.places) & set(leg.called) or leg.service.id in row.services)
    ]


def _describe_closure(row: Closure) -> dict[str, Any]:
    told = {"says": row.says, "from": row.since.isoformat(), "until": row.until.isoformat() if row.until else None}
    return {**told, "source": row.fact.source, "grade": row.fact.grade}


def describe_operation(corridor: Corridor, operation: Operation) -> dict[str, Any]:
    """Return what is done to the cargo at a place, how long it takes, and where that is from."""
    told = {"what": operation.what, "place": operation.place, "place_name": corridor.places[operation.place].name}
    return {
        **told,
        "hours": describe_hours(operation.hours),
        "grade": operation.fact.grade,
        "source": operation.fact.source,
        "row": operation.row,
    }


def describe_cost(cost: Cost) -> dict[str, Any]:
    """Return a cost as data: the known range, what has no price, and the prices it rests on."""
    prices = [
        {
            "service": name,
            "from": price.since,
            "until": price.until,
            "grade": price.fact.grade,
            "source": price.fact.source,
        }
        for price in dict.fromkeys(cost.prices)
        for name in price.services
    ]
    known = {key: None if value is None else round(value) for key, value in (("low", cost.low), ("high", cost.high))}
    told = {**known, "currency": CURRENCY, "unknown": bool(cost.unknown)}
    return {**told, "unknown_services": list(cost.unknown), "prices": prices}


def describe_hours(hours: Hours) -> dict[str, float]:
    """Return hours as data, to a tenth."""
    return {"low": round_tenth(hours.low), "typical": round_tenth(hours.typical), "p90": round_tenth(hours.p90)}


def round_tenth(value: float) -> float:
    """Round to a tenth, as figures are shown."""
    return round(value, 1)


def write_moment(corridor: Corridor, minute: int, place: str) -> str:
    """Return a minute as ISO 8601 on the clock of a place."""
    return find_moment(minute, corridor.places[place].zone).isoformat(timespec="minutes")
