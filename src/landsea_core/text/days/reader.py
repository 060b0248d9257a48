"""The reader of days: all that a text says of days, and the day on which what it tells seems to have begun."""

from datetime import date, timedelta

from landsea_core.text.amounts import AmountReader
from landsea_core.text.days.day_words import DayWords
from landsea_core.text.days.lengths import find_lengths
from landsea_core.text.days.named import find_named_days
from landsea_core.text.days.when import SURE, When
from landsea_core.text.days.written import find_written_days
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import may_begin_word
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.anchored_words import AnchoredWords

MOST = 10
_LONGEST_SINCE = 366
_LONGEST_BEFORE = 20
"""Characters before a day in which a word such as "since" is looked for."""
_LONGEST_BEHIND = 8
"""Characters behind a day in which such a word is looked for where a language has it there: Burmese for "day", and a space."""
_SINCE_ADDS = 0.2


class DayReader:
    """Reads days with one lexicon (kinds "when", "until_now", "day_word") and the lengths of time that `amounts` reads."""

    def __init__(self, lexicon: Lexicon, amounts: AmountReader) -> None:
        self._amounts = amounts
        self._names = lexicon.get_index("when")
        self._words = DayWords(lexicon)
        self._since = AnchoredWords(
            (entry.term, True) for entry in lexicon.list_entries("when") if entry.value == "since"
        )
        self._since_behind = AnchoredWords(
            (entry.term, True) for entry in lexicon.list_entries("when") if entry.value == "since_behind"
        )
        self._until_now = AnchoredWords((entry.term, True) for entry in lexicon.list_entries("until_now"))

    def read_days(self, text: PreparedText, today: date) -> list[When]:
        """Return all that is said of days, in the order of the text, at most ten. Never raises.

        Where two readings overlap the one that begins first counts, of those the longer: in "12/11/2026" not "12/11" too.
        """
        found = [
            *find_written_days(text, self._words, today),
            *find_named_days(text, self._names, self._words, today),
            *find_lengths(text, self._amounts, self._until_now, today),
        ]
        found.sort(key=lambda one: (one.start, -len(one.words)))
        kept: list[When] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return [self._mark_since(text, one) for one in kept[:MOST]]

    def find_beginning(self, text: PreparedText, today: date) -> When | None:
        """Return the one day on which it seems to have begun; None when no single day within the last year is said."""
        known = [
            one
            for one in self.read_days(text, today)
            if one.first == one.last and timedelta(0) <= today - one.first <= timedelta(_LONGEST_SINCE)
        ]
        return max(known, key=lambda one: (one.since, one.confidence, -one.start), default=None)

    def _mark_since(self, text: PreparedText, one: When) -> When:
        """Return the same with `since` true, and surer, where a word right before or behind it says so."""
        if one.since or not (self._follows_since(text, one.start) or self._is_before_since(text, one.end)):
            return one
        return When(one.first, one.last, min(SURE, one.confidence + _SINCE_ADDS), one.words, one.start, since=True)

    def _follows_since(self, text: PreparedText, start: int) -> bool:
        """Whether a word such as "since" opens these words or stands before them, with nothing but "the day" between."""
        for at in range(start, max(-1, start - _LONGEST_BEFORE), -1):
            found = self._since.find_at(text, at) if may_begin_word(text.folded, at) else None
            if found and (at == start or self._words.before_day.fullmatch(text.folded, found[0], start)):
                return True
        return False

    def _is_before_since(self, text: PreparedText, end: int) -> bool:
        """Whether a word such as Burmese "ကတည်းက" or Chinese "起" stands behind a day, with nothing but "day" between."""
        return any(
            self._since_behind.find_at(text, at) is not None
            and self._words.behind_day.fullmatch(text.folded, end, at) is not None
            for at in range(end, min(len(text.folded), end + _LONGEST_BEHIND))
        )
