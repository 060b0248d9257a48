"""Values in slots: what is read, what is refused with a sentence, how it is said elsewhere, which asks are offered."""

from dataclasses import replace

import numpy as np
import pytest

from landsea_core.phrasebook import (
    KnownWordings,
    Phrasebook,
    SlotFault,
    SlotKind,
    SlotWords,
    list_asks_between,
    offer_asks,
    offer_asks_by_letters,
    read_phrasebook,
    read_values,
    say_phrase,
)
from landsea_core.phrasebook.naming import weigh_papers
from landsea_core.phrasebook.topics import choose_offered
from landsea_core.text.data_files import find_default_data_folder

PLAIN = SlotWords({SlotKind.DAY: lambda day: f"<{day}>"})


@pytest.fixture(scope="module")
def book() -> Phrasebook:
    return read_phrasebook(find_default_data_folder() / "reference")


@pytest.mark.parametrize(
    ("phrase", "typed", "kept"),
    [
        ("{day}", {"day": "2026-12-01"}, {"day": "2026-12-01"}),
        ("{moment}", {"moment": "2026-12-01T14:00+08:00"}, {"moment": "2026-12-01T14:00+08:00"}),
        ("{mass}", {"mass": "12.50 t"}, {"mass": "12.5 t"}),
        ("{amount}", {"amount": "1200 CNY"}, {"amount": "1200 CNY"}),
        ("{papers}", {"papers": "invoice  origin invoice"}, {"papers": "invoice origin"}),
        ("{paper}", {"paper": "origin", "more": "left out"}, {"paper": "origin"}),
        ("HS {hs}", {"hs": "0810.60"}, {"hs": "081060"}),
        ("No slot.", {}, {}),
    ],
)
def test_what_was_typed_is_kept_as_every_program_reads_it(book, phrase, typed, kept):
    assert read_values(book, phrase, typed) == kept


@pytest.mark.parametrize(
    ("phrase", "typed"),
    [
        ("{day}", {}),
        ("{day}", {"day": "tomorrow"}),
        ("{moment}", {"moment": "2026-12-01T14:00"}),
        ("{day}", {"day": "9999-12-31"}),
        ("{moment}", {"moment": "0001-01-01T00:00+14:00"}),
        ("{moment}", {"moment": "9999-12-31T23:59-10:00"}),
        ("{count}", {"count": "3.5"}),
        ("{count}", {"count": "-1"}),
        ("{count}", {"count": "NaN"}),
        ("{hours}", {"hours": "1e99"}),
        ("{hours}", {"hours": "1e-99999999"}),
        ("{hours}", {"hours": "٣"}),
        ("{mass}", {"mass": "3 lorries"}),
        ("{amount}", {"amount": "1200"}),
        ("{papers}", {"papers": "invoice nonsense"}),
        ("{refusal_reason}", {"refusal_reason": "because"}),
        ("{country}", {"country": "China"}),
        ("{hs}", {"hs": "08"}),
        ("{desk}", {"desk": "a desk"}),
        ("{words}", {"words": "x" * 141}),
    ],
)
def test_what_cannot_stand_in_a_slot_is_refused_by_a_sentence(book, phrase, typed):
    with pytest.raises(SlotFault) as caught:
        read_values(book, phrase, typed)
    assert str(caught.value).endswith(".") and caught.value.slot in phrase


def test_an_answer_takes_the_list_that_its_ask_names(book):
    ask = book.asks["B02"]
    answer = book.answers["state_is"]
    values = read_values(book, answer.says["en"], {"state": "released"}, answer="state_is", ask=ask)
    said = say_phrase(book, answer.says, values, "zh-hans", PLAIN, answer="state_is", ask=ask)
    assert said == "状态：已放行。"
    with pytest.raises(SlotFault):
        read_values(book, answer.says["en"], {"state": "granted"}, answer="state_is", ask=ask)


def test_one_ask_reads_in_the_language_of_each_side_with_its_values(book):
    ask = book.asks["A03"]
    values = {"paper": "origin", "day": "2026-12-01"}
    assert say_phrase(book, ask.says, values, "lo", PLAIN) == (
        "ກະລຸນາສົ່ງເອກະສານນີ້ເປັນໄຟລ໌ພາຍໃນວັນທີ <2026-12-01>: ໃບຢັ້ງຢືນແຫຼ່ງກຳເນີດສິນຄ້າ."
    )
    assert "<2026-12-01>" in say_phrase(book, ask.says, values, "zh-hans", PLAIN)
    assert say_phrase(book, ask.says, {}, "en", PLAIN) == "Please send this paper as a file by …: …."
    assert say_phrase(book, ask.says, values, "tet", PLAIN).startswith("Please send")


def test_only_asks_between_these_two_are_listed_whatever_their_topic(book):
    codes = {ask.code for ask in list_asks_between(book, "filer", "office")}
    assert {"E03", "A09", "B03"} <= codes
    assert not {"E24", "M08"} & codes
    assert "B07" in {ask.code for ask in list_asks_between(book, "office", "filer")}


class Letters:
    """An embedder of which texts with the same letters are near."""

    name, dimensions = "letters", 26

    def embed(self, texts):
        found = np.array([[text.lower().count(chr(97 + n)) for n in range(26)] for text in texts], dtype=float)
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)


def test_the_nearest_asks_are_offered_and_no_other_than_fit(book):
    fitting = list_asks_between(book, "filer", "office")
    known = KnownWordings.make(book.asks.values(), lambda words: Letters().embed([words])[0])
    found = offer_asks("When will the goods be released", fitting, known, Letters(), topic="customs_clearance")
    assert found[0][0].code == "B04" and len(found) == 3
    assert [value for _, value in found] == sorted((value for _, value in found), reverse=True)
    assert {ask.code for ask, _ in found} <= {ask.code for ask in fitting}
    assert offer_asks("  ", fitting, known, Letters()) == [] == offer_asks("goods", [], known, Letters())


def test_of_asks_as_near_the_one_of_the_topic_comes_first_then_what_fits_all_then_neighbours(book):
    """Also where it stands behind: the general ask comes first by its code."""
    same = [replace(book.asks[code], says=book.asks["A09"].says) for code in ("A09", "B04", "E03", "J03")]
    known = KnownWordings.make(same, lambda words: Letters().embed([words])[0])

    def offered(topic: str) -> list[str]:
        return [ask.code for ask, _near in offer_asks("when", same, known, Letters(), topic=topic, most=4)]

    assert offered("transport_border") == ["E03", "A09", "B04", "J03"]
    assert offered("investment") == ["J03", "A09", "B04", "E03"]
    assert offered("") == ["A09", "B04", "E03", "J03"]


def test_a_question_to_customs_is_offered_on_a_case_that_was_read_as_transport(book):
    """A load at a gate meets every office there; tried in each language by its own wording."""
    fitting = list_asks_between(book, "filer", "office")
    for words in book.asks["B04"].says.values():
        assert offer_asks_by_letters(words, fitting, topic="transport_border")[0].code == "B04"


def test_an_ask_for_a_paper_steps_back_where_none_is_named(book):
    for_paper, other = book.asks["A01"], book.asks["A10"]
    assert weigh_papers(for_paper, ()) < 0 < weigh_papers(for_paper, ("origin",))
    assert weigh_papers(other, ()) == 0 == weigh_papers(other, ("origin",))


def test_the_last_of_three_is_taken_with_half_the_handicap(book):
    """An ask of another topic that is nearer than all is among the three, and stands first only if it is much nearer."""
    of_topic = [(book.asks[code], value) for code, value in (("E03", 0.80), ("E04", 0.79), ("E18", 0.78))]

    def offered(value: float) -> list[str]:
        return [
            ask.code for ask, _near in choose_offered([*of_topic, (book.asks["B04"], value)], "transport_border", 3)
        ]

    assert offered(0.79) == ["E03", "E04", "E18"]
    assert offered(0.805) == ["E03", "E04", "B04"]
    assert offered(0.84) == ["B04", "E03", "E04"]


def test_words_that_look_like_a_slot_stay_words(book):
    says = {"en": "{words} until {day}"}
    typed = {"words": "Look at {day} and {number}", "day": "2026-12-01"}
    values = read_values(book, says["en"], typed)
    assert say_phrase(book, says, values, "en", PLAIN) == "Look at {day} and {number} until <2026-12-01>"
