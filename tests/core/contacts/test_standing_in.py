"""Leaves that overlap, and deputies in a circle."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsea_core.contacts import Absence, find_first_circle, find_first_overlap, is_covered


def away(person, first, last, stand_in=None):
    return Absence(person, date(2026, 3, first), date(2026, 3, last), stand_in)


def test_leaves_of_one_person_may_touch_but_not_overlap():
    others = [away("lan", 1, 5), away("minh", 8, 12)]
    assert find_first_overlap(away("lan", 6, 9), others) is None
    assert find_first_overlap(away("lan", 5, 9), others) == others[0]
    assert find_first_overlap(away("hoa", 1, 31), others) is None


def test_leave_ends_after_it_begins():
    away("lan", 5, 5)
    with pytest.raises(ValueError, match="on or after"):
        away("lan", 5, 4)


@pytest.mark.parametrize(
    ("wanted", "others", "circle"),
    [
        (away("a", 1, 9, "b"), [], ()),
        (away("a", 1, 9), [away("b", 1, 9, "a")], ()),
        (away("a", 1, 9, "a"), [], ("a",)),
        (away("a", 1, 9, "b"), [away("b", 5, 12, "a")], ("a", "b")),
        (away("a", 1, 9, "b"), [away("b", 10, 12, "a")], ()),
        (away("a", 1, 9, "b"), [away("b", 5, 12, "c"), away("c", 9, 20, "a")], ("a", "b", "c")),
        (away("a", 1, 9, "b"), [away("b", 1, 4, "c"), away("c", 5, 9, "a")], ()),  # never on one day
        (away("a", 1, 9, "b"), [away("b", 1, 9, "c"), away("c", 1, 9, "b")], ()),
    ],
)
def test_circles(wanted, others, circle):
    assert find_first_circle(wanted, others) == circle


days = st.integers(1, 28)
absences = st.builds(
    lambda person, one, other, stand_in: away(person, min(one, other), max(one, other), stand_in),
    st.sampled_from("abcd"),
    days,
    days,
    st.none() | st.sampled_from("abcd"),
)


@given(absences, st.lists(absences, max_size=8))
def test_a_circle_is_one(wanted, others):
    circle = find_first_circle(wanted, others)
    if circle:
        assert circle[0] == wanted.person and len(set(circle)) == len(circle)
        rows = [wanted, *others]
        for person, following in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert any(row.person == person and row.stand_in == following for row in rows)


@pytest.mark.parametrize(
    ("stand_in", "colleagues", "others", "covered"),
    [
        (None, [], [], False),
        (None, ["lan"], [], False),
        (None, ["lan", "minh"], [], True),
        (None, ["minh"], [away("minh", 9, 20)], False),
        (None, ["minh"], [away("minh", 10, 20)], True),
        ("hoa", [], [], True),
        ("hoa", ["minh"], [away("hoa", 1, 2), away("minh", 1, 31)], True),
        ("hoa", ["minh"], [away("hoa", 5, 5), away("minh", 1, 31)], False),
    ],
)
def test_somebody_is_there_on_every_day_of_a_leave_or_nobody_is(stand_in, colleagues, others, covered):
    assert is_covered(away("lan", 5, 9, stand_in), colleagues, others) is covered
