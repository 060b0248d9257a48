"""Which part of a long letter is looked at: the one that tells what happened."""

import time

import pytest

from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Entry
from landsea_core.text.lexicon.phrase_index import PhraseIndex
from landsea_core.text.model.embedding import MOST_CHARACTERS, cut_for_embedding
from landsea_core.text.model.telling_part import MOST_TOKENS, find_telling_part

WORDS = PhraseIndex(
    [
        ("stuck", "en", Entry("x", "stuck")),
        ("queue", "en", Entry("x", "queue")),
        ("堵在口岸", "zh", Entry("x", "堵在口岸")),
    ]
)
POLITE = "We thank the mechanism for the kind invitation of last month. "


def part(raw):
    text = PreparedText(raw)
    return find_telling_part(text, WORDS.find(text))


def test_a_short_text_is_seen_whole():
    assert part("Our lorry is stuck.  In the queue.") == "Our lorry is stuck. In the queue."


def test_a_long_letter_is_seen_where_it_tells_what_happened():
    letter = POLITE * 8 + "Our lorry is stuck in the queue. " + POLITE * 8
    assert "stuck in the queue" in part(letter)
    assert len(part(letter)) <= MOST_CHARACTERS


def test_a_letter_costs_what_its_script_costs():
    english, lao = part("nobody tells us anything. " * 40), part("ບໍ່ມີໃຜບອກຫຍັງພວກເຮົາເລີຍ. " * 40)
    assert 0.5 * len(english) < len(lao) < 0.7 * len(english)
    assert len(english) < MOST_TOKENS * 4


def test_the_beginning_is_seen_where_no_other_part_tells_clearly_more():
    seen = part(POLITE * 20)
    assert cut_for_embedding(POLITE * 20).startswith(seen) and len(seen) == 260  # 72 tokens of such words
    twice = "Our lorry is stuck. " + POLITE * 8 + "Yes, it is stuck. " + POLITE * 8
    assert part(twice).startswith("Our lorry is stuck.")


def test_chinese_takes_more_room_and_has_no_spaces():
    letter = "首先感谢贵机制上个月邀请我们参加研讨会。" * 12 + "货车堵在口岸。" + "谨此致谢。" * 30
    assert "货车堵在口岸" in part(letter)


@pytest.mark.parametrize(
    "text", ["x" * 200_000, "stuck. " * 40_000, "\u202eab\u200dc" * 50_000, "。" * 20_000, "\0\ud800" * 400, " " * 5000]
)
def test_hostile_texts_give_a_short_clean_part(text):
    prepared = PreparedText(text)
    hits = WORDS.find(prepared)
    before = time.process_time()
    given = find_telling_part(prepared, hits)
    assert time.process_time() - before < 20  # nothing that grows with the square of a text ends within it
    assert len(given) <= MOST_CHARACTERS
    assert "\0" not in given
