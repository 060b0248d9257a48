"""What the tree may not contain, and that each target of the Makefile is there."""

import importlib
import re
import subprocess

import pytest
from tests.runtime.scripts import TOOLS, load_script


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("docs/a.md", "see https://" + "pypi.example/simple", "host"),
        ("requirements/base.txt", "# from https://somewhere.example", "make lock"),
        ("package-lock.json", '"resolved": "x"', ".npmrc"),
        ("docs/a.md", "in /home/" + "someone/landsea", "one machine"),
        ("docs/a.md", "file:///home/" + "someone/landsea", "one machine"),
    ],
)
def test_the_tree_may_not_name_registries_or_one_machine(name, text, word):
    (sentence,) = load_script("check_tree").text_problems(name, text)
    assert word in sentence


def test_the_tree_may_hold_no_links(tmp_path, monkeypatch, capsys):
    (tmp_path / "there").symlink_to(tmp_path)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "add", "there"], cwd=tmp_path, check=True)
    check = load_script("check_tree")
    monkeypatch.setattr(check, "ROOT", tmp_path)
    assert check.main() == 1 and "there: is a link" in capsys.readouterr().out


def test_an_ordinary_file_has_no_problem():
    assert load_script("check_tree").text_problems("docs/a.md", "see https://customs.example/rules") == []
    assert load_script("check_tree").text_problems("docs/a.md", "https://customs.example/home/news/1") == []


def test_every_measurement_and_drill_of_the_makefile_is_there_and_can_begin():
    named = set(re.findall(r"python -m (bench(?:\.\w+)?)", (TOOLS.parent / "Makefile").read_text()))
    assert {"bench.drill", "bench.drill_machines", "bench.game_day"} <= named
    for name in named:
        importlib.import_module(f"{name}.__main__" if name == "bench" else name)
