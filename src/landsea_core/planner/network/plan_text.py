"""A plan as lines of text for a terminal. As data it is in `report`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from landsea_core.planner.network.costs import Cost
from landsea_core.planner.network.drives import group_into_drives
from landsea_core.planner.network.itinerary import Itinerary, Leg
from landsea_core.planner.network.leg_data import CURRENCY, find_touching_closures, write_moment
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.planning import Plan
from landsea_core.planner.network.platforms import Operation
from landsea_core.planner.network.ranking import is_partly_assumed
from landsea_core.planner.network.report import SUREST_SAID, Judge, Papers, PapersOf, judge_nothing, name_no_papers

if TYPE_CHECKING:
    from landsea_core.planner.network.papers import Paper
    from landsea_core.rules.findings import Verdict


def write_plan(
    corridor: Corridor, plan: Plan, papers_of: PapersOf = name_no_papers, judge: Judge = judge_nothing
) -> str:
    """Return the plan as lines for a terminal."""
    lines = [
        f"{plan.origin.place.name} to {plan.destination.place.name}, ready {plan.question.ready:%Y-%m-%d %H:%M %z}",
        "Hours count from the first departure. A price or time is as good as its grade.",
    ]
    lines += [f"Assumed: {plan.assumed}"] if plan.assumed else []
    lines += [str(one) for one in plan.hauled]
    for number, one in enumerate(plan.itineraries, 1):
        lines += ["", *_write_itinerary(corridor, number, one, papers_of(plan, one))]
        lines += _write_law(judge(plan, one))
    if plan.more:
        lines += ["", f"{plan.more} more that are better in one thing and worse in another are not shown."]
    for way in plan.refused:
        lines += ["", f"Refused: {way.refusal.measure}", f"  {way.refusal.why} ({way.refusal.grade})"]
    return "\n".join(lines)


def _write_law(verdict: "Verdict | None") -> list[str]:
    """What the measures say of the goods, never surer than they are."""
    if verdict is None:
        return []
    from landsea_core.rules.reasons import explain_reason  # a start of `landsea plan` without goods reads no rules
    from landsea_core.rules.verdict_words import list_stops_of_few, say_answer

    told = [gap for gap in verdict.gaps if gap.decides or gap.reason.code == "not_looked_at"]
    gaps = [str(explain_reason(gap.reason)) for gap in (*list_stops_of_few(verdict), *told)]
    return [f"   law: {say_answer(verdict)}", *(f"      {gap}" for gap in gaps)]


def _write_itinerary(corridor: Corridor, number: int, one: Itinerary, papers: Papers) -> list[str]:
    end = one.legs[-1].vehicle.destination
    hours = one.hours
    arrives = f"{number}. arrives {write_moment(corridor, one.arrive, end)}"
    head = f"{arrives}; {hours.typical:.0f} h ({hours.low:.0f} to {hours.p90:.0f} h)"
    lines = [f"{head}; {_write_money(one.cost)}; {one.co2e_kg:.0f} kg CO2e; {write_chance(one)}"]
    asked_for = iter(papers)
    for drive in group_into_drives(one.legs):
        first, last = drive[0].vehicle, drive[-1].vehicle
        way = " - ".join(corridor.places[code].name for code in (first.origin, last.destination))
        by = ", ".join([*(leg.service.id for leg in drive), *dict.fromkeys(leg.grade for leg in drive)])
        lines.append(
            f"   {write_moment(corridor, first.depart, first.origin)}  {drive[0].service.mode:<5} {way}  [{by}]"
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


def write_chance(one: Itinerary) -> str:
    """Return how likely a way holds, never as certain, and whether that rests on what is assumed."""
    assumed = " (assumed)" if is_partly_assumed(one) else ""
    return f"holds with probability {min(one.on_time, SUREST_SAID):.2f}{assumed}"
