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
    read_phrasebook,
    read_values,
    say_phrase,
)
from landsea_core.phrasebook.naming import put_named_first
from landsea_core.text.data_files import default_data_folder

PLAIN = SlotWords({SlotKind.DAY: lambda day: f"<{day}>"})


@pytest.fixture(scope="module")
def book() -> Phrasebook:
    return read_phrasebook(default_data_folder() / "reference")


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


def test_only_asks_between_these_two_in_this_matter_are_listed(book):
    codes = [ask.code for ask in list_asks_between(book, "filer", "office", "transport_border")]
    assert codes[0].startswith("E") and "A09" in codes
    assert not {"B03", "E24", "M08"} & set(codes)
    assert "B07" in {ask.code for ask in list_asks_between(book, "office", "filer")}


class Letters:
    """An embedder of which texts with the same letters are near."""

    name, dimensions = "letters", 26

    def embed(self, texts):
        found = np.array([[text.lower().count(chr(97 + n)) for n in range(26)] for text in texts], dtype=float)
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)


def test_the_nearest_asks_are_offered_and_no_other_than_fit(book):
    fitting = list_asks_between(book, "filer", "office", "customs_clearance")
    known = KnownWordings.make(book.asks.values(), lambda words: Letters().embed([words])[0])
    found = offer_asks("When will the goods be released", fitting, known, Letters())
    assert found[0][0].code == "B04" and len(found) == 3
    assert [value for _, value in found] == sorted((value for _, value in found), reverse=True)
    assert {ask.code for ask, _ in found} <= {ask.code for ask in fitting}
    assert offer_asks("  ", fitting, known, Letters()) == [] == offer_asks("goods", [], known, Letters())


def test_of_two_asks_as_near_the_one_of_the_topic_is_offered_first(book):
    """Also where it stands behind: the general ask comes first by its code."""
    general, of_topic = book.asks["A09"], book.asks["F04"]
    both = [replace(one, says=general.says) for one in (general, of_topic)]
    known = KnownWordings.make(both, lambda words: Letters().embed([words])[0])
    assert [ask.code for ask, _near in offer_asks("when", both, known, Letters())] == ["F04", "A09"]


def test_an_ask_for_a_paper_steps_back_where_none_is_named(book):
    for_paper, other = (book.asks["A01"], 0.81), (book.asks["A10"], 0.80)
    assert [ask.code for ask in put_named_first([for_paper, other], ())] == ["A10", "A01"]
    assert [ask.code for ask in put_named_first([for_paper, other], ("origin",))] == ["A01", "A10"]


def test_words_that_look_like_a_slot_stay_words(book):
    says = {"en": "{words} until {day}"}
    typed = {"words": "Look at {day} and {number}", "day": "2026-12-01"}
    values = read_values(book, says["en"], typed)
    assert say_phrase(book, says, values, "en", PLAIN) == "Look at {day} and {number} until <2026-12-01>"
