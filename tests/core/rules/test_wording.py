"""Translations of rules: looked up by the English that they translate, refused when a number was lost on the way."""

import json
from pathlib import Path

import pytest

from landsea_core.rules import read_book
from landsea_core.rules.wording import FOLDER, list_words_of_measure
from landsea_core.wordings import WordingFault, Wordings, lost_numbers

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
ROW = {"en": "Form E under ACFTA, 2 copies.", "said": "Mẫu E theo ACFTA, 2 bản."}


def wordings(tmp_path: Path, *rows: object) -> Wordings:
    (tmp_path / FOLDER).mkdir()
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    (tmp_path / FOLDER / "vi.jsonl").write_text(text, encoding="utf-8")
    return Wordings.load(tmp_path, FOLDER)


def test_a_sentence_is_found_by_language_and_exact_english(tmp_path):
    found = wordings(tmp_path, ROW)
    assert found.said(ROW["en"], "vi") == ROW["said"]
    assert found.said(ROW["en"], "lo") is None
    assert found.said("Form E under ACFTA, 3 copies.", "vi") is None
    assert found.everywhere(ROW["en"]) == [ROW["en"], ROW["said"]]
    assert found.everywhere("Unknown.") == ["Unknown."]


def test_without_files_all_stays_english(tmp_path):
    assert Wordings.load(tmp_path, FOLDER).everywhere(ROW["en"]) == [ROW["en"]]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("{", "write"),
        ({"en": "A"}, "write"),
        ({"en": "A", "said": 1}, "write"),
        ({"en": "A", "said": " "}, "nothing is said"),
        ({"en": "Decree 280", "said": "Lệnh 28"}, "280 of 'Decree 280' is missing"),
        (ROW, "twice"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_by_file_and_line(tmp_path, row, why):
    with pytest.raises(WordingFault, match=why) as fault:
        wordings(tmp_path, ROW, row)
    assert str(fault.value).startswith("vi.jsonl:2: ")


def test_numbers_may_be_added_but_none_may_be_lost():
    assert lost_numbers("From 1 June 2026", "Từ 1 tháng 6 năm 2026") == []
    assert lost_numbers("Decree 15/2018", "Nghị định 15") == ["2018"]


@pytest.mark.parametrize("language", ["zh-hans", "vi", "lo"])
def test_every_title_authority_and_requirement_on_file_stands_in_each_language_and_nothing_else(language):
    found = Wordings.load(REFERENCE, FOLDER)
    needed = {words for rule in read_book(REFERENCE) for words in list_words_of_measure(rule)}
    assert needed - {english for english in needed if found.said(english, language)} == set()
    held = {json.loads(line)["en"] for line in (REFERENCE / FOLDER / f"{language}.jsonl").read_text().splitlines()}
    assert held - needed == set()
