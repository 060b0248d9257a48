"""A row that stands there twice is named with its line, under its own code or under another one."""

import json
from dataclasses import replace
from pathlib import Path

from landsea_core.rules import Book, export_measure
from landsea_core.rules.twins import find_twin_rows, find_twins

from .making import measure

SAYS_THE_SAME = "It says the same as A: one act, the same goods and countries. Let one of them replace the other."


def twins(*measures):
    return [str(fault) for _, fault in find_twins(Book(measures))]


def write(folder: Path, *measures) -> Path:
    lines = [json.dumps(export_measure(one), ensure_ascii=False) for one in measures]
    (folder / "measures.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_two_rows_of_one_act_and_scope_are_named_unless_one_replaces_the_other():
    one = measure("A", "forbids", hs=["8549"], legal_act="Order 2023, absolute prohibition", in_force="2026-02-04")
    same_act = measure("B", "forbids", hs=["8549"], legal_act=f"{one.legal_act}; of 4 February", in_force="2026-02-04")
    assert twins(one, same_act) == [SAYS_THE_SAME]
    assert twins(one, replace(same_act, life=replace(same_act.life, replaced_by="A"))) == []
    assert twins(one, measure("C", "forbids", hs=["8548"], legal_act=one.legal_act, in_force="2026-02-04")) == []


def test_duties_of_one_act_that_ask_for_different_things_are_no_twins():
    assert twins(measure("A", legal_act="Act"), measure("B", legal_act="Act")) == []


def test_a_title_of_the_same_words_is_a_twin_whatever_act_and_day_it_names():
    one = measure("A", title="China: tyres, used ones, stopped", hs=["4012"], in_force="2026-01-01")
    other = measure("B", title="China: used ones, tyres stopped", hs=["4012"])
    assert twins(one, other) == [SAYS_THE_SAME]
    for changed in (
        {"direction": "export"},
        {"hs": ["4011"]},
        {"destination": ["VN"]},
        {"title": "China: tyres stopped"},
    ):
        fields = {"title": "China: used ones, tyres stopped", "hs": ["4012"]} | changed
        assert twins(one, measure("B", **fields)) == [], changed


def test_one_act_about_goods_of_the_same_words_is_a_twin_though_one_names_no_day():
    one = measure("A", "informs", legal_act="Order 5; of May", goods="old tyres", hs=["4012"], in_force="2026-01-01")
    assert twins(one, measure("B", "informs", legal_act="Order 5", goods="tyres, old", hs=["4012"])) == [SAYS_THE_SAME]
    assert twins(one, measure("B", "informs", legal_act="Order 5", goods="new tyres", hs=["4012"])) == []


def test_a_row_copied_under_its_own_code_is_named_with_the_line_of_the_copy(tmp_path):
    one, other = measure("A", title="One"), measure("B", title="Other")
    assert find_twin_rows(write(tmp_path, one, other)) == []
    ((file, line, said),) = find_twin_rows(write(tmp_path, one, other, replace(one, title="One anew")))
    assert (file, line) == ("measures.jsonl", 3)
    assert str(said) == "Version 1 of A is there twice; give each a number of its own."
    assert find_twin_rows(write(tmp_path, one, replace(one, version=2))) == []


def test_a_row_copied_under_another_code_is_named_with_its_line(tmp_path):
    copied = replace(measure("A", title="Tyres"), code="B")
    ((file, line, said),) = find_twin_rows(write(tmp_path, measure("A", title="Tyres"), copied))
    assert (file, line, str(said)) == ("measures.jsonl", 2, SAYS_THE_SAME)


def test_no_two_rows_on_file_say_the_same(book):
    assert list(find_twins(book)) == []
