"""The phrasebook's rows: every phrase stands in all ten languages, with the same slots, short enough for a phone."""

import json

import pytest

from landsea_core.phrasebook import Phrasebook, PhraseFault, SlotKind, find_slots, read_phrasebook
from landsea_core.phrasebook.phrases import KIND_OF_SLOT
from landsea_core.text.data_files import find_default_data_folder

REFERENCE = find_default_data_folder() / "reference"
LANGUAGES = ("en", "zh", "vi", "lo", "th", "km", "my", "id", "ms", "fil")
FITS_ALL = ["known_by", "not_known_here", "may_not_say", "does_not_apply", "free_words"]


@pytest.fixture(scope="module")
def book() -> Phrasebook:
    return read_phrasebook(REFERENCE)


def test_there_are_more_than_150_asks_and_what_fits_every_ask(book):
    assert len(book.asks) >= 150
    assert [answer.code for answer in book.answers.values() if answer.fits_all] == FITS_ALL


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_stands_in_every_language_with_the_slots_of_its_english(book, language):
    phrases = [*book.asks.values(), *book.answers.values()]
    wrong = [
        one.code
        for one in phrases
        if language not in one.says or sorted(find_slots(one.says[language])) != sorted(find_slots(one.says["en"]))
    ]
    wrong += [
        f"{name}.{code}" for name, some in book.lists.items() for code, one in some.items() if language not in one.says
    ]
    assert wrong == []


def test_no_phrase_is_longer_than_a_phone_shows(book):
    phrases = [*book.asks.values(), *book.answers.values()]
    assert [(one.code, key) for one in phrases for key, said in one.says.items() if len(said) > 140] == []


def test_two_entries_of_a_list_are_told_apart_in_every_language(book):
    for name, some in book.lists.items():
        for language in LANGUAGES:
            said = [one.says[language] for one in some.values()]
            assert len(set(said)) == len(said), (name, language)


def test_every_slot_has_a_kind_or_a_list(book):
    for ask in book.asks.values():
        for code in ask.answers:
            for slot in find_slots(book.answers[code].says["en"]):
                is_listed = book.list_behind(slot, code, ask) != ""
                assert is_listed or book.kind_of(slot) is not SlotKind.CHOICE, (ask.code, code, slot)


def test_every_list_and_every_kind_of_a_slot_is_used(book):
    phrases = [*book.asks.values(), *book.answers.values()]
    slots = {slot for one in phrases for slot in find_slots(one.says["en"])}
    named = {name for ask in book.asks.values() for name in ask.lists.values()}
    assert set(book.lists) - named - {book.list_behind(slot) for slot in slots} == set()
    assert set(KIND_OF_SLOT) - slots == set()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("no row", "no row with a code"),
        ('{"code": "A01"}\n{"code": "A01"}', "twice"),
        ('{"code": "A99", "answers": ["perhaps"], "lists": {}}', "perhaps"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path, row, fault):
    folder = tmp_path / "phrasebook"
    folder.mkdir()
    (folder / "choices.jsonl").write_text("")
    (folder / "answers.jsonl").write_text("")
    (folder / "asks.jsonl").write_text(
        row if "answers" in row or "{" not in row else row.replace("}", ', "answers": []}')
    )
    if "twice" in fault:
        rows = [json.loads(line) for line in row.split("\n")]
        (folder / "choices.jsonl").write_text("".join(json.dumps({**one, "says": {}}) + "\n" for one in rows))
    with pytest.raises(PhraseFault, match=fault):
        read_phrasebook(tmp_path)
