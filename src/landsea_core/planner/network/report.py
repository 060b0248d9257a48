"""A plan as plain data (for JSON) and as lines of text. Times are ISO 8601 on the clock of the place they are at."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from landsea_core.planner.network.costs import Cost
from landsea_core.planner.network.days import moment_of
from landsea_core.planner.network.drives import group_into_drives
from landsea_core.planner.network.itinerary import Itinerary, Leg, sum_hours_at_worst_borders
from landsea_core.planner.network.model import Closure, Corridor, Hours
from landsea_core.planner.network.planning import Plan
from landsea_core.planner.network.platforms import Operation
from landsea_core.planner.network.questions import PlanFault, RefusedWay
from landsea_core.planner.network.told_journeys import ToldJourney

if TYPE_CHECKING:
    from landsea_core.planner.network.papers import Paper

Papers = Sequence[Sequence["Paper"]]
"""The papers of an itinerary by leg."""
PapersOf = Callable[[Plan, Itinerary], Papers]
CURRENCY = "USD"


def name_no_papers(_plan: Plan, one: Itinerary) -> Papers:
    """Name no papers on any leg: what is said where no goods were named."""
    return ((),) * len(one.legs)


def describe_plan(
    corridor: Corridor, plan: Plan, said: Iterable[ToldJourney] = (), papers_of: PapersOf = name_no_papers
) -> dict[str, Any]:
    """Return the plan as data; every figure beside its grade, and its source where it has a row of its own.

    `said`: what others told of such journeys, to stand beside ours. `papers_of`: the papers of an itinerary by leg.
    """
    first, last = corridor.span
    return {
        "from": _describe_place(corridor, plan.origin.place.code),
        "to": _describe_place(corridor, plan.destination.place.code),
        "ready": plan.question.ready.isoformat(),
        "timetable": {"from": first.isoformat(), "until": last.isoformat(), "assumed": str(plan.assumed or "")},
        "itineraries": [describe_itinerary(corridor, one, papers_of(plan, one)) for one in plan.itineraries],
        "more": plan.more,
        "refused": [describe_refused(corridor, one) for one in plan.refused],
        "said": [_describe_told(one) for one in said],
    }


def _describe_told(one: ToldJourney) -> dict[str, Any]:
    told = {"from": one.origin, "to": one.destination, "modes": sorted(one.modes), "hours_low": one.low}
    return {**told, "hours_high": one.high, "basis": one.basis, "source": one.source}


def describe_fault(corridor: Corridor, fault: ValueError) -> dict[str, Any]:
    """Return what a question that cannot be planned gets instead of itineraries."""
    error: dict[str, Any] = {"code": "unknown_place", "field": "", "message": str(fault)}
    if isinstance(fault, PlanFault):
        error.update(code=fault.code, field=fault.field)
    elif not hasattr(fault, "nearest"):
        error.update(code="bad_cargo", field=getattr(fault, "field", ""))
    if hasattr(fault, "nearest"):
        error["nearest"] = [f"{place.name} ({place.code})" for place in fault.nearest]
    refused = [describe_refused(corridor, one) for one in getattr(fault, "refused", ())]
    return {"error": error, "itineraries": [], "refused": refused}


def describe_itinerary(corridor: Corridor, one: Itinerary, papers: Papers = ()) -> dict[str, Any]:
    """Return one itinerary as data; without `papers` no leg names any."""
    papers = papers or ((),) * len(one.legs)
    end = one.legs[-1].vehicle.destination
    return {
        "hours": _describe_hours(one.hours),
        "hours_if_borders_take_p90": _round_tenth(sum_hours_at_worst_borders(one)),
        "depart": _write_moment(corridor, one.depart, one.legs[0].vehicle.origin),
        "arrival": _write_moment(corridor, one.arrive, end),
        "cost": _describe_cost(one.cost),
        "co2e_kg": _round_tenth(one.co2e_kg),
        "on_time": round(one.on_time, 3),
        "legs": [_describe_leg(corridor, leg, needed) for leg, needed in zip(one.legs, papers, strict=True)],
        "after": [_describe_operation(corridor, operation) for operation in one.legs[-1].vehicle.after],
    }


def describe_refused(corridor: Corridor, one: RefusedWay) -> dict[str, Any]:
    """Return a refused way: the measure, why, where that is from, and the way as an example."""
    told = one.refusal
    example = [_say_way(corridor, leg) for leg in one.example.legs] if one.example else []
    return {"measure": told.measure, "why": told.why, "source": told.source, "grade": told.grade, "example": example}


def _say_way(corridor: Corridor, leg: Leg) -> str:
    names = (corridor.places[code].name for code in (leg.vehicle.origin, leg.vehicle.destination))
    return f"{leg.service.mode}: {' - '.join(names)}"


def _describe_leg(corridor: Corridor, leg: Leg, papers: Sequence["Paper"]) -> dict[str, Any]:
    one, service = leg.vehicle, leg.service
    data = {
        "mode": service.mode,
        "kind": service.kind,
        "from": one.origin,
        "from_name": corridor.places[one.origin].name,
        "to": one.destination,
        "to_name": corridor.places[one.destination].name,
        "called": leg.called,
        "depart": _write_moment(corridor, one.depart, one.origin),
        "arrive": _write_moment(corridor, one.arrive, one.destination),
        "service": service.id,
        "service_name": service.name,
        "operator": service.operator,
        "grade": leg.grade,
        "source": service.fact.source,
        "hours": _describe_hours(leg.hours),
        "km": round(leg.km),
        "cost": _describe_cost(leg.cost),
        "co2e_kg": _round_tenth(leg.co2e_kg),
        "before": [_describe_operation(corridor, operation) for operation in one.before],
        "border": [_describe_operation(corridor, operation) for operation in one.on_way],
        "documents": [_describe_paper(paper) for paper in papers],
        "closures": [_describe_closure(row) for row in find_touching_closures(corridor.closures, leg)],
    }
    if one.gate is not None:
        data["gate_closes"] = _write_moment(corridor, one.gate, one.origin)
        data["days_known"] = not isinstance(service.days, int | float)
        data["clock_grade"] = "assumed" if leg.goes_on else service.calls[one.first].grade
        data["assumed_to_go_on"] = leg.goes_on
    return data


def _describe_paper(paper: "Paper") -> dict[str, Any]:
    rule = paper.measure
    told = {"what": paper.what, "who": paper.who, "offered": paper.offered, "measure": rule.code, "title": rule.title}
    return {**told, "source": rule.source, "grade": rule.grade, "checked": rule.checked}


def find_touching_closures(closures: Iterable[Closure], leg: Leg, within_days: int = 14) -> list[Closure]:
    """Return what stands still at a leg's places, or its service itself, from when it leaves until days after it."""
    first = moment_of(leg.vehicle.depart).date()
    last = moment_of(leg.vehicle.arrive).date() + timedelta(days=within_days)
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


def _describe_operation(corridor: Corridor, operation: Operation) -> dict[str, Any]:
    told = {"what": operation.what, "place": operation.place, "place_name": corridor.places[operation.place].name}
    return {
        **told,
        "hours": _describe_hours(operation.hours),
        "grade": operation.fact.grade,
        "source": operation.fact.source,
        "row": operation.row,
    }


def _describe_place(corridor: Corridor, code: str) -> dict[str, str]:
    place = corridor.places[code]
    return {"code": code, "name": place.name, "country": place.country, "zone": place.zone}


def _describe_cost(cost: Cost) -> dict[str, Any]:
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


def _describe_hours(hours: Hours) -> dict[str, float]:
    return {"low": _round_tenth(hours.low), "typical": _round_tenth(hours.typical), "p90": _round_tenth(hours.p90)}


def _round_tenth(value: float) -> float:
    return round(value, 1)


def _write_moment(corridor: Corridor, minute: int, place: str) -> str:
    return moment_of(minute, corridor.places[place].zone).isoformat(timespec="minutes")


def write_plan(corridor: Corridor, plan: Plan, papers_of: PapersOf = name_no_papers) -> str:
    """Return the plan as lines for a terminal."""
    lines = [
        f"{plan.origin.place.name} to {plan.destination.place.name}, ready {plan.question.ready:%Y-%m-%d %H:%M %z}",
        "Hours count from the first departure. A price or time is as good as its grade.",
    ]
    lines += [f"Assumed: {plan.assumed}"] if plan.assumed else []
    for number, one in enumerate(plan.itineraries, 1):
        lines += ["", *_write_itinerary(corridor, number, one, papers_of(plan, one))]
    if plan.more:
        lines += ["", f"{plan.more} more that are better in one thing and worse in another are not shown."]
    for way in plan.refused:
        lines += ["", f"Refused: {way.refusal.measure}", f"  {way.refusal.why} ({way.refusal.grade})"]
    return "\n".join(lines)


def _write_itinerary(corridor: Corridor, number: int, one: Itinerary, papers: Papers) -> list[str]:
    end = one.legs[-1].vehicle.destination
    hours = one.hours
    arrives = f"{number}. arrives {_write_moment(corridor, one.arrive, end)}"
    head = f"{arrives}; {hours.typical:.0f} h ({hours.low:.0f} to {hours.p90:.0f} h)"
    lines = [f"{head}; {_write_money(one.cost)}; {one.co2e_kg:.0f} kg CO2e; holds with probability {one.on_time:.2f}"]
    asked_for = iter(papers)
    for drive in group_into_drives(one.legs):
        first, last = drive[0].vehicle, drive[-1].vehicle
        way = " - ".join(corridor.places[code].name for code in (first.origin, last.destination))
        by = ", ".join([*(leg.service.id for leg in drive), *dict.fromkeys(leg.grade for leg in drive)])
        lines.append(
            f"   {_write_moment(corridor, first.depart, first.origin)}  {drive[0].service.mode:<5} {way}  [{by}]"
        )
        for leg, needed in zip(drive, asked_for, strict=False):
            lines += _write_beside(corridor, leg, needed)
    return lines + [_write_after(corridor, operation) for operation in one.legs[-1].vehicle.after]


def _write_after(corridor: Corridor, operation: Operation) -> str:
    hours, place = operation.hours, corridor.places[operation.place].name
    spread = f"{hours.typical:g} h ({hours.low:g} to {hours.p90:g} h)"
    return f"   then {operation.what} at {place}: {spread}  [{operation.fact.grade}]"


def _write_beside(corridor: Corridor, leg: Leg, needed: Iterable["Paper"]) -> list[str]:
    lines = [f"      at the border: {operation.what} {operation.place}" for operation in leg.vehicle.on_way]
    codes = dict.fromkeys(paper.measure.code for paper in needed if not paper.offered)
    lines += [f"      papers asked for by {', '.join(codes)} (--json says which)"] if codes else []
    return lines + [f"      stands still: {row.says}" for row in find_touching_closures(corridor.closures, leg)]


def _write_money(cost: Cost) -> str:
    if cost.low is None:
        return "cost unknown"
    known = f"{CURRENCY} {cost.low:.0f} to {cost.high:.0f}"
    return f"{known} and what {', '.join(cost.unknown)} cost, which is unknown" if cost.unknown else known
