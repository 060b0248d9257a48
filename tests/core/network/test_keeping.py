"""What has become of a kept way: the same, another, gone, back; earlier or later; dearer or cheaper."""

import pytest

from landsea_core.planner.network.keeping import News, as_it_is_now, is_unchanged, news


def way(*services: str, depart="2026-12-01T08:00+08:00", arrival="2026-12-02T08:00+08:00", low=None, high=None) -> dict:
    """A way by services, with its figures."""
    legs = [{"service": one} for one in services]
    return {"depart": depart, "arrival": arrival, "cost": {"low": low, "high": high}, "legs": legs}


CHOSEN = way("A", "B")


def test_the_chosen_way_is_found_among_those_offered_by_its_services_and_departure():
    """Not the next week's, and no other services."""
    near = way("A", "B", depart="2026-12-01T09:00+08:00")
    offered = [way("A"), way("A", "B", depart="2026-12-08T08:00+08:00"), near, way("B", "A")]
    assert as_it_is_now(CHOSEN, offered) is near
    assert as_it_is_now(CHOSEN, [way("A"), way("C")]) is None


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (CHOSEN, CHOSEN, News("same")),
        (CHOSEN, None, News("gone")),
        (None, None, News("same")),
        (None, CHOSEN, News("back")),
        (CHOSEN, way("C"), News("other")),
        (way("C"), CHOSEN, News("as_chosen")),
        (way("C"), way("D"), News("other")),
        (CHOSEN, way("A", "B", arrival="2026-12-02T09:30+08:00"), News("same", 90)),
        (CHOSEN, way("A", "B", arrival="2026-12-02T07:00+07:00"), News("same")),
        (CHOSEN, way("A", "B", low=10, high=12), News("same", cost=((None, None), (10, 12)))),
        (way("A", "B", low=10, high=12), CHOSEN, News("same", cost=((10, 12), (None, None)))),
    ],
)
def test_what_is_new(before, now, expected):
    """Moments are compared, not their clocks; a price that was not known is no zero."""
    found = news(CHOSEN, before, now)
    assert found == expected and found.is_any == (expected != News("same"))
    assert News.of(found.data()) == found


def test_what_nobody_is_told_of_is_no_change():
    """Only services, arrival and cost count."""
    assert is_unchanged(CHOSEN, {**way("A", "B"), "co2e_kg": 3, "depart": "2026-12-01T07:00+08:00"})
    assert not is_unchanged(CHOSEN, way("A", "B", arrival="2026-12-02T08:01+08:00"))
