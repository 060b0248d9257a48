"""What has become of a kept way: the same, another, gone, back; earlier or later; dearer or cheaper."""

import pytest

from landsea_core.planner.network.kept_ways import WayNews, find_as_offered_now, find_news, is_unchanged


def way(*services: str, depart="2026-12-01T08:00+08:00", arrival="2026-12-02T08:00+08:00", low=None, high=None) -> dict:
    """A way by services, with its figures."""
    legs = [{"service": one} for one in services]
    return {"depart": depart, "arrival": arrival, "cost": {"low": low, "high": high}, "legs": legs}


CHOSEN = way("A", "B")


def test_the_chosen_way_is_found_among_those_offered_by_its_services_and_departure():
    """Not the next week's, and no other services."""
    near = way("A", "B", depart="2026-12-01T09:00+08:00")
    offered = [way("A"), way("A", "B", depart="2026-12-08T08:00+08:00"), near, way("B", "A")]
    assert find_as_offered_now(CHOSEN, offered) is near
    assert find_as_offered_now(CHOSEN, [way("A"), way("C")]) is None


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (CHOSEN, CHOSEN, WayNews("same")),
        (CHOSEN, None, WayNews("gone")),
        (None, None, WayNews("same")),
        (None, CHOSEN, WayNews("back")),
        (CHOSEN, way("C"), WayNews("other")),
        (way("C"), CHOSEN, WayNews("as_chosen")),
        (way("C"), way("D"), WayNews("other")),
        (CHOSEN, way("A", "B", arrival="2026-12-02T09:30+08:00"), WayNews("same", 90)),
        (CHOSEN, way("A", "B", arrival="2026-12-02T07:00+07:00"), WayNews("same")),
        (CHOSEN, way("A", "B", low=10, high=12), WayNews("same", cost=((None, None), (10, 12)))),
        (way("A", "B", low=10, high=12), CHOSEN, WayNews("same", cost=((10, 12), (None, None)))),
    ],
)
def test_what_is_new(before, now, expected):
    """Moments are compared, not their clocks; a price that was not known is no zero."""
    found = find_news(CHOSEN, before, now)
    assert found == expected and found.is_any == (expected != WayNews("same"))
    assert WayNews.from_data(found.data()) == found


def test_what_nobody_is_told_of_is_no_change():
    """Only services, arrival and cost count."""
    assert is_unchanged(CHOSEN, {**way("A", "B"), "co2e_kg": 3, "depart": "2026-12-01T07:00+08:00"})
    assert not is_unchanged(CHOSEN, way("A", "B", arrival="2026-12-02T08:01+08:00"))
