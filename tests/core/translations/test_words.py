"""Files of translations: a row for each text, refused where it cannot be used."""

from pathlib import Path

import pytest

from landsea_core.translations import TranslationFault, Word, find_lost_numbers, read_words, write_words

FISH = {
    "": '{"en": "Department of Fisheries", "said": "Cục Thủy sản"}',
    "th": '{"en": "Department of Fisheries", "of": "th-fish", "said": "Cục Thủy sản Thái Lan"}',
}


def file_of(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "words" / "vi" / "offices.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_text_may_be_said_otherwise_of_one_thing(tmp_path):
    assert read_words(file_of(tmp_path, *FISH.values())) == [
        Word("Department of Fisheries", "", "Cục Thủy sản"),
        Word("Department of Fisheries", "th-fish", "Cục Thủy sản Thái Lan"),
    ]


def test_what_was_read_is_written_letter_by_letter(tmp_path):
    path = file_of(tmp_path, *FISH.values())
    before = path.read_bytes()
    write_words(path, read_words(path))
    assert path.read_bytes() == before
    write_words(path, [])
    assert not path.exists()


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("{", "Write"),
        ("[]", "Write"),
        ('{"en": "A"}', "Write"),
        ('{"en": "A", "said": 1}', "Write"),
        ('{"en": "A", "said": "B", "sad": "C"}', "Write"),
        ('{"en": "A", "said": " "}', "Nothing is said"),
        (FISH["th"], "twice"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_by_file_and_line(tmp_path, row, why):
    with pytest.raises(TranslationFault, match=why) as fault:
        read_words(file_of(tmp_path, FISH["th"], row))
    assert str(fault.value).startswith("words/vi/offices.jsonl:2: ") and fault.value.line == 2


def test_numbers_may_be_added_but_none_may_be_lost():
    assert find_lost_numbers("From 1 June 2026", "Từ 1 tháng 6 năm 2026") == []
    assert find_lost_numbers("Decree 15/2018", "Nghị định 15") == ["2018"]


def test_chinese_counts_millions_by_ten_thousands():
    english = "For 5 years: 2.5 or 5 million dollars, or 1.2 billion dong."
    assert find_lost_numbers(english, "5年：250万或500万美元，或12亿越南盾。") == []
    assert find_lost_numbers(english, "5年：250万或600万美元，或12亿越南盾。") == ["2"], (
        "another amount is none of these"
    )
    assert find_lost_numbers("10 million dollars", "1亿美元") == ["10"]
