"""Services there and back as one line of a list."""

from dataclasses import replace
from pathlib import Path

import pytest

from landsea_core.planner.network.directions import find_ends, group_by_countries, pair_directions
from landsea_core.planner.network.load import load_corridor


@pytest.fixture(scope="module")
def corridor():
    return load_corridor(Path(__file__).parents[3] / "data" / "reference")


def test_each_service_stands_in_one_pair(corridor):
    lines = [one for one in corridor.services.values() if (one.kind, one.mode) == ("line", "rail")]
    pairs = pair_directions(lines)
    assert sorted(one.id for pair in pairs for one in pair.services) == sorted(one.id for one in lines)
    assert len(pairs) < 0.6 * len(lines)


def test_a_pair_calls_at_the_same_places_turned_round(corridor):
    for pair in pair_directions(corridor.services.values()):
        if pair.back:
            assert [call.place for call in pair.back.calls] == [call.place for call in pair.there.calls][::-1]
            assert pair.back.mode == pair.there.mode


def test_of_three_the_third_stands_alone(corridor):
    there = next(one for one in corridor.services.values() if len(one.calls) == 2 and one.kind == "line")
    back = replace(there, id="back", calls=there.calls[::-1])
    pairs = pair_directions([there, back, replace(back, id="later")])
    assert [[one.id for one in pair.services] for pair in pairs] == [[there.id, "back"], ["later"]]


def test_those_across_a_border_come_first(corridor):
    lines = [one for one in corridor.services.values() if (one.kind, one.mode) == ("line", "rail")]
    ends = [find_ends(corridor, pair) for pair in group_by_countries(corridor, pair_directions(lines))]
    assert [len(one) for one in ends] == sorted((len(one) for one in ends), reverse=True)
    assert len(list(dict.fromkeys(ends))) == len(set(ends))
