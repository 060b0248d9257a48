"""Splitting filled rows into English ones and their translations is the way back from filling them."""

import json
from pathlib import Path

import pytest

from landsea_core.translations import KINDS, Translations, Word, read_words, split_rows

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"


def office(code: str, **names: str) -> dict:
    return {"code": code, "names": {"en": "Department of Fisheries", **names}}


def said(*rows: dict) -> dict[str, list[tuple[str, str]]]:
    _rows, words = split_rows("offices", rows)
    return {language: [(word.of, word.said) for word in of_language] for language, of_language in words.items()}


def test_what_all_say_alike_is_said_once():
    assert said(office("bn", lo="ກົມປະມົງ"), office("th", lo="ກົມປະມົງ")) == {"lo": [("", "ກົມປະມົງ")]}


def test_what_one_says_otherwise_is_said_of_it():
    rows = office("bn", zh="渔业局"), office("mm", zh="渔业局"), office("th", zh="渔业厅")
    assert said(*rows) == {"zh-hans": [("", "渔业局"), ("th", "渔业厅")]}


def test_what_only_some_say_is_said_of_each_of_them():
    assert said(office("bn", ms="Jabatan Perikanan"), office("th")) == {"ms": [("bn", "Jabatan Perikanan")]}


def test_lists_of_texts_are_split_text_by_text():
    rows, words = split_rows("desks", [{"code": "d", "prepare": {"en": ["form", "photo"], "vi": ["mẫu", "ảnh"]}}])
    assert rows == [{"code": "d", "prepare": {"en": ["form", "photo"]}}]
    assert words == {"vi": [Word("form", "", "mẫu"), Word("photo", "", "ảnh")]}


@pytest.mark.parametrize("kind", ["topics", "places", "offices", "desks", "telephones", "elsewhere"])
def test_the_files_of_the_repository_come_back_letter_by_letter(kind):
    rows = [json.loads(line) for line in (REFERENCE / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()]
    translations = Translations.load(REFERENCE, kind)
    english, words = split_rows(kind, [translations.fill(row) for row in rows])
    assert english == rows
    assert {path.parent.name: read_words(path) for path in REFERENCE.glob(f"words/*/{kind}.jsonl")} == words
    assert KINDS[kind].closed
