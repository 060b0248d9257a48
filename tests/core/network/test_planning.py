"""Planning on the real network: what always holds of an answer, and what bad questions are told."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.breadth import all_or

from landsea_core.planner.network.building import Carriage
from landsea_core.planner.network.cargo import Cargo, CargoFault
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.model import HOP, MODES
from landsea_core.planner.network.place_names import find_place
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanFault, PlanQuestion
from landsea_core.planner.network.report import SUREST_SAID, describe_plan
from landsea_core.planner.network.searching import PlanningContext, Search
from landsea_core.planner.network.unknown_place import UnknownPlace
from landsea_search import (
    Journey,
    Network,
    Planner,
    Query,
    TooManyLabels,
    load_compiled,
    make_planner,
    make_planner_at_once,
)

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
PLANNING = PlanningContext(load_corridor(REFERENCE))
READY = datetime(2026, 12, 1, 8, tzinfo=UTC)
SERVED = sorted({call.place for service in PLANNING.corridor.services.values() for call in service.calls})


def asked(origin="CNCKG", destination="SGSIN", ready=READY, modes=MODES, cargo=None, latest=None) -> PlanQuestion:
    """A question with what a test does not care about filled in."""
    return PlanQuestion(origin, destination, ready, cargo or Cargo(), frozenset(modes), latest)


@settings(max_examples=all_or(25, 10), deadline=None)
@given(st.sampled_from(SERVED), st.sampled_from(SERVED), st.integers(0, 240))
def test_every_answer_hangs_together(origin: str, destination: str, later: int) -> None:
    """Legs follow each other in place and time, hours are in order, arrivals are sorted, nothing unknown costs nothing."""
    ready = READY + timedelta(hours=later)
    try:
        found = plan(PLANNING, asked(origin, destination, ready))
    except PlanFault:
        return
    data = describe_plan(PLANNING.corridor, found)
    arrivals = [one["arrival"] for one in data["itineraries"]]
    assert arrivals == sorted(arrivals, key=datetime.fromisoformat)
    for one in data["itineraries"]:
        assert 0 < one["hours"]["low"] <= one["hours"]["typical"] <= one["hours"]["p90"]
        assert 0 <= one["on_time"] <= SUREST_SAID
        assert (one["cost"]["low"] is None) <= one["cost"]["unknown"]
        legs = one["legs"]
        assert datetime.fromisoformat(legs[0]["depart"]) >= ready
        for before, after in zip(legs, legs[1:], strict=False):
            assert before["to"] == after["from"]
            assert datetime.fromisoformat(before["arrive"]) <= datetime.fromisoformat(after["depart"])


def test_later_cargo_never_arrives_earlier() -> None:
    """The first arrival never moves forward when the cargo is ready later."""
    first = [plan(PLANNING, asked(ready=READY + timedelta(hours=12 * n))).itineraries[0].arrive for n in range(6)]
    assert first == sorted(first)


def test_cargo_is_loaded_on_wagons_that_hop_over_a_border_and_unloaded_behind_it() -> None:
    """A lorry passes a border with its load; wagons do not: no way is quicker by a hop of wagons between two lorries."""
    ends = (find_place(PLANNING.corridor, "CNCKG"), find_place(PLANNING.corridor, "THBKK"))
    search = Search(PLANNING, asked(), Cargo(teu=1), *ends)
    network = search.compile(Cargo(teu=1), frozenset(MODES), PLANNING.closings, search.forbid_nothing)
    hops = [one for one in network.haulages if isinstance(one, Carriage) and one.service.kind == HOP]
    handled = {one.service.mode: {step.what for step in one.operations} & {"hand in", "unload"} for one in hops}
    assert handled == {"road": set(), "rail": {"hand in", "unload"}}


def test_only_the_modes_asked_for() -> None:
    """By rail and sea means by nothing else, but for local haulage and border hops."""
    found = plan(PLANNING, asked(modes={"rail", "sea"}))
    for one in found.itineraries:
        for leg in one.legs:
            assert leg.service.mode in {"rail", "sea"} or leg.service.kind in {"haul", "hop"}


def test_what_a_measure_forbids_is_never_offered() -> None:
    """Fresh Malaysian durian crosses no border by land, and the measure is named with its source."""
    found = plan(PLANNING, asked("MYKUL", "CNCKG", cargo=Cargo(hs="081060", origin="MY", reefer=True)))
    places = PLANNING.corridor.places
    for one in found.itineraries:
        for leg in one.legs:
            countries = {places[code].country for code in leg.called}
            assert len(countries) == 1 or leg.service.mode in {"sea", "air"}
    assert [one.refusal.measure[:4] for one in found.refused] == ["M013"]
    assert found.refused[0].example is not None


@pytest.mark.parametrize(
    ("said", "code"),
    [("Chongqing", "CNCKG"), ("重庆", "CNCKG"), ("hải phòng", "VNHPC"), ("ວຽງຈັນ", "LAVTE"), ("กรุงเทพ", "THBKC")]
    + [("cntjc", "CNTJC"), ("Singapore", "SGSGC"), ("  Kunming ", "CNKMG"), ("Thanaleng", "LATDP")]
    + [("Xian", "CNSIA"), ("Xi’an", "CNSIA"), ("Nansha", "CNNSA"), ("Guoyuan", "CNGYP"), ("MICT", "PHMNL")],
)
def test_places_have_names_in_all_languages(said: str, code: str) -> None:
    """Codes in any case, names in any language, with or without marks."""
    assert find_place(PLANNING.corridor, said).place.code == code


def test_an_unknown_place_gets_the_nearest_names() -> None:
    """A slip of the pen is answered with what was probably meant; a word that many names hold is no name."""
    with pytest.raises(UnknownPlace) as said:
        plan(PLANNING, asked("Chonqing"))
    assert any(place.name == "Chongqing" for place in said.value.nearest)
    with pytest.raises(UnknownPlace):
        find_place(PLANNING.corridor, "railway")


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (asked("CNCKG", "CNTJC"), "same_place"),
        (asked(ready=datetime(2019, 1, 1, tzinfo=UTC)), "outside_timetable"),
        (asked(ready=datetime(2025, 12, 31, tzinfo=UTC)), "outside_timetable"),
        (asked(ready=datetime(9999, 12, 30, tzinfo=UTC)), "outside_timetable"),
        (asked(ready=datetime.max.replace(tzinfo=UTC)), "outside_timetable"),
        (asked(latest=datetime.max.replace(tzinfo=UTC)), "outside_timetable"),
        (asked(modes={"zeppelin"}), "modes"),
        (asked(latest=READY + timedelta(hours=2)), "too_early"),
        (asked(cargo=Cargo(dangerous="1.1", teu=1)), "nobody_takes_it"),
        (asked("MYPKG", "CNTJC", modes={"rail"}, cargo=Cargo(hs="081060", origin="MY")), "no_legal_route"),
    ],
)
def test_bad_questions_are_told_what_to_change(question: PlanQuestion, code: str) -> None:
    """Each has its kind and a sentence."""
    with pytest.raises(PlanFault) as said:
        plan(PLANNING, question)
    assert said.value.code == code
    assert str(said.value).endswith((".", ")", "check.")) and " " in str(said.value)


def test_the_past_is_past() -> None:
    """A time before now is refused, with the span that is known."""
    with pytest.raises(PlanFault, match="2027-12-31"):
        plan(PLANNING, asked(), now=READY + timedelta(days=3))


@pytest.mark.parametrize(
    "cargo",
    [Cargo(kg=0), Cargo(kg=-1), Cargo(teu=0), Cargo(teu=1e9), Cargo(kg=1e15), Cargo(kg=float("nan"))]
    + [Cargo(teu=1, kg=60_000), Cargo(dangerous="12"), Cargo(hs="durian")],
)
def test_absurd_cargo_is_refused(cargo: Cargo) -> None:
    """Zero, negative, endless and impossible loads are told apart from real ones."""
    with pytest.raises(CargoFault):
        plan(PLANNING, asked(cargo=cargo))


CITIES = sorted({PLANNING.corridor.places[code].within or code for code in SERVED})
CARGOES = (Cargo(teu=1), Cargo(teu=2, reefer=True), Cargo(kg=12_000), Cargo(teu=1, dangerous="3"), Cargo(kg=500))


class Noted:
    """An engine that notes the values of all fronts that it is asked for."""

    def __init__(self, engine: Planner) -> None:
        self.engine, self.fronts = engine, []

    def find_journeys(self, query: Query) -> list[Journey]:
        """Ask the engine, and note the values."""
        found = self.engine.find_journeys(query)
        self.fronts.append([journey.values for journey in found])
        return found


def offered(make: Callable[[Network], Planner], question: PlanQuestion) -> tuple[dict[tuple, tuple], list] | str:
    """Times, figures and probability of each way by its vehicles, and the fronts of the engine that they come from; or why
    there is none.
    """
    engines: list[Noted] = []
    planning = PlanningContext(
        PLANNING.corridor, engine=lambda network: engines.append(Noted(make(network))) or engines[-1]
    )
    try:
        found = plan(planning, question, most=9999).itineraries
    except PlanFault as fault:
        return fault.code
    ways = {
        tuple((leg.service.id, leg.vehicle.depart) for leg in one.legs): (
            one.arrive,
            one.hours,
            round(one.co2e_kg),
            round(one.on_time, 6),
        )
        for one in found
    }
    return ways, [engine.fronts for engine in engines]


@pytest.mark.parametrize("number", range(0, 50, all_or(1, 2)))
def test_both_engines_give_the_same_plan(number: int) -> None:
    """The compiled search and the one in plain Python: fifty questions to the real network.

    Of ways that are equal in all that engines compare, each keeps the first it meets: the fronts are equal to the last number,
    risk among them, while the way that stands for a vector of them may be another, with a departure and a probability of
    its own.
    """
    pytest.importorskip("numba")
    chance = Random(number)
    ends, ready = chance.sample(CITIES, 2), READY + timedelta(hours=chance.randrange(2000))
    question = asked(*ends, ready, cargo=CARGOES[number % 5], latest=ready + timedelta(days=12))
    compiled, other = (offered(engine, question) for engine in (compiled_planner, plain))
    if isinstance(compiled, str) or isinstance(other, str):
        assert compiled == other
        return
    (ways, fronts), (others, other_fronts) = compiled, other
    assert fronts == other_fronts
    both = ways.keys() & others.keys()
    assert {way: ways[way] for way in both} == {way: others[way] for way in both}
    assert len(both) >= 0.9 * max(len(ways), len(others))


def test_a_hard_question_is_handed_to_the_compiled_engine() -> None:
    """Halfway through the search, without a trace in the answer; an easy one is answered in plain Python."""
    pytest.importorskip("numba")
    question = asked("CNCKG", "SGSIN", cargo=Cargo(teu=1))
    prepared: list[Planner] = []

    load_compiled()
    answers = []
    for enough in (10_000_000, 50):

        def engine(network: Network, enough: int = enough) -> Planner:
            prepared.append(make_planner_at_once(network, enough_labels=enough))
            return prepared[-1]

        answers.append(offered(engine, question))
    assert answers[0] == answers[1]
    assert [type(one.engine).__name__ for one in prepared] == ["PlainPlanner", "CompiledPlanner"]


def compiled_planner(network: Network) -> Planner:
    """The compiled search, which is compiled first where that was not done."""
    return make_planner(network, compiled=True)


def plain(network: Network) -> Planner:
    """The search in plain Python, however long it takes."""
    return make_planner(network, compiled=False)


def test_a_question_without_room_is_a_fault_with_a_sentence():
    class Small:
        def __init__(self, network):
            pass

        def find_journeys(self, query):
            raise TooManyLabels(7)

    with pytest.raises(PlanFault, match="more ways to compare than there is room for") as fault:
        plan(PlanningContext(PLANNING.corridor, engine=Small), asked())
    assert fault.value.code == "too_much"
