"""Planning in a process that has just begun: nobody waits until the search is compiled."""

import threading

import pytest

from landsea.corridor import engine as engines
from landsea_search import Criteria, Line, Move, Network, Query, Stop, load_compiled, make_planner

NETWORK = Network((Stop("here"), Stop("there")), (Line((Move(0, 1, 0, 60),), (0,)),))
QUERY = Query(0, 1, 0, 99, Criteria.ARRIVAL)


@pytest.fixture
def cold(monkeypatch):
    """A process in which loading the compiled search takes until the returned event is set."""
    done = threading.Event()

    def load_slowly(*, gently: bool) -> None:
        assert gently and done.wait(timeout=60)
        load_compiled()

    monkeypatch.setattr(engines, "load_compiled", load_slowly)
    engines.start_loading.cache_clear()
    yield done
    done.set()
    engines.start_loading().join()
    engines.start_loading.cache_clear()


def test_plain_python_answers_until_the_search_is_compiled(cold):
    """The same values before and after; only then the compiled search is taken."""
    first = engines.choose_planner(NETWORK)
    assert first.find_front(QUERY) == [(60, 0, 0, 0)]
    cold.set()
    engines.start_loading().join()
    then = engines.choose_planner(NETWORK)
    assert then.find_front(QUERY) == [(60, 0, 0, 0)]
    assert type(then) is type(make_planner(NETWORK, compiled=True)) is not type(first)
