"""Villages are found where no town, landing or airport has a name, the one at the other end first."""

from pathlib import Path

import pytest

from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.place_names import find_end, find_ends
from landsea_core.planner.network.towns import find_towns
from landsea_core.planner.network.unknown_place import SeveralTowns, UnknownPlace
from landsea_core.planner.network.villages import find_village, list_villages

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")


def test_a_village_is_found_by_its_name_and_its_code() -> None:
    """And stands in the places of a corridor by its code, as towns do."""
    end = find_end(CORRIDOR, "Gyantse").place
    assert (end.code, end.country) == ("CN~JIANGZI", "CN")
    assert find_towns("CN~JIANGZI")[0] == end == CORRIDOR.places[end.code]
    assert find_village("CN~CHANGZHOU") is None and list_villages("Changzhou") == []


def test_of_several_villages_the_one_at_the_other_end_is_meant() -> None:
    """Without it they are asked about."""
    [several] = [one for one in ("Pailou",) if len(list_villages(one)) > 1]
    with pytest.raises(SeveralTowns):
        find_end(CORRIDOR, several)


def test_nobody_asks_for_a_village_from_afar() -> None:
    """A name that a village alone has means something else there."""
    assert find_ends(CORRIDOR, "Lhasa", "Gyantse")[1].place.code == "CN~JIANGZI"
    with pytest.raises(UnknownPlace):
        find_ends(CORRIDOR, "Jakarta", "Gyantse")
