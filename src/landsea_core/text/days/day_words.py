"""The small words around days in numbers, in ten languages, as patterns: the rows "day_word" of one lexicon.

"ngày 12 tháng 11", "วันที่ 20", "ວັນທີ 12 ເດືອນ 11", "the 20th of November". All patterns are for folded texts.
"""

import re

from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.other_spellings import simplify_characters
from landsea_core.text.lexicon import Lexicon


class DayWords:
    """Patterns of days that stand with words."""

    def __init__(self, lexicon: Lexicon) -> None:
        before_day, month, year, of, ordinal, not_a_day = (
            _choose_any(lexicon, value)
            for value in ("before_day", "month", "year", "before_month", "behind_number", "not_a_day")
        )
        self.before_day = re.compile(rf"(?: |{before_day})*")
        """What may stand between "since" and a day."""
        self.behind_day = re.compile(rf"(?: |{_choose_any(lexicon, 'behind_day')})*")
        """What may stand between a day and a word behind it that says "since"."""
        self.numbered_month = re.compile(
            rf"(?<!\d)(\d{{1,2}}) ?(?:{month}) ?(\d{{1,2}})(?:(?:,? ?(?:{year}|/) ?)(\d{{4}}))?(?!\d)"
        )
        """Day, month and perhaps year, all in numbers: "12 thang 11 nam 2026"."""
        self.day_before_month = re.compile(rf"(?<!\d)(\d{{1,2}})(?:{ordinal})?(?: (?:{of}))? ?$")
        self.day_behind_month = re.compile(rf" ?(\d{{1,2}})(?:{ordinal})?(?! ?\d)(?:,? (\d{{4}}))?")
        self.year_behind = re.compile(rf",? ?(?:(?:{_choose_any(lexicon, 'era')}) ?)?(\d{{4}})(?!\d)")
        self.han_day = re.compile(rf"(?<![\d月])(\d{{1,2}})号(?!{not_a_day})")
        """A day of this month in Chinese (20号), and no door, line or lorry of that number."""


def _choose_any(lexicon: Lexicon, value: str) -> str:
    terms = {term for row in lexicon.list_rows("day_word") if row["value"] == value for term, _weight in row["terms"]}
    folded = {simplify_characters(fold_spelling(term)) for term in terms}
    return "|".join(re.escape(term) for term in sorted(folded, key=lambda term: (-len(term), term)))
