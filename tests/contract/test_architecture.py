"""ARCHITECTURE.md is true: every file it names is there, every room stands in it, and no way climbs or is too long."""

import re

import pytest
from tools.floors import FLOORS, HEIGHT, ROOT, room_of

PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
LONGEST_WAY = 8


def named_files(text: str) -> list[str]:
    return re.findall(r"`((?:src|data|tests|tools)/[\w./-]+)`", text)


@pytest.mark.parametrize("name", sorted(set(named_files(PAGE))))
def test_every_file_that_is_named_is_there(name):
    assert (ROOT / name).exists(), f"ARCHITECTURE.md names {name}, which is not there: name what took its place."


def test_every_room_stands_on_the_page():
    missing = [room for rooms in FLOORS for room in rooms if room.split(".", 1)[-1].replace(".", "/") not in PAGE]
    assert not missing


def ways() -> list[list[str]]:
    """Each way as its files in order."""
    told = PAGE.split("## Four ways through the house")[1].split("\n## ")[0]
    return [named_files(part) for part in re.split(r"\n\d\. ", told)[1:]]


def test_there_are_four_ways_of_at_most_eight_files():
    assert [len(way) <= LONGEST_WAY for way in ways()] == [True] * 4


def test_no_file_of_a_way_imports_upwards_and_what_a_way_enters_is_a_room():
    for way in ways():
        for name in way:
            module = name.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            assert room_of(module) in HEIGHT
