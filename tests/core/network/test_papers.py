"""Which papers stand at which leg: the destination's at its border, exports' where they leave, the vehicle's by its mode."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tests.coming_days import coming_tuesday

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.papers import judge_itinerary, list_papers
from landsea_core.planner.network.plan_text import write_plan
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.report import describe_plan
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.rules import read_book as load_measures

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
PLANNING = PlanningContext(load_corridor(REFERENCE))
BOOK = load_measures(REFERENCE)
READY = datetime(2026, 12, 1, 8, tzinfo=UTC)


def asked_for(origin: str, destination: str, hs: str, modes: str) -> list[tuple[str, str, set[str]]]:
    """Each leg of the first itinerary: its two countries, and the codes of the measures that ask for papers there."""
    question = PlanQuestion(origin, destination, READY, Cargo(teu=1, hs=hs), frozenset(modes.split()))
    found = plan(PLANNING, question)
    one, places = found.itineraries[0], PLANNING.corridor.places
    return [
        (places[leg.called[0]].country, places[leg.called[-1]].country, {paper.measure.code for paper in needed})
        for leg, needed in zip(one.legs, list_papers(BOOK, PLANNING.corridor, found, one), strict=True)
    ]


def test_papers_stand_where_they_are_looked_at() -> None:
    """Durian from Thailand by road: Thai export papers at the Thai border, those of China where China is entered."""
    legs = asked_for("THBKK", "CNCKG", "081060", "road rail")
    leaving = [codes for left, entered, codes in legs if left == "TH" and entered != "TH"]
    entering = [codes for left, entered, codes in legs if left != "CN" and entered == "CN"]
    assert "M388" in leaving[0]
    assert {"M011", "M010", "M431"} <= entering[-1]
    within = [codes for left, entered, codes in legs if left == entered]
    assert not any(codes & {"M011", "M388", "M431"} for codes in within)


def test_a_rule_about_a_place_counts_on_ways_through_it_alone() -> None:
    """Fruit inspection at Mohan's railway port is asked for by rail through Mohan, and not at Friendship Pass."""
    by_rail = set().union(*(codes for *_, codes in asked_for("LAVTS", "CNWJY", "080390", "rail")))
    by_road = set().union(*(codes for *_, codes in asked_for("VNHAN", "CNNNG", "080390", "road")))
    assert "M113" in by_rail and "M113" not in by_road
    assert "M118" in by_road and "M118" not in by_rail, "axle loads in Viet Nam concern lorries there"


def test_goods_must_be_named_and_a_border_crossed() -> None:
    """Without goods, and inside a country, nothing is asked for at borders."""
    assert not any(codes for *_, codes in asked_for("LAVTS", "CNWJY", "", "rail"))
    assert not any(codes for *_, codes in asked_for("CNCKG", "CNNNG", "080390", "rail"))


def test_the_command_names_them_with_their_measure() -> None:
    """As other programs read it: on each leg, with source and grade."""
    command = [sys.executable, "-m", "landsea", "plan", "Vientiane", "Kunming", "--ready", f"{coming_tuesday()}T08:00"]
    done = subprocess.run([*command, "--hs", "080390", "--json"], capture_output=True, text=True, check=True)
    legs = [leg for one in json.loads(done.stdout)["itineraries"] for leg in one["legs"]]
    documents = [paper for leg in legs for paper in leg["documents"]]
    assert any(paper["measure"] == "M211" and "Phytosanitary" in paper["what"] for paper in documents)
    assert all(paper["source"] and paper["grade"] for paper in documents)


def test_a_way_says_how_sure_the_law_is_of_its_goods() -> None:
    """Refrigerators that a general row lets in are no permission; durian admitted by name may come in, and what nobody looked
    at on its way is named; no goods, no verdict.
    """
    said = {}
    for hs in ("841810", "081060", ""):
        origin = "TH" if hs == "081060" else "CN"
        question = PlanQuestion("CNNNG", "VNHAN", READY, Cargo(teu=1, hs=hs, origin=origin), frozenset({"road"}))
        if origin == "TH":
            question = PlanQuestion("THBKK", "CNCKG", READY, Cargo(teu=1, hs=hs), frozenset({"road", "rail"}))
        found = plan(PLANNING, question)
        judge = partial(judge_itinerary, BOOK, PLANNING.corridor)
        said[hs] = describe_plan(PLANNING.corridor, found, judge=judge)["itineraries"][0]["law"]
        assert ("law: " in write_plan(PLANNING.corridor, found, judge=judge)) is bool(hs)
    assert said["841810"]["basis"] == "general" and "conformity_labelling" in said["841810"]["not_looked_at"]
    durian = said["081060"]
    assert (durian["verdict"], durian["basis"], durian["by_condition"]) == ("allowed_with", "named", {})
    assert set(durian["not_looked_at"]) <= {"leaving_origin", "passing_through"}
    assert said[""] is None
