"""Told journeys are asked about as they were told: what was closed only later stands open; prices by four units."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.checks import check_network
from landsea_core.planner.network.compared_journeys import ASKED_FROM, ContextsByClosures
from landsea_core.planner.network.cost_rows import Price
from landsea_core.planner.network.costs import CostsAndEmissions
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.planning import plan, plan_on_days
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.row_checks import find_row_faults
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.told_journeys import FILES, read_told_journeys

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
CORRIDOR = load_corridor(REFERENCE)
FITTED, HELD_OUT = ([*read_told_journeys(REFERENCE / "network" / name)] for name in FILES)
LORRY = "L153"
"""A lorry on call within Thailand."""


def test_no_journey_is_in_both_files() -> None:
    """What judges has not taught: no id and no claim stands twice."""
    both = [*FITTED, *HELD_OUT]
    claims = {(one.origin, one.destination, one.modes, one.low, one.high, one.source) for one in both}
    assert len({one.id for one in both}) == len(claims) == len(both)


@pytest.mark.parametrize(
    ("told_of", "open_then"), [("2015", True), ("2023-10", True), ("2026-01-01", False), ("", False)]
)
def test_a_post_stands_open_for_what_was_told_before_it_closed(told_of: str, open_then: bool) -> None:
    """Ruili and Muse closed on 27 October 2023; without a date nobody knows, so they stay closed."""
    plannings = ContextsByClosures(PlanningContext(CORRIDOR))
    planning = plannings.choose_for(replace(FITTED[0], date=told_of))
    assert (planning.closings.find_closure("MMMUS", date(2027, 1, 11)) is None) == open_then
    assert plannings.choose_for(replace(FITTED[1], date=told_of)) is planning


def test_a_holiday_holds_whenever_a_journey_was_told() -> None:
    """Only posts that were closed open again: the feast of the year asked about is no news of then."""
    planning = ContextsByClosures(PlanningContext(CORRIDOR)).choose_for(replace(FITTED[0], date="2015"))
    assert planning.closings.find_closure("VNHNI", date(2027, 2, 6)) is not None


def test_days_planned_together_are_as_quick_as_planned_alone() -> None:
    """What is searched once for all days is what a question about each day finds."""
    planning = PlanningContext(CORRIDOR)
    question = PlanQuestion("CNKMG", "LAVTE", ASKED_FROM, Cargo(), frozenset({"rail"}))
    together = plan_on_days(planning, question, 2)
    for day, ways in enumerate(together):
        alone = plan(planning, replace(question, ready=ASKED_FROM + timedelta(days=day)), most=200)
        assert min(one.hours.typical for one in ways) == min(one.hours.typical for one in alone.itineraries)


@pytest.mark.parametrize(
    ("unit", "cargo", "times"),
    [
        ("TEU", Cargo(teu=3), 3),
        ("shipment", Cargo(teu=3), 1),
        ("kg", Cargo(kg=500), 500),
        ("lorry-km", Cargo(teu=3), 2 * CORRIDOR.services[LORRY].km),
        ("lorry-km", Cargo(kg=500), CORRIDOR.services[LORRY].km),
    ],
)
def test_a_price_counts_as_often_as_its_unit_says(unit: str, cargo: Cargo, times: float) -> None:
    """Half the way costs half; three containers of 20 feet need two lorries."""
    price = Price("C0", (LORRY,), 2, 3, "USD", unit, "2026", "2026-12", CORRIDOR.prices[0].fact)
    figures = CostsAndEmissions(replace(CORRIDOR, prices=(price,)), cargo)
    assert figures.known_cost_usd(LORRY, 0.5) == pytest.approx((times, 1.5 * times))


def test_a_price_has_a_known_unit() -> None:
    """Another word would be taken for a shipment."""
    row = {"low": 1, "high": 2, "currency": "USD", "unit": "tonne", "from": "2026", "until": "2026-12"}
    assert [fault.key for fault in find_row_faults("prices.jsonl", row, {})] == ["unit"]


def test_a_rate_prices_no_short_haul() -> None:
    """Rates a kilometre were measured over hundreds of them; an hour's haul has its own price, which is not known."""
    rated = {name for price in CORRIDOR.prices if price.unit == "lorry-km" for name in price.services}
    assert rated
    assert all(CORRIDOR.services[name].km > 200 for name in rated)


def test_the_check_counts_what_has_a_price() -> None:
    """Of each mode: how many services are offered, and how many of those have a price."""
    counts = check_network(REFERENCE).counts
    offered, priced = counts["services offered by mode"], counts["services with a price by mode"]
    assert offered.keys() == priced.keys()
    assert 0 < sum(priced.values()) < sum(offered.values())
