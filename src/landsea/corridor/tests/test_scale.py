"""The one time scale of a plan's ways: fast ways stay long enough to be read beside a very slow one, which runs on."""

from types import SimpleNamespace

import pytest

from landsea.corridor.drawing import RUNS_ON, draw_strip, find_scale

DAY = 24 * 60
ZERO = 1_000 * DAY


def _way(days: float):
    """Return a way of one leg that takes so many days, nine of ten times too."""
    vehicle = SimpleNamespace(depart=ZERO, arrive=ZERO + round(days * DAY), origin="A", destination="B", before=())
    leg = SimpleNamespace(vehicle=vehicle, grade="published", service=SimpleNamespace(mode="sea", kind="line"))
    hours = SimpleNamespace(typical=24 * days, p90=24 * days)
    return SimpleNamespace(depart=ZERO, arrive=vehicle.arrive, hours=hours, legs=(leg,))


def _days(ways) -> float:
    scale = find_scale(ways)
    return (scale.last - scale.first) / DAY


@pytest.mark.parametrize(
    ("ends", "wide"),
    [
        ((5, 6, 7, 9, 30), 14),
        ((5, 6, 7, 9, 24), 24),
        ((5, 30), 10),
        ((20, 21, 25), 25),
        ((1, 20, 21, 25), 25),
    ],
)
def test_the_scale_ends_before_a_few_very_slow_ways(ends, wide):
    assert _days([_way(days) for days in ends]) == wide


def test_at_least_half_of_the_ways_are_on_it_as_a_whole():
    ends = (2, 3, 12, 13, 14, 40)
    wide = _days([_way(days) for days in ends])
    assert sum(days <= wide for days in ends) >= len(ends) / 2


def test_a_way_that_is_longer_is_cut_and_says_so(monkeypatch):
    monkeypatch.setattr("landsea.corridor.drawing.place_name", lambda place: place)
    ways = [_way(days) for days in (5, 6, 7, 9, 30)]
    corridor = SimpleNamespace(places={"A": "A", "B": "B"})
    strips = [draw_strip(corridor, one, find_scale(ways)) for one in ways]
    assert [strip.runs_on for strip in strips] == [False, False, False, False, True]
    assert strips[-1].bars[0].width == RUNS_ON and strips[-1].end == strips[-1].late == RUNS_ON
    assert strips[0].bars[0].width == pytest.approx(1000 * 5 / 14, abs=0.1)
