"""Which search answers: nobody waits for compiling, and what was compiled from other sources is never used."""

import shutil
from threading import Thread

import pytest
from tests.search.random_networks import random_network, random_query

from landsea_search import choosing, compiling, planner_at_once, planner_for, stamps
from landsea_search.compiled.planner import CompiledPlanner
from landsea_search.reference import ReferencePlanner


@pytest.fixture
def nothing_compiled(tmp_path, monkeypatch):
    """A process in which nothing is loaded, with sources beside which nothing compiled lies."""
    shutil.copytree(stamps.FOLDER, tmp_path / "compiled", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(stamps, "FOLDER", tmp_path / "compiled")
    monkeypatch.setattr(choosing._Loaded, "yes", False)
    stamps.digest_of_sources.cache_clear()
    yield tmp_path / "compiled"
    stamps.digest_of_sources.cache_clear()


def test_the_plain_search_answers_while_nothing_is_compiled(nothing_compiled):
    network = random_network(4, stops=12)
    queries = [random_query(seed, network, 4) for seed in range(99)]
    hard = max(queries, key=lambda query: len(planner_for(network).front(query)))
    assert isinstance(planner_for(network), ReferencePlanner)
    at_once = planner_at_once(network, enough_labels=1)
    front = at_once.front(hard)
    assert isinstance(at_once.engine, ReferencePlanner)
    compiling.compile_if_needed()
    assert isinstance(planner_for(network), CompiledPlanner)
    at_once = planner_at_once(network, enough_labels=1)
    assert at_once.front(hard) == front == planner_for(network).front(hard)
    assert isinstance(at_once.engine, CompiledPlanner)


def test_what_was_compiled_from_other_sources_is_forgotten(nothing_compiled):
    compiling.compile_if_needed()
    assert stamps.is_compiled()
    old = nothing_compiled / "__pycache__" / "search.nbc"
    old.touch()
    (nothing_compiled / "search.py").open("a").write("# changed\n")
    stamps.digest_of_sources.cache_clear()
    assert not stamps.is_compiled()
    compiling.compile_if_needed()
    assert stamps.is_compiled() and not old.exists()


def test_many_who_ask_compile_once(nothing_compiled, monkeypatch):
    compiled = []
    monkeypatch.setattr(compiling, "search_once", lambda: compiled.append(1))
    threads = [Thread(target=compiling.compile_if_needed) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert compiled == [1]


def test_without_numba_plain_python_answers(nothing_compiled, monkeypatch, capsys):
    monkeypatch.setattr(stamps, "find_spec", lambda name: None)
    stamps.mark_compiled()
    choosing.load_compiled()
    network = random_network(7)
    assert isinstance(planner_for(network), ReferencePlanner)
    assert planner_at_once(network).engine.most_labels is None
    assert compiling.main([]) == 1
    assert "Install numba to compile it." in capsys.readouterr().err


def test_where_nothing_can_be_kept_a_sentence_says_so(nothing_compiled, monkeypatch, capsys):
    def refuse():
        raise PermissionError("not yours")

    monkeypatch.setattr(stamps, "forget_compiled", refuse)
    gently = []
    monkeypatch.setattr(compiling.os, "nice", gently.append)
    assert compiling.main(["--gently"]) == 1
    assert "cannot be kept beside its sources: not yours" in capsys.readouterr().err
    assert gently == [10]
