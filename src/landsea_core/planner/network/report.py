"""A plan as plain data, for JSON. Times are ISO 8601 on the clock of the place they are at; as text it is in `plan_text`."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from landsea_core.planner.network.itinerary import Itinerary, Leg, sum_hours_at_worst_borders
from landsea_core.planner.network.leg_data import (
    describe_cost,
    describe_hours,
    describe_leg,
    describe_operation,
    round_tenth,
    write_moment,
)
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.planning import Plan
from landsea_core.planner.network.questions import PlanFault, RefusedWay
from landsea_core.planner.network.told_journeys import ToldJourney

if TYPE_CHECKING:
    from landsea_core.planner.network.papers import Paper
    from landsea_core.rules.findings import Verdict

SUREST_SAID = 0.99
"""The best chance that is said: nobody knows a way to hold for certain."""
Papers = Sequence[Sequence["Paper"]]
"""The papers of an itinerary by leg."""
PapersOf = Callable[[Plan, Itinerary], Papers]
Judge = Callable[[Plan, Itinerary], "Verdict | None"]
"""Says what the measures make of an itinerary's goods."""


def name_no_papers(_plan: Plan, one: Itinerary) -> Papers:
    """Name no papers on any leg: what is said where no goods were named."""
    return ((),) * len(one.legs)


def judge_nothing(_plan: Plan, _one: Itinerary) -> None:
    """Give no verdict: what is said where no goods were named."""


def describe_plan(
    corridor: Corridor,
    plan: Plan,
    said: Iterable[ToldJourney] = (),
    papers_of: PapersOf = name_no_papers,
    judge: Judge = judge_nothing,
) -> dict[str, Any]:
    """Return the plan as data; every figure beside its grade, and its source where it has a row of its own.

    `said`: what others told of such journeys, to stand beside ours. `papers_of`: the papers of an itinerary by leg.
    `judge`: the measures' verdict on it.
    """
    first, last = corridor.span
    return {
        "from": _describe_place(corridor, plan.origin.place.code),
        "to": _describe_place(corridor, plan.destination.place.code),
        "ready": plan.question.ready.isoformat(),
        "timetable": {"from": first.isoformat(), "until": last.isoformat(), "assumed": str(plan.assumed or "")},
        "hauled": [str(one) for one in plan.hauled],
        "itineraries": [
            describe_itinerary(corridor, one, papers_of(plan, one)) | {"law": _describe_law(judge(plan, one))}
            for one in plan.itineraries
        ],
        "more": plan.more,
        "refused": [describe_refused(corridor, one) for one in plan.refused],
        "said": [_describe_told(one) for one in said],
    }


def _describe_law(verdict: "Verdict | None") -> dict[str, Any] | None:
    if verdict is None:
        return None
    basis = str(verdict.basis) if verdict.basis else None
    by_condition = {one.condition: str(one.verdict.answer) for one in verdict.by_condition}
    told = {"verdict": str(verdict.answer), "basis": basis, "not_looked_at": list(verdict.not_looked_at)}
    return told | {"by_condition": by_condition}


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
        "hours": describe_hours(one.hours),
        "hours_if_borders_take_p90": round_tenth(sum_hours_at_worst_borders(one)),
        "depart": write_moment(corridor, one.depart, one.legs[0].vehicle.origin),
        "arrival": write_moment(corridor, one.arrive, end),
        "cost": describe_cost(one.cost),
        "co2e_kg": round_tenth(one.co2e_kg),
        "on_time": min(round(one.on_time, 3), SUREST_SAID),
        "legs": [describe_leg(corridor, leg, needed) for leg, needed in zip(one.legs, papers, strict=True)],
        "after": [describe_operation(corridor, operation) for operation in one.legs[-1].vehicle.after],
    }


def describe_refused(corridor: Corridor, one: RefusedWay) -> dict[str, Any]:
    """Return a refused way: the measure, why, where that is from, and the way as an example."""
    told = one.refusal
    example = [_say_way(corridor, leg) for leg in one.example.legs] if one.example else []
    return {"measure": told.measure, "why": told.why, "source": told.source, "grade": told.grade, "example": example}


def _say_way(corridor: Corridor, leg: Leg) -> str:
    names = (corridor.places[code].name for code in (leg.vehicle.origin, leg.vehicle.destination))
    return f"{leg.service.mode}: {' - '.join(names)}"


def _describe_place(corridor: Corridor, code: str) -> dict[str, str]:
    place = corridor.places[code]
    return {"code": code, "name": place.name, "country": place.country, "zone": place.zone}
