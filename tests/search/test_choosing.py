"""Which search answers: nobody waits for compiling, and what was compiled from other sources is never used."""

import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from tests.search.random_networks import random_network, random_query

from landsea_search import choosing, compiling, make_planner, make_planner_at_once, stamps, warming
from landsea_search.answering.planner import CompiledPlanner
from landsea_search.plain.planner import PlainPlanner
from landsea_search.stamps import Part

PACKAGE = Path(stamps.__file__).parent


@pytest.fixture
def nothing_compiled(tmp_path, monkeypatch):
    """A process in which nothing is loaded, with sources beside which nothing compiled lies."""
    shutil.copytree(stamps.FOLDER, tmp_path / "search", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(stamps, "FOLDER", tmp_path / "search")
    monkeypatch.setattr(choosing, "_loaded", set())
    stamps.digest_sources.cache_clear()
    yield tmp_path / "search"
    stamps.digest_sources.cache_clear()


def test_the_plain_search_answers_while_nothing_is_compiled(nothing_compiled):
    network = random_network(4, stops=12)
    queries = [random_query(seed, network, 4) for seed in range(99)]
    hard = max(queries, key=lambda query: len(make_planner(network).find_front(query)))
    assert isinstance(make_planner(network), PlainPlanner)
    at_once = make_planner_at_once(network, enough_labels=1)
    front = at_once.find_front(hard)
    assert isinstance(at_once.engine, PlainPlanner)
    compiling.compile_if_needed(Part.SEARCH)
    assert isinstance(make_planner(network), CompiledPlanner)
    at_once = make_planner_at_once(network, enough_labels=1)
    assert at_once.find_front(hard) == front == make_planner(network).find_front(hard)
    assert isinstance(at_once.engine, CompiledPlanner)


def test_what_was_compiled_from_other_sources_is_forgotten(nothing_compiled):
    compiling.compile_if_needed(Part.SEARCH)
    assert stamps.is_compiled()
    old = stamps.make_cache_folder(Part.LOOKAHEAD) / "scan.nbc"
    old.touch()
    (nothing_compiled / "compiled" / "search.py").open("a").write("# changed\n")
    stamps.digest_sources.cache_clear()
    assert not stamps.is_compiled()
    compiling.compile_if_needed(Part.SEARCH)
    assert stamps.is_compiled() and not old.exists()


def test_many_who_ask_compile_once(nothing_compiled, monkeypatch):
    compiled = []
    monkeypatch.setattr(warming, "search_once", compiled.append)
    threads = [Thread(target=compiling.compile_if_needed, args=[Part.SEARCH]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert compiled == [Part.SEARCH]


def test_the_optional_part_is_compiled_for_those_who_ask_for_it(nothing_compiled, monkeypatch):
    monkeypatch.setattr(warming, "search_once", lambda part: None)
    assert compiling.main([]) == 0
    assert stamps.is_compiled() and not stamps.is_compiled(Part.LOOKAHEAD)
    assert compiling.main(["--all"]) == 0
    assert stamps.is_compiled() and stamps.is_compiled(Part.LOOKAHEAD)


ONLY_WHEN_NEEDED = """
import sys
from dataclasses import replace
from unittest.mock import patch
from landsea_search import load_compiled, make_planner
from tests.search.random_networks import random_network, random_query
def ask(network):
    planner = make_planner(network, compiled=True)
    for seed in range(20):
        planner.find_journeys(random_query(seed, network, 4))
    return any(name.startswith("landsea_search.lookahead") for name in sys.modules)
stages = "landsea_search.answering.stages"
network = next(one for one in map(random_network, range(99)) if one.haulages)
load_compiled()
with patch(f"{stages}.ENOUGH_LABELS", 1), patch(f"{stages}.MANY_LABELS", -1):
    assert not ask(network), "with haulages it is never needed"
    network = replace(network, haulages=())
    with patch(f"{stages}.ENOUGH_LABELS", 30_000):
        assert not ask(network), "with few labels it is not needed"
    assert ask(network), "with very many labels it is"
"""


def test_the_optional_part_is_loaded_by_the_first_query_that_needs_it():
    subprocess.run([sys.executable, "-c", ONLY_WHEN_NEEDED], check=True, cwd=Path(__file__).parents[2])


def test_without_numba_plain_python_answers(nothing_compiled, monkeypatch, capsys):
    monkeypatch.setattr(stamps, "find_spec", lambda name: None)
    stamps.mark_compiled(Part.SEARCH)
    choosing.load_compiled()
    network = random_network(7)
    assert isinstance(make_planner(network), PlainPlanner)
    assert make_planner_at_once(network).engine.most_labels is None
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


def test_what_somebody_else_compiled_is_taken_where_nothing_can_be_written(nothing_compiled, monkeypatch, capsys):
    def refuse():
        raise PermissionError("not yours")

    stamps.mark_compiled(Part.SEARCH)
    monkeypatch.setattr(compiling, "_lock", refuse)
    assert compiling.main([]) == 0
    assert capsys.readouterr().err == ""


FROM_NOTHING = """
import sys
import landsea_search as search
network = search.Network((search.Stop("here"), search.Stop("there")), (search.Line((search.Move(0, 1, 0, 60),), (0, 90)),))
query = search.Query(0, 1, 0, 999)
assert search.make_planner_at_once(network).find_front(query) == [(60, 0, 0, 0)]
assert "numba" not in sys.modules and "numpy" not in sys.modules
assert not search.is_compiled()
planner = search.make_planner(network)
assert type(planner).__name__ == "PlainPlanner" and planner.find_front(query) == [(60, 0, 0, 0)]
"""


def test_a_fresh_copy_answers_without_compiling_and_stands_alone(tmp_path):
    """The package alone, as somebody else would install it: nothing of the platform is on its path."""
    shutil.copytree(PACKAGE, tmp_path / "landsea_search", ignore=shutil.ignore_patterns("__pycache__"))
    alone = [sys.executable, "-P", "-c", f"import sys; sys.path[:0] = [{str(tmp_path)!r}]\n{FROM_NOTHING}"]
    subprocess.run(alone, check=True, cwd=tmp_path)
