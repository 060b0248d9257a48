"""What cannot wait: 72 texts in ten languages, labelled before any was read; every second one was never looked at again.

Half of them speak of the same goods and of rot, gates and waiting, but in general, of the past, or of money.
"""

import json
from pathlib import Path

import pytest

from landsea_core.text.amounts import AmountReader
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.goods.reader import GoodsReader
from landsea_core.text.languages import LanguageReader
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.model.opinion import combine_chances
from landsea_core.text.urgency import URGENT, UrgencyReader

TEXTS = [
    json.loads(line) for line in (Path(__file__).parent / "urgent_texts.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def is_urgent():
    data = find_default_data_folder()
    lexicon = Lexicon.load(data / "lexicon")
    goods = GoodsReader.load(lexicon, LanguageReader(lexicon), data / "reference" / "goods.jsonl")
    urgency = UrgencyReader(lexicon, AmountReader(lexicon))

    def reads(raw):
        text = PreparedText(raw)
        return urgency.read_urgency(text, [hit.payload for hit in goods.find_mentions(text)]).value == URGENT

    return reads


@pytest.mark.parametrize("part", ["held", "looked at"])
def test_words_alone_tell_what_cannot_wait(is_urgent, part):
    rows = [row for row in TEXTS if row["part"] == part]
    found = [(row["urgent"], is_urgent(row["text"])) for row in rows]
    right = sum(told == read for told, read in found)
    missed = sum(told and not read for told, read in found)
    assert right >= 0.85 * len(rows)
    assert missed <= 0.2 * sum(told for told, _ in found)


def test_standing_is_urgent_with_days_and_not_with_months(is_urgent):
    assert is_urgent("Our bananas are stuck at the gate for three days.")
    assert not is_urgent("Our bananas are stuck at the gate for three months.")


def test_either_witness_is_enough():
    assert combine_chances(0.0, 0.6) == pytest.approx(0.6)
    assert combine_chances(0.4, 0.4) == pytest.approx(0.64)
