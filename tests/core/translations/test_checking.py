"""What is missing, stale or wrong in translations is told; those on file are in order, and a language is a matter of files."""

import json
import shutil
from pathlib import Path

import pytest

from landsea_core.rules.measure_files import read_book
from landsea_core.rules.wording import list_words_of_measure
from landsea_core.translations import (
    KINDS,
    Translations,
    Word,
    count_translations,
    find_translation_faults,
    find_translation_problems,
    read_language,
    read_lines,
    read_words,
    write_words,
)
from landsea_core.translations.fields import find_holders

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
PAGES = ("zh-hans", "vi", "lo")
DESK = {"code": "d", "names": {"en": "Customs desk"}, "prepare": {"en": ["form"]}}


@pytest.fixture
def folder(tmp_path):
    """One desk, said in Vietnamese."""
    (tmp_path / "desks.jsonl").write_text(json.dumps(DESK) + "\n")
    write_words(tmp_path / "words/vi/desks.jsonl", [Word("Customs desk", "", "Bàn hải quan"), Word("form", "", "mẫu")])
    return tmp_path


def told(folder: Path, *languages: str) -> list[str]:
    return [f"{file}:{line}: {said}" for file, line, said in find_translation_problems(folder, languages, ["desks"])]


def test_nothing_is_told_of_what_is_said(folder):
    assert told(folder, "vi") == [] and count_translations(folder, ["vi", "lo"]) == {"vi": (2, 2), "lo": (0, 2)}


def test_what_a_language_lacks_is_told_at_the_row(folder):
    assert told(folder, "vi", "lo") == ["desks.jsonl:1: names lacks lo.", "desks.jsonl:1: prepare lacks lo."]


def test_english_that_was_changed_makes_its_translation_stale(folder):
    (folder / "desks.jsonl").write_text(json.dumps({**DESK, "names": {"en": "Customs desks"}}) + "\n")
    assert told(folder, "vi") == [
        "words/vi/desks.jsonl:1: 'Customs desk' stands in no file any more; it is now 'Customs desks': say that instead.",
        "desks.jsonl:1: names lacks vi.",
    ]


def test_a_translation_for_a_thing_that_is_gone_is_told(folder):
    words = read_words(folder / "words/vi/desks.jsonl")
    write_words(folder / "words/vi/desks.jsonl", [*words, Word("form", "gone", "biểu mẫu"), Word("stamp", "", "dấu")])
    assert [one.rpartition("; ")[0] for one in told(folder, "vi")] == [
        "words/vi/desks.jsonl:3: 'form' of gone stands in no file any more",
        "words/vi/desks.jsonl:4: 'stamp' stands in no file any more",
    ]


def test_a_file_that_cannot_be_used_is_told_with_its_line(folder):
    (folder / "words/vi/desks.jsonl").write_text('{"en": "form", "said": "mẫu"}\n{"en": "form"}\n')
    assert [one.partition(": ")[0] for one in told(folder, "vi")] == ["words/vi/desks.jsonl:2"]
    assert len(find_translation_faults(folder)) == 1


def test_sentences_keep_their_numbers_and_names_may_do_without(tmp_path):
    row = {"id": "M1", "title": "Decree 280", "authority": "Customs", "requires": []}
    (tmp_path / "measures.jsonl").write_text(json.dumps(row) + "\n")
    write_words(tmp_path / "words/vi/measures.jsonl", [Word("Decree 280", "", "Lệnh 28")])
    assert [one.sentence for one in find_translation_faults(tmp_path)] == ["280 of 'Decree 280' is missing."]
    (tmp_path / "offices.jsonl").write_text('{"code": "o", "names": {"en": "Muse Customs (105-Mile)"}}\n')
    write_words(tmp_path / "words/vi/offices.jsonl", [Word("Muse Customs (105-Mile)", "", "Hải quan Muse")])
    assert find_translation_faults(tmp_path, ["offices"]) == []


def test_the_files_of_the_repository_are_in_order():
    assert find_translation_problems(REFERENCE, PAGES) == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_rows_are_english_alone_so_that_a_language_is_a_matter_of_files(kind):
    others = set()
    for line in read_lines(REFERENCE, KINDS[kind]):
        for field in KINDS[kind].fields:
            for holder in find_holders(field, line.row) if field.by_language else ():
                others |= holder[field.path[-1]].keys() - {"en"}
    assert others == set()


def test_every_title_authority_and_requirement_of_a_measure_is_among_the_texts():
    found = Translations.load(REFERENCE, "measures")
    words = {one for rule in read_book(REFERENCE) for one in list_words_of_measure(rule)}
    assert len(words) > 1400
    assert not [(one, language) for one in words for language in PAGES if found.find(one, language) is None]


def test_a_language_is_added_by_adding_files(tmp_path):
    shutil.copytree(REFERENCE, tmp_path / "reference")
    folder = tmp_path / "reference"
    lacking = find_translation_problems(folder, ["pt"])
    assert len(lacking) > 1000 and all("pt" in one.sentence for one in lacking)
    for name in KINDS:
        before, like = (read_language(folder, language, name) for language in ("pt", "lo"))
        known = {word.key for word in before}
        write_words(folder / f"words/pt/{name}.jsonl", [*before, *(word for word in like if word.key not in known)])
    assert find_translation_problems(folder, ["pt"]) == []


@pytest.mark.parametrize("language", ["zh-hans", "lo", "th", "km", "my"])
def test_each_place_is_named_in_the_letters_of_its_reader_though_another_has_its_name(language):
    """Cebu is a port and a city: what was said of the port alone left the city in English."""
    names = Translations.load(REFERENCE, "places")
    rows = [line.row for line in read_lines(REFERENCE, KINDS["places"])]
    assert not [row["code"] for row in rows if not names.find(row["names"]["en"], language, row["code"])]
