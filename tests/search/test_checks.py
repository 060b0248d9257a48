"""Networks that would make a search wrong are named, row by row."""

from dataclasses import replace

import pytest
from tests.search.random_networks import random_network

from landsea_search import Boarding, Haulage, Line, Move, Network, Opening, RiskCurve, Stop, Transfer
from landsea_search.checks import find_faults

GOOD = Network((Stop("a"), Stop("b"), Stop("c")), (Line((Move(0, 1, 0, 9), Move(1, 2, 10, 20)), (0, 60)),))


def test_random_networks_are_in_order():
    assert not find_faults(GOOD)
    assert not any(find_faults(random_network(seed)) for seed in range(50))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"curves": (RiskCurve((3, 4)),)}, "curve 0: rises"),
        ({"curves": (RiskCurve(()),)}, "at least one value"),
        ({"stops": (*GOOD.stops[:2], Stop("c", -1))}, "stop 2 (c): the interchange time is negative"),
        ({"stops": (*GOOD.stops[:2], Stop("c", 1, Opening(((5, 2),))))}, "must be sorted, apart"),
        ({"lines": (Line((), (0,)),)}, "has no moves"),
        ({"lines": (replace(GOOD.lines[0], starts=(9, 9)),)}, "two runs at the same minute are one"),
        ({"lines": (Line((Move(0, 7, 0, 9),), (0,)),)}, "names a stop that is not there"),
        ({"lines": (Line((Move(0, 1, 5, 5),), (0,)),)}, "arrives 0 minutes after it departs"),
        ({"lines": (Line((Move(0, 1, 0, 5, -1),), (0,)),)}, "cost and CO2e must not be negative"),
        ({"lines": (Line((Move(0, 1, 0, 5, boarding=Boarding(-1)),), (0,)),)}, "must not be negative"),
        ({"lines": (Line((Move(0, 1, 0, 5, boarding=Boarding(curve=3)),), (0,)),)}, "risk curve that is not there"),
        ({"lines": (Line((Move(0, 1, 0, 5), Move(2, 0, 6, 9)), (0,)),)}, "departs from another stop"),
        ({"lines": (Line((Move(0, 1, 0, 5), Move(1, 0, 4, 9)), (0,)),)}, "departs before move 0 arrives"),
        ({"haulages": (Haulage(0, 0, 5),)}, "two stops of the network"),
        ({"haulages": (Haulage(0, 1, 0),)}, "the least is 1"),
        ({"transfers": (Transfer(0, 1, 5, -3),)}, "must not be negative"),
    ],
)
def test_a_fault_is_named(change, says):
    assert any(says in sentence for sentence in find_faults(replace(GOOD, **change)))
