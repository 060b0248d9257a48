"""The planner behind the full gate of measures."""

from datetime import date
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.legality import GoodsWay, KnownMeasures, LegalRefusal
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanFault
from landsea_core.planner.network.rules_gate import Gates, RulesGate
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.rules import read_book as load_measures

from .test_planning import asked

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
GATE = RulesGate(load_measures(REFERENCE))
DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def planning() -> PlanningContext:
    """The real network with all measures."""
    found = PlanningContext(load_corridor(REFERENCE))
    found.gate = Gates((GATE, found.gate))
    return found


def way(hs: str, origin: str, transit: str = "", entry: str = "", modes: str = "") -> GoodsWay:
    """A way into China."""
    countries = frozenset(transit.split(",")) if transit else frozenset()
    used = frozenset(modes.split(",")) if modes else frozenset({entry} - {""})
    return GoodsWay(Cargo(hs=hs), origin, "CN", countries, used, DAY, entry)


@pytest.mark.parametrize(
    ("asked_way", "code"),
    [
        (way("081060", "MY", "TH,LA", "rail"), "M013"),
        (way("081060", "MY", "TH", modes="rail"), "M013"),
        (way("081060", "MY", entry="sea"), ""),
        (way("081060", "TH", "LA", "rail"), ""),
        (way("020312", "VN", entry="road"), "M133"),
        (way("870322", "TH", "LA", "rail"), ""),
        (way("", "MY", "TH", "rail"), ""),
    ],
)
def test_what_the_measures_say_of_a_way(asked_way: GoodsWay, code: str) -> None:
    """At the border all counts; before it, only what is said of carriage by land through others."""
    said = GATE.refusals(asked_way)
    assert (said[0].measure.split(" ")[0] if said else "") == code


def test_a_measure_is_told_once() -> None:
    """Two gates that know the same measure speak of it with one voice."""

    class Other:
        def refusals(self, _way: GoodsWay) -> list[LegalRefusal]:
            return [LegalRefusal("M013 by another name", "no", "x", "published")]

    assert len(Gates((GATE, Other(), KnownMeasures(()))).refusals(way("081060", "MY", "TH", "rail"))) == 1


def test_goods_nobody_admits_get_no_way(planning: PlanningContext) -> None:
    """Pork from Viet Nam: the ban is named."""
    with pytest.raises(PlanFault, match="M133"):
        plan(planning, asked("VNHAN", "CNCKG", cargo=Cargo(hs="020312")))


def test_goods_that_are_admitted_by_sea_only(planning: PlanningContext) -> None:
    """Malaysian durian goes by ship and by air, and the refused land way is shown."""
    found = plan(planning, asked("MYKUL", "CNCKG", cargo=Cargo(hs="081060", origin="MY", reefer=True)))
    places = planning.corridor.places
    for one in found.itineraries:
        crossing = {leg.service.mode for leg in one.legs if len({places[code].country for code in leg.called}) > 1}
        assert crossing <= {"sea", "air"}
    assert any(one.refusal.measure.startswith("M013") for one in found.refused)
