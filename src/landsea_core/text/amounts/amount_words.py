"""The words of amounts from one lexicon: units, signs of currencies, what joins the two ends of a range."""

import re

from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.other_spellings import simplify_characters
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.anchored_words import AnchoredWords
from landsea_core.text.units.sizes import COUNT, MONEY, WEIGHT, UnitSizes

_NOUN_FIRST = {"km": (COUNT,), "my": (COUNT, WEIGHT)}
"""What a number may follow without another word, by language: "ကား ၂၀" are twenty lorries, "တန် ၅၀၀" five hundred tonnes."""


class AmountWords:
    """Units by their words: behind a number, before one (currencies), and before one that counts or weighs (Khmer, Burmese)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.kinds = UnitSizes(lexicon).amounts
        """What an amount of a unit is: money, weight, count or duration."""
        entries = lexicon.list_entries("unit")
        self.units = AnchoredWords((entry.term, entry.value) for entry in entries)
        self.money_signs = AnchoredWords(
            (term, row["value"]) for row in lexicon.list_rows("money_sign") for term, _weight in row["terms"]
        )
        self.currencies = AnchoredWords(
            (entry.term, entry.value) for entry in entries if self.kinds.get(entry.value) == MONEY
        )
        self.counted = AnchoredWords(
            (entry.term, entry.value)
            for entry in entries
            if self.kinds.get(entry.value) in _NOUN_FIRST.get(entry.lang, ())
        )
        to = {simplify_characters(fold_spelling(entry.term)) for entry in lexicon.list_entries("range_word")}
        self.range_join = re.compile(rf" ?(?:-|–|~|{'|'.join(sorted(map(re.escape, to)))}) ?")
        """What stands between the two numbers of a range: "3-4", "ba đến bốn"."""
