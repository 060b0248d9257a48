"""The compiled search's own parts: words, room that grows, numbers too great for a word, the risk curve."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor as Executor
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numba import njit
from tests.search.listing import begins as first_minute
from tests.search.listing import replayed
from tests.search.random_networks import Opening, random_network, random_query

from landsea_search import Line, Move, Network, Query, Stop, TooManyLabels
from landsea_search.answering.planner import CompiledPlanner
from landsea_search.compiled.borrowing import borrow_arrays
from landsea_search.compiled.comparing import find_no_worse, has_other_no_worse
from landsea_search.compiled.openings import NEVER_OPEN, find_beginning
from landsea_search.compiled.packing import Layout
from landsea_search.compiled.room import enlarge_room, make_room
from landsea_search.compiled.room_columns import MORE_JOURNEYS, MORE_LABELS, MORE_WORDS
from landsea_search.plain.planner import PlainPlanner
from landsea_search.risk import make_exponential_curve

LAYOUT = Layout.fit(2 * 28_800, True)
FIELDS = st.tuples(
    st.integers(0, LAYOUT.time_mask),
    st.integers(0, LAYOUT.most),
    st.integers(0, LAYOUT.most),
    st.integers(0, 4095),
)


def word(fields) -> int:
    time, cost, co2, risk = fields
    packed = LAYOUT.pack(np.array([cost]), np.array([co2]))
    return int(packed[0]) + time + (risk << LAYOUT.risk_shift)


@settings(deadline=None)  # the first call may compile
@given(FIELDS)
def test_a_word_gives_back_what_was_put_in(fields):
    assert tuple(int(column[0]) for column in LAYOUT.unpack(np.array([word(fields)]))) == fields
    assert word(fields) & LAYOUT.guards == 0


@settings(deadline=None)  # the first call may compile
@given(FIELDS, FIELDS)
def test_words_compare_as_their_fields_do(mine, others):
    expected = all(other <= own for other, own in zip(others, mine, strict=True))
    words = np.array([word(others)])
    assert (find_no_worse(words, 0, 1, word(mine), LAYOUT.guards) == 0) is expected
    own = word(mine)
    assert has_other_no_worse(words, 0, 1, own, own, LAYOUT.guards) is (expected and mine != others)


def test_a_layout_gives_every_field_its_place():
    for minutes in (1, 420, 28_800, 200_000):
        for with_risk in (False, True):
            layout = Layout.fit(minutes, with_risk)
            assert layout.guards < 1 << 63 and layout.time_mask >= minutes and layout.most > 10_000


def test_room_that_is_too_small_grows_and_the_front_stays():
    network = random_network(4, stops=12)
    for seed in range(20):
        query = random_query(seed, network, 4)
        planner = CompiledPlanner(network)
        expected = planner.find_journeys(query)
        fitted, *_ = planner.fitted.values()
        small = make_room(planner.arrays.tables, len(fitted.room.queue), labels=2, words=8, journeys=1)
        fitted.room = small
        assert [journey.values for journey in expected] == PlainPlanner(network).find_front(query)
        found = planner.find_journeys(query)
        assert [replayed(network, query, journey) for journey in found] == [journey.values for journey in expected]
    assert [len(enlarge_room(small, lacking).labels) for lacking in (MORE_LABELS, MORE_WORDS, MORE_JOURNEYS)] == [
        4,
        2,
        2,
    ]


@pytest.mark.parametrize(("with_rows", "too_many"), [(False, 1 << 40), (True, 1 << 40), (True, 1), (True, 40)])
def test_a_rough_search_and_rows_of_what_lies_ahead_change_no_front(monkeypatch, with_rows, too_many):
    """Rows are made after the rough search at once, or when the exact one is given up after some labels."""
    monkeypatch.setattr("landsea_search.answering.stages.ENOUGH_LABELS", 1)
    at_once = with_rows and too_many == 1 << 40
    monkeypatch.setattr("landsea_search.answering.stages.MANY_LABELS", -1 if at_once else 1 << 40)
    monkeypatch.setattr("landsea_search.answering.stages.TOO_MANY_LABELS", too_many)
    # Small rooms grow, in each half of a search with rows too; large ones are cleared page by page for each planner.
    small = partial(make_room, labels=64, words=256, journeys=4)
    monkeypatch.setattr("landsea_search.answering.fitted.make_room", small)
    for seed in range(400 if with_rows else 200):
        network = random_network(seed)
        if with_rows:  # none are made where there are haulages
            network = replace(network, haulages=())
        for criteria in (3, 4):
            query = random_query(seed, network, criteria)
            journeys = CompiledPlanner(network).find_journeys(query)
            assert [journey.values for journey in journeys] == PlainPlanner(network).find_front(query)
            assert [replayed(network, query, journey) for journey in journeys] == [j.values for j in journeys]


def test_a_network_with_haulages_is_searched_in_one_thread(monkeypatch):
    """As the real one is: the web server's processes start no threads for a plan."""
    monkeypatch.setattr("landsea_search.answering.stages.ENOUGH_LABELS", 1)
    monkeypatch.setattr("landsea_search.answering.stages.MANY_LABELS", -1)
    started = []
    monkeypatch.setattr(
        "landsea_search.lookahead.halves.ThreadPoolExecutor",
        lambda count: started.append(count) or Executor(count),
    )
    for seed in range(20):
        network = random_network(seed)
        CompiledPlanner(network).find_front(random_query(seed, network, 4))
        assert not (network.haulages and started)
        started.clear()
    CompiledPlanner(replace(network, haulages=())).find_front(random_query(seed, network, 4))
    assert started == [1]


def test_more_labels_than_allowed_is_said_and_the_next_query_is_answered(monkeypatch):
    monkeypatch.setattr("landsea_search.answering.fitted.make_room", partial(make_room, labels=4))
    network = random_network(4, stops=12)
    planner, given_up = CompiledPlanner(network, most_labels=4), 0
    for seed in range(40):
        query = random_query(seed, network, 4)
        try:
            assert planner.find_front(query) == PlainPlanner(network).find_front(query)
        except TooManyLabels as problem:
            given_up += 1
            assert str(problem).startswith("this question has more ways to compare than there is room for (4); ask for")
    assert 0 < given_up < 40


def test_room_that_one_query_needed_is_given_back(monkeypatch):
    monkeypatch.setattr("landsea_search.answering.fitted.make_room", partial(make_room, labels=4))
    monkeypatch.setattr("landsea_search.answering.fitted.KEPT_LABELS", 8)
    network = random_network(4, stops=12)
    planner = CompiledPlanner(network)
    for seed in range(40):
        query = random_query(seed, network, 4)
        journeys = planner.find_journeys(query)
        assert [replayed(network, query, journey) for journey in journeys] == PlainPlanner(network).find_front(query)
        assert all(len(fitted.room.labels) <= 8 for fitted in planner.fitted.values())


def test_what_is_too_much_for_a_word_is_searched_in_plain_python():
    for cost, last in ((1 << 15, 1 << 15), (1 << 30, 1), (10_000, 20_000)):  # too much together, alone, at the very end
        costs = (cost, cost, last)
        moves = tuple(Move(n, n + 1, 10 * n, 10 * n + 10, more, more) for n, more in enumerate(costs))
        network = Network(tuple(Stop(str(n)) for n in range(4)), (Line(moves, (0,)),))
        assert CompiledPlanner(network).find_front(Query(0, 3, 0, 40_000, 4)) == [(30, sum(costs), sum(costs), 0)]


def test_plain_python_gives_up_too_and_the_room_is_given_back(monkeypatch):
    monkeypatch.setattr("landsea_search.answering.planner.MOST_PLAIN_LABELS", 0)
    monkeypatch.setattr("landsea_search.answering.fitted.KEPT_LABELS", 2)
    moves = tuple(Move(n, n + 1, 10 * n, 10 * n + 10, 1 << 14, 1) for n in range(5))
    planner = CompiledPlanner(Network(tuple(Stop(str(n)) for n in range(6)), (Line(moves, (0,)),)))
    given_back = []
    monkeypatch.setattr("landsea_search.answering.fitted.Fitted.give_back", lambda fitted: given_back.append(1))
    for ask in (planner.find_front, planner.find_journeys):
        with pytest.raises(TooManyLabels, match="room for \\(0\\)"):
            ask(Query(0, 5, 0, 40_000, 4))
    assert len(given_back) == 2


def test_work_begins_where_a_window_is_open():
    for opening in (Opening(()), Opening(((5, 9),)), Opening(((5, 9), (20, 21)))):
        windows = np.array(opening.windows, np.int32).reshape(-1, 2)
        for minute in range(25):
            expected = first_minute(opening, minute)
            assert find_beginning(windows, 0, len(windows), minute) == (NEVER_OPEN if expected is None else expected)
    assert find_beginning(np.empty((0, 2), np.int32), -1, -1, 7) == 7


def test_the_risk_curve_begins_at_an_even_chance_and_ends_at_none():
    curve = make_exponential_curve(60).values
    assert curve[0] == 69  # -ln 0.5
    assert curve[60] == 20  # -ln(1 - 0.5/e)
    assert curve[-1] == 0 < curve[-2]
    assert list(curve) == sorted(curve, reverse=True)


def test_from_a_place_to_itself_and_too_late():
    planner = CompiledPlanner(random_network(1))
    assert planner.find_front(Query(1, 1, 7, 9, 4)) == [(7, 0, 0, 0)]
    assert planner.find_front(Query(0, 1, 9, 7, 4)) == []


AFTER_ALL = """
from landsea_search import Criteria
from landsea_search.compiled import earliest, known_lines, least_ahead, searching
from landsea_search.answering.planner import CompiledPlanner
from landsea_search.warming import search_once
from landsea_search.stamps import Part
from tests.search.random_networks import random_network, random_query
def kinds():
    loops = (earliest.find_earliest_arrival, least_ahead.fill_least, least_ahead.pack_bounds, searching.complete_front)
    return [len(loop.signatures) for loop in (*loops, known_lines._mark_lines)]
search_once(Part.SEARCH)
before = kinds()
for seed in range(30):
    engine = CompiledPlanner(random_network(seed))
    for criteria in Criteria:
        engine.find_front(random_query(seed, engine.network, criteria))
assert before == kinds(), (before, kinds())
"""


def test_what_is_compiled_beforehand_is_all_that_queries_need():
    """In a process of its own: no later query has the loops compiled for arrays of another kind."""
    subprocess.run([sys.executable, "-c", AFTER_ALL], check=True, cwd=Path(__file__).parents[2])


@njit
def _without_owner(arrays):
    return borrow_arrays(arrays)


def test_an_array_without_owner_is_the_same_memory_but_not_kept():
    mine = np.arange(5), np.arange(6.0).reshape(2, 3)
    before = [sys.getrefcount(array) for array in mine]
    theirs = _without_owner(mine)
    theirs[0][2] = 40
    theirs[1][1, 2] = 50
    assert mine[0].tolist() == [0, 1, 40, 3, 4] and mine[1][1, 2] == 50
    assert [array.base for array in theirs] == [None, None]
    assert [sys.getrefcount(array) for array in mine] == before
