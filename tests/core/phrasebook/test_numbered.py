"""Answers by number: the lines of a mail, replies as people write them, and what is somebody's own words."""

import pytest

from landsea_core.phrasebook import Phrasebook, offer_asks_by_letters, read_phrasebook
from landsea_core.phrasebook.meanings import (
    IS_IT_SOLVED,
    NEEDS_PAPERS,
    OF_PAPERS,
    OUTCOME_SAID,
    OUTCOMES,
    PROMISES,
    WITH_FILE,
    WITHDRAWN,
    find_papers_asked,
    find_papers_needed,
    is_final,
)
from landsea_core.phrasebook.numbered import NumberedFault, number_answers, number_choices, read_numbered
from landsea_core.text.data_files import find_default_data_folder


@pytest.fixture(scope="module")
def book() -> Phrasebook:
    return read_phrasebook(find_default_data_folder() / "reference")


@pytest.mark.parametrize(
    ("reply", "day"),
    [
        ("2 2026-12-03", "2026-12-03"),
        ("2. 3.12.2026\nBest regards", "2026-12-03"),
        ("\n 2) 03/12/2026", "2026-12-03"),
        ("2 2026年12月3日", "2026-12-03"),
        ("2 3/12/2569", "2026-12-03"),
    ],
)
def test_a_number_with_a_day_is_read_as_people_write_it(book, reply, day):
    found = read_numbered(book, book.asks["A03"], reply)
    assert found and found.answer.code == "will_send" and found.typed == {"day": day}


def test_several_values_stand_between_semicolons_and_choices_go_by_their_numbers(book):
    ask = book.asks["D07"]
    found = read_numbered(book, ask, "1 3; 2026-12-04")
    assert found and found.typed == {"decision": "send_back", "day": "2026-12-04"}
    assert read_numbered(book, ask, "1 3；2026-12-04") == found
    assert number_choices(book, "decision", "decision_is", ask)[2] == (3, "send_back")
    papers = read_numbered(book, book.asks["A09"], "3 2, 10")
    assert papers and papers.typed == {"papers": "invoice origin"}


def test_a_moment_may_say_its_zone_or_leave_it_to_whose_clock_it_is(book):
    numbers = {answer.code: number for number, answer in number_answers(book, book.asks["D07"])}
    number = numbers["known_by"]
    found = read_numbered(book, book.asks["D07"], f"{number} 3.12.2026 9:00")
    assert found and found.typed == {"moment": "2026-12-03T09:00"}
    with_zone = read_numbered(book, book.asks["D07"], f"{number} 2026-12-03 09:00+07:00")
    assert with_zone and with_zone.typed == {"moment": "2026-12-03T09:00+07:00"}


@pytest.mark.parametrize("reply", ["", "2 lorries wait", "We have 2", "99", "1 but not today", "two"])
def test_everything_else_is_own_words(book, reply):
    assert read_numbered(book, book.asks["A03"], reply) is None


@pytest.mark.parametrize("reply", ["2", "2 31.2.2026", "2 2026-13-01"])
def test_a_number_whose_value_is_missing_or_cannot_be_is_a_fault(book, reply):
    with pytest.raises(NumberedFault) as caught:
        read_numbered(book, book.asks["A03"], reply)
    assert (caught.value.answer.code, caught.value.slot) == ("will_send", "day")


def test_every_ask_has_numbers_for_all_its_answers(book):
    for ask in book.asks.values():
        numbers = [number for number, _answer in number_answers(book, ask)]
        assert numbers == list(range(1, len(ask.answers) + 6))


def test_what_the_platform_knows_of_phrases_is_in_the_book(book):
    assert {*PROMISES, *WITH_FILE, *OF_PAPERS, *NEEDS_PAPERS, OUTCOME_SAID} <= set(book.answers)
    assert {*OUTCOMES, WITHDRAWN} <= set(book.lists["outcome"]) and IS_IT_SOLVED in book.asks
    said_so = {code for code, one in book.answers.items() if "attached" in one.says["en"]}
    assert said_so == WITH_FILE
    assert all("{" + slot + "}" in book.answers[code].says["en"] for code, slot in PROMISES.items())


def test_papers_are_found_in_asks_that_want_them_and_answers_that_need_them(book):
    assert find_papers_asked(book.asks["A02"], {"papers": "invoice origin invoice"}) == ("invoice", "origin")
    assert find_papers_asked(book.asks["A01"], {"paper": "origin"}) == ()
    assert find_papers_needed(book.answers["after_paper"], {"papers": "origin"}) == ("origin",)
    assert find_papers_needed(book.answers["visa_kind_papers"], {"papers": "origin"}) == ()
    assert is_final("have_it") and not is_final("will_send")


def test_without_an_embedder_asks_are_found_by_their_letters_in_any_language(book):
    asks = list(book.asks.values())
    for language in ("en", "zh", "vi", "km"):
        assert offer_asks_by_letters(book.asks["B04"].says[language], asks)[0].code == "B04"
    assert offer_asks_by_letters("  ", asks) == []
