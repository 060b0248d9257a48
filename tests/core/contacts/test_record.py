"""A desk's record: what counts, medians, what is hidden, the colours."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsea_core.contacts import DeskFigures, HandledCase, LeagueColour, choose_colour, compute_figures, compute_record

DAY0 = datetime(2026, 3, 2, tzinfo=UTC)


def handled(answered=None, closed=None, *, late=False, lane="normal", outcome=""):
    """A case that arrived on day 0; `answered` and `closed` in days."""
    instants = [None if days is None else DAY0 + timedelta(days=days) for days in (answered, closed)]
    return HandledCase(lane, outcome, DAY0, *instants, late=late)


def test_what_counts():
    found = compute_figures(
        [
            handled(),  # still in time: says nothing
            handled(late=True),  # silence
            handled(4, late=True),  # answered, but late
            handled(2),
            handled(6, 10, outcome="fixed"),
        ]
    )
    assert (found.n, found.in_time, found.answered, found.closed) == (4, 2, 3, 1)
    assert (found.to_first_answer, found.to_outcome) == (timedelta(days=4), timedelta(days=10))


def test_the_middle_of_two_is_half_way():
    assert compute_figures([handled(1), handled(2)]).to_first_answer == timedelta(hours=36)


def test_nothing_is_nothing():
    assert compute_figures([]) == DeskFigures(0, 0, 0, 0, None, None)
    assert compute_record([]) == {("", ""): DeskFigures(0, 0, 0, 0, None, None)}


def test_under_ten_cases_nothing_is_shown():
    nine, ten = compute_figures([handled(1)] * 9), compute_figures([handled(1)] * 10)
    assert (nine.shown, nine.rate) == (False, None)
    assert (ten.shown, ten.rate) == (True, 1.0)


def test_by_lane_and_by_outcome():
    record = compute_record(
        [handled(1, 3, outcome="fixed"), handled(2, 4, outcome="workaround"), handled(lane="urgent", late=True)]
    )
    assert {key: figures.n for key, figures in record.items()} == {
        ("", ""): 3,
        ("normal", ""): 2,
        ("urgent", ""): 1,
        ("", "fixed"): 1,
        ("", "workaround"): 1,
    }


@pytest.mark.parametrize(
    ("in_time", "n", "colour"),
    [
        (90, 100, LeagueColour.GREEN),
        (89, 100, LeagueColour.OCHRE),
        (70, 100, LeagueColour.OCHRE),
        (69, 100, LeagueColour.RED),
        (9, 9, LeagueColour.NONE),
    ],
)
def test_three_colours(in_time, n, colour):
    assert choose_colour(DeskFigures(n, in_time, n, 0, timedelta(1), None)) is colour


cases = st.builds(
    lambda answered, more, late, lane: handled(
        answered, None if answered is None or more is None else answered + more, late=late, lane=lane
    ),
    st.none() | st.floats(0, 60),
    st.none() | st.floats(0, 60),
    st.booleans(),
    st.sampled_from(["normal", "urgent"]),
)


@given(st.lists(cases, max_size=40))
def test_lanes_add_up_and_a_late_answer_never_improves_the_rate(rows):
    record = compute_record(rows)
    whole = record["", ""]
    assert sum(figures.n for (lane, _outcome), figures in record.items() if lane) == whole.n
    assert 0 <= whole.in_time <= whole.answered <= whole.n
    worse = compute_figures([*rows, handled(late=True)])
    assert worse.in_time == whole.in_time and worse.n == whole.n + 1
