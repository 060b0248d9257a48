"""Planning in a process that has just begun: nobody waits until the search is compiled."""

import threading

import pytest

from landsea.corridor import engine as engines
from landsea_search import Criteria, Line, Move, Network, Query, Stop, planner_for

NETWORK = Network((Stop("here"), Stop("there")), (Line((Move(0, 1, 0, 60),), (0,)),))
CompiledPlanner = type(planner_for(NETWORK, compiled=True))


@pytest.fixture
def cold(monkeypatch):
    """A process whose compiling takes until the returned event is set."""
    done = threading.Event()
    monkeypatch.setattr("landsea_search.compiled.__main__.compile_all", lambda: done.wait(timeout=60))
    engines._compiling.cache_clear()
    yield done
    done.set()
    engines._compiling().join()
    engines._compiling.cache_clear()


def test_plain_python_answers_until_the_search_is_compiled(cold):
    """The same values before and after; only then the compiled search is taken."""
    first = engines.engine(NETWORK)
    assert not isinstance(first, CompiledPlanner)
    assert first.front(Query(0, 1, 0, 99, Criteria.ARRIVAL)) == [(60, 0, 0, 0)]
    cold.set()
    engines._compiling().join()
    assert isinstance(engines.engine(NETWORK), CompiledPlanner)


def test_without_numba_there_is_nothing_to_wait_for(cold, monkeypatch):
    """Plain Python answers, the hardest questions too."""
    monkeypatch.setattr("landsea_search.find_spec", lambda name: None)
    engines.engine(NETWORK)
    engines._compiling().join(timeout=30)
    assert not engines._compiling().is_alive()
    assert not isinstance(engines.engine(NETWORK), CompiledPlanner)
