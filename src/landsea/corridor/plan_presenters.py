"""What the plan page shows of a plan: each itinerary with its words, its strip, its stretches of the diagram; whom to call."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import get_language, ngettext

from landsea.base.ui import times
from landsea.corridor.access import Surroundings
from landsea.corridor.amounts import DAYS_FROM, write_length, write_money, write_range
from landsea.corridor.charting import Chart, make_chart_of_plan
from landsea.corridor.diagram_reading import find_stretches_of_way
from landsea.corridor.drawing import (
    Scale,
    Strip,
    draw_strip,
    find_scale,
)
from landsea.corridor.labels import MODES, place_name
from landsea.corridor.leg_presenters import (
    ShownDrive,
    ShownLeg,
    ShownStep,
    shape_drives,
    shape_legs,
    shape_step,
)
from landsea.corridor.leg_surroundings import Beside, find_law_of_itinerary, list_what_stands_beside
from landsea.corridor.way_presenters import Stage, describe_badges, describe_chance, show_stages, write_short_money
from landsea_core.planner.diagram.traffic import Key
from landsea_core.planner.network.days import find_moment
from landsea_core.planner.network.itinerary import Itinerary, sum_hours_at_worst_borders
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.planning import Plan
from landsea_core.planner.network.ranking import choose_badges, rank_by_sure_arrival
from landsea_core.planner.network.time_distance import list_planned_points


@dataclass(frozen=True)
class Shown:
    """One itinerary as the page shows it: its legs, and the same as steps for people.

    `number` is how addresses name it, in every order of the list; `rank` is its place in the list shown, and what people read.
    """

    number: int
    rank: int
    legs: tuple[ShownLeg, ...]
    drives: tuple[ShownDrive, ...]
    depart: datetime
    arrive: datetime
    depart_zone: ZoneInfo
    arrive_zone: ZoneInfo
    hours: str
    spread: str
    worst: str
    money: str
    money_known: bool
    co2e: int
    on_time: int
    strip: Strip
    stretches: frozenset[Key]
    chart: Chart | None
    after: tuple[ShownStep, ...]
    modes: str
    over: tuple[str, ...]
    law: str
    badge: str
    chance: str
    short_money: str
    stages: tuple[Stage, ...]
    total: str


@dataclass(frozen=True)
class ShownPlan:
    """The whole answer: itineraries, the scale of their strips, what is refused.

    `days`: words for the scale's ticks with how far along they are in a hundred; `modes`: those that are drawn.
    """

    itineraries: tuple[Shown, ...]
    scale: Scale
    more: str
    refused: tuple = ()
    days: tuple[tuple[float, str], ...] = ()
    modes: tuple[tuple[str, str], ...] = ()

    @property
    def has_cut(self) -> bool:
        """Whether a way takes longer than the scale is."""
        return any(one.strip.runs_on for one in self.itineraries)


def shape_plan(corridor: Corridor, plan: Plan, around: Surroundings, order: str = "sure") -> ShownPlan:
    """Return a plan in the order asked for (a key of `labels.SORTS`), lengths of all ways in one unit.

    An itinerary keeps its number, that by arrival, in every order: by it one is kept, compared, put into a calendar. What
    people read is its rank in the list before them, which begins with one.
    """
    key = _KEYS.get(order, _KEYS["arrival"])
    ordered = sorted(enumerate(plan.itineraries, 1), key=lambda numbered: key(numbered[1]))
    scale = find_scale(list(plan.itineraries))
    zone = plan.origin.place.zone
    more = ""
    if plan.more:
        more = ngettext(
            "%(count)d more is better in one thing and worse in another; it is not shown.",
            "%(count)d more are better in one thing and worse in another; they are not shown.",
            plan.more,
        ) % {"count": plan.more}
    badges = choose_badges(plan.itineraries)
    drawing = _Drawing(corridor, scale, max(one.hours.typical for one in plan.itineraries) >= DAYS_FROM)
    shown = tuple(
        _shown(
            drawing,
            (number, rank),
            one,
            list_what_stands_beside(corridor, plan, one, around),
            find_law_of_itinerary(corridor, plan, one, around),
            describe_badges(badges.get(number - 1, ())),
        )
        for rank, (number, one) in enumerate(ordered, 1)
    )
    language = get_language() or "en"
    days = tuple((x / 10, times.write_day(find_moment(minute, zone), language)) for x, minute in scale.ticks)
    used = {bar.mode for one in shown for bar in one.strip.bars}
    modes = tuple((key, str(words)) for key, words in MODES.items() if key in used)
    return ShownPlan(shown, scale, more, plan.refused, days, modes)


_KEYS = {
    "sure": rank_by_sure_arrival,
    "arrival": lambda one: (one.arrive, -one.depart),
    "hours": lambda one: one.hours.typical,
    "cost": lambda one: (one.cost.low is None, bool(one.cost.unknown), one.cost.low or 0),
    "co2e": lambda one: one.co2e_kg,
    "on_time": lambda one: -one.on_time,
}


@dataclass(frozen=True)
class _Drawing:
    """What all ways of a page are drawn with: the network, one time scale, one unit of lengths."""

    corridor: Corridor
    scale: Scale
    in_days: bool


def _shown(
    with_: _Drawing, number_and_rank: tuple[int, int], one: Itinerary, around: list[Beside], law: str, badge: str
) -> Shown:
    corridor, in_days = with_.corridor, with_.in_days
    first, last = one.legs[0].vehicle, one.legs[-1].vehicle
    zones = [corridor.places[code].zone for code in (first.origin, last.destination)]
    legs = shape_legs(corridor, one, around)
    modes = dict.fromkeys(str(MODES[leg.service.mode]) for leg in one.legs if leg.service.kind in {"line", "truck"})
    drives = shape_drives(one, legs)
    hours = round(one.hours.typical)
    number, rank = number_and_rank
    return Shown(
        number=number,
        rank=rank,
        legs=legs,
        drives=drives,
        depart=find_moment(one.depart, zones[0]),
        arrive=find_moment(one.arrive, zones[1]),
        depart_zone=ZoneInfo(zones[0]),
        arrive_zone=ZoneInfo(zones[1]),
        hours=write_length(one.hours.typical, in_days),
        spread=write_range(one.hours, in_days),
        worst=write_length(sum_hours_at_worst_borders(one), in_days),
        money=write_money(one.cost),
        money_known=one.cost.low is not None,
        co2e=round(one.co2e_kg),
        on_time=round(100 * one.on_time),
        strip=draw_strip(corridor, one, with_.scale),
        stretches=find_stretches_of_way(one),
        chart=make_chart_of_plan(corridor, list_planned_points(one)),
        after=tuple(shape_step(corridor, step) for step in last.after),
        modes=" + ".join(modes) or str(MODES["road"]),
        over=_over(corridor, one),
        law=law,
        badge=badge,
        chance=describe_chance(one),
        short_money=write_short_money(one.cost),
        stages=show_stages(corridor, one, drives),
        total=ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours},
    )


def _over(corridor: Corridor, one: Itinerary) -> tuple[str, ...]:
    """Return where the cargo comes into another country over land: what tells one way by road or rail from the next."""
    found = []
    for leg in one.legs:
        if leg.service.mode in ("road", "rail"):
            places = [corridor.places[code] for code in leg.called]
            crossed = zip(places, places[1:], strict=False)
            found += [place_name(after) for before, after in crossed if before.country != after.country]
    return tuple(found)
