"""What told journeys teach of how far off a plan may be: kinds mixed with what all say, whole sources left out."""

import math
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.checks import check_rows
from landsea_core.planner.network.compared_journeys import ComparedJourney
from landsea_core.planner.network.kinds_of_way import find_kind_of_way
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.model import Spread
from landsea_core.planner.network.place_rows import Hours
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.row_files import read_all_rows
from landsea_core.planner.network.scatter import ANY, KindOfWay, find_reach, spread_by_reach
from landsea_core.planner.network.scatter_learning import (
    MIXED_AS,
    NEAREST,
    Lesson,
    choose_quantile,
    describe_reaches,
    find_quantile,
    learn_reaches,
    leave_sources_out,
    measure_width,
)
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.told_journeys import FILES, PEOPLES_FILE, read_told_journeys
from landsea_core.planner.network.told_sources import leave_source_out, list_sources
from landsea_core.planner.network.truth_tables import count_by_kind, count_journeys

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
CORRIDOR = load_corridor(REFERENCE)
TOLD = [one for name in (*FILES, PEOPLES_FILE) for one in read_told_journeys(REFERENCE / "network" / name)]
RAIL, SHIP = KindOfWay("rail", "through"), KindOfWay("sea", "switch")
READY = datetime(2027, 1, 11, tzinfo=UTC)


def lesson(name: str, source: str, told: float, planned: float, kind: KindOfWay = RAIL) -> Lesson:
    """A journey told as one number of hours."""
    return Lesson(name, frozenset({source}), kind, told, told, planned)


@pytest.mark.parametrize(("share", "value"), [(0.5, 2), (0.75, 3), (0.625, 2.5), (0.01, 1), (0.99, 3)])
def test_a_quantile_lies_between_neighbours(share: float, value: float) -> None:
    """And never beyond the values there are."""
    assert find_quantile([3, 1, 2], share) == pytest.approx(value)


def test_within_a_told_range_nothing_is_off() -> None:
    """Three to five days are told: four are right, and six are off by a fifth of five."""
    told = replace(lesson("one", "a", 72, 96), high=120)
    assert told.distance == 0
    assert replace(told, usual=144).distance == pytest.approx(math.log(1.2))


def test_few_journeys_of_a_kind_say_little_by_themselves() -> None:
    """One ship seven times as long as planned, among forty trains that keep their times, gets an interval between both."""
    trains = [lesson(f"t{number}", f"s{number}", 100, 100) for number in range(40)]
    ship = lesson("ship", "port", 700, 100, SHIP)
    reaches = learn_reaches([*trains, ship], 0.8)
    assert math.log(reaches[RAIL]) == pytest.approx(NEAREST)
    mode = math.log(7) / (1 + MIXED_AS)
    assert math.log(reaches[KindOfWay("sea", ANY)]) == pytest.approx(mode)
    assert mode < math.log(reaches[SHIP]) < math.log(7) / 2


def test_a_source_does_not_judge_itself() -> None:
    """Seven journeys of one source, all too long by far, are off by what others teach, not by what they say."""
    kept = [lesson(f"k{number}", f"s{number}", 100, 100) for number in range(10)]
    off = [lesson(f"o{number}", "one table", 180, 100) for number in range(7)]
    spans = leave_sources_out([*kept, *off], 0.8)
    assert all(one == spread_by_reach(100, math.exp(NEAREST)) for one in spans[10:])
    assert learn_reaches([*kept, *off], 0.8)[RAIL] > math.exp(NEAREST)


def test_where_nobody_else_tells_of_anything_an_interval_reaches_farthest() -> None:
    """A lone source teaches nothing about itself: its journeys get the widest hours there are."""
    [one] = leave_sources_out([lesson("only", "one table", 100, 100)], 0.8)
    assert (one.low, one.p90) == (pytest.approx(40), pytest.approx(250))


def test_the_median_interval_stays_as_narrow_as_promised() -> None:
    """Journeys from as told to half as long again: the largest share that fits is taken, seven of ten at least."""
    far = [lesson(f"n{number}", f"s{number}", 100 * 1.015**number, 100) for number in range(30)]
    assert measure_width(leave_sources_out(far, choose_quantile(far))) <= 2.2


def test_sources_are_told_by_their_addresses() -> None:
    """A note behind the address, and a full stop, are no part of it; without an address the words are the source."""
    assert list_sources("https://a.example/1; left at ten: https://b.example/2.") == {
        "https://a.example/1",
        "https://b.example/2",
    }
    assert list_sources(" Consul General ") == {"Consul General"}


def test_a_source_is_left_out_with_the_services_that_it_brought() -> None:
    """The train that Yinchuan's news told of goes with them; where a source brought none, the network is the same object."""
    train = CORRIDOR.services["R111"]
    without = leave_source_out(CORRIDOR, list_sources(train.fact.source))
    assert "R111" not in without.services and "R040" in without.services
    assert leave_source_out(CORRIDOR, frozenset({"https://nobody.example"})) is CORRIDOR


def quickest(origin: str, destination: str, *modes: str):
    """The way with the fewest hours."""
    question = PlanQuestion(origin, destination, READY, Cargo(), frozenset(modes))
    return min(plan(PlanningContext(CORRIDOR), question, most=200).itineraries, key=lambda one: one.hours.typical)


def test_the_kind_of_a_way_is_its_mode_and_its_least_sure_stop() -> None:
    """One train; a lorry over a border; a train and a ship."""
    assert find_kind_of_way(quickest("CNWJY", "LAVTS", "rail").legs) == RAIL
    assert find_kind_of_way(quickest("THBKC", "LAVTE", "road").legs).mode == "road"
    assert find_kind_of_way(quickest("CNTJC", "PHMNL", "rail", "sea").legs).stop == "switch"


def test_a_plan_reaches_as_far_as_its_kind_was_told() -> None:
    """Best and ninth-of-ten time lie around the usual one by the factor that was learnt."""
    way = quickest("CNWJY", "LAVTS", "rail")
    reach = find_reach(CORRIDOR.scatter, find_kind_of_way(way.legs))
    assert reach is not None and reach > 1
    assert way.hours == spread_by_reach(way.hours.typical, reach)


def test_what_trips_have_measured_counts_before_what_was_told() -> None:
    """Its own spread is used, as are the parts' where nothing was learnt."""
    usual = quickest("CNWJY", "LAVTS", "rail")
    service = usual.legs[0].service
    own = Spread("rail", service.fact.grade, 1.0, 0.97, 1.02, service.fact, trips=40)
    measured = replace(CORRIDOR, measured={service.id: own})
    question = PlanQuestion("CNWJY", "LAVTS", READY, Cargo(), frozenset({"rail"}))
    found = plan(PlanningContext(measured), question, most=200).itineraries
    ridden = next(one for one in found if one.legs[0].service.id == service.id)
    assert ridden.hours.p90 / ridden.hours.low < 1.1


def test_every_told_journey_has_taught() -> None:
    """A new row is compared first: `landsea network truth --new` says whether it lies outside, `learn` takes it in."""
    rows = read_all_rows(REFERENCE)
    (taught,) = [row["taught"] for _, row in rows["scatter.jsonl"] if "taught" in row]
    assert set(taught) == {one.id for one in TOLD}
    line, last = rows["journeys_fit.jsonl"][-1]
    more = [*rows["journeys_fit.jsonl"], (line + 1, {**last, "id": "F999"})]
    faults = check_rows(rows | {"journeys_fit.jsonl": more}).faults
    assert [fault for fault in faults if "F999" in fault and "truth --new" in fault]


def test_rows_name_what_lay_outside() -> None:
    """The first row holds the ids that taught and those outside; all rows say by how many journeys they stand."""
    near = [lesson(f"n{number}", f"s{number}", 100, 110) for number in range(20)]
    rows = describe_reaches([*near, lesson("far", "f", 500, 100)], 0.8, ["far", "unplanned"], date(2026, 11, 29))
    assert rows[0]["outside"] == ["far"] and rows[0]["taught"] == ["far", "unplanned"]
    assert [(row["mode"], row["stop"], row["journeys"]) for row in rows] == [
        ("any", "any", 21),
        ("rail", "any", 21),
        ("rail", "through", 21),
    ]


def test_journeys_are_counted_whole_and_by_kind() -> None:
    """One without a plan is neither inside nor near."""
    told = replace(TOLD[0], low=100, high=100)
    good = ComparedJourney(told, Hours(80, 100, 160), kind=RAIL)
    missed = ComparedJourney(told, Hours(120, 150, 240), kind=SHIP)
    none = ComparedJourney(told, None, "nothing calls there")
    whole = count_journeys([good, missed, none])
    assert whole == (3, 1, 1, 1, 2.0)
    found = count_by_kind([good, missed, none])
    assert found["rail"].inside == 1 and found["sea switch"].inside == 0 and "air" not in found
