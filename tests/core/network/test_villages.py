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
    end = find_end(CORRIDOR, "Paingar").place
    assert (end.code, end.country) == ("CN~PAINGAR", "CN")
    assert find_towns("CN~PAINGAR")[0] == end == CORRIDOR.places[end.code]
    assert find_village("CN~CHANGZHOU") is None and list_villages("no such village") == []


def test_villages_of_one_name_are_asked_about() -> None:
    """Where the other end tells nothing."""
    assert len(list_villages("Shaxi")) > 1
    with pytest.raises(SeveralTowns):
        find_end(CORRIDOR, "Shaxi")


def test_nobody_asks_for_a_village_from_afar() -> None:
    """A name that a village alone has means something else there."""
    assert find_ends(CORRIDOR, "Lhasa", "Paingar")[1].place.code == "CN~PAINGAR"
    with pytest.raises(UnknownPlace):
        find_ends(CORRIDOR, "Jakarta", "Paingar")
