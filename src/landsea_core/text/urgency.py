"""Whether a text asks for the border-urgent lane: goods that spoil, animals that die, lorries that stand.

Words of four kinds add up (lexicon kind "urgency"): "urgent" for haste in so many words, "spoils" for what happens to goods,
"stands" for what does not move, and against them "calm". Standing counts for more when a few hours or days are named with
it, less when months are. Perishable goods and live animals add to any of these but are not urgent alone: a question about
next year's mango season can wait.
"""

from collections.abc import Sequence

from landsea_core.text.amounts import DURATION, AmountReader
from landsea_core.text.evidence import Evidence, Guess, weigh_hits
from landsea_core.text.goods.reader import Good
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon

URGENT, NORMAL = "urgent", "normal"
SPOILS, STANDS, CALM = "spoils", "stands", "calm"
WORDS_OF_URGENCY = (URGENT, SPOILS, STANDS, CALM)
"""The values of the lexicon's kind "urgency"."""
_PERISHABLE, _LIVE = 0.3, 0.4
_MOST_OF_ONE = 1.2
"""However many words say that goods rot, it is one thing that they say."""
_STANDING, _SINCE, _STANDING_SINCE = 0.5, 0.2, 0.4
_LONG = -0.5
_THRESHOLD = 1.0
_SHORT_DAYS = 21
_DAYS_OF = {"hour": 1 / 24, "night": 1, "day": 1, "week": 7}
_NOW = frozenset({"today", "tonight", "yesterday", "before_yesterday", "tomorrow"})


class UrgencyReader:
    """Reads urgency with one lexicon and the lengths of time that `amounts` reads."""

    def __init__(self, lexicon: Lexicon, amounts: AmountReader):
        self._words = lexicon.get_index("urgency")
        self._when = lexicon.get_index("when")
        self._amounts = amounts

    def read_urgency(self, text: PreparedText, goods: Sequence[Good] = ()) -> Guess:
        """The value is "urgent" or "normal"; `goods` are those the text names.

        With evidence E the chance of "urgent" is E^2 / (E^2 + 1): one half at the threshold 1.
        """
        found = weigh_hits(self._words.find(text))
        parts = {kind: found[kind] for kind in (URGENT, SPOILS, STANDS) if kind in found}
        amount = sum(found[kind].weight for kind in (URGENT, CALM) if kind in found)
        amount += min(_MOST_OF_ONE, _weight_of(parts, SPOILS)) + _STANDING * min(
            _MOST_OF_ONE, _weight_of(parts, STANDS)
        )
        short, long = self._find_lengths(text)
        if short:
            amount += _STANDING_SINCE if STANDS in parts else _SINCE if parts else 0.0
        if long:
            amount += _LONG
        words = (*(word for part in parts.values() for word in part.list_best_words()), *short)
        named = next(
            (good for good in sorted(goods, key=lambda one: not one.live) if good.live or good.perishable), None
        )
        if parts and named:
            amount += _LIVE if named.live else _PERISHABLE
            words = (*words, named.name)
        amount, words = max(0.0, amount), tuple(dict.fromkeys(words))
        chance = amount * amount / (amount * amount + 1)
        if amount >= _THRESHOLD:
            return Guess(URGENT, round(chance, 3), words)
        return Guess(NORMAL, round(1 - chance, 3), words)

    def _find_lengths(self, text: PreparedText) -> tuple[tuple[str, ...], bool]:
        """The words that name hours, nights or a few days, or a day of this week; and whether months or years are named."""
        short, long = [], False
        for amount in self._amounts.read_amounts(text):
            if amount.kind == DURATION:
                days = float(amount.high) * _DAYS_OF.get(amount.unit, _SHORT_DAYS + 1)
                short += [amount.words] if days <= _SHORT_DAYS else []
                long |= days > _SHORT_DAYS
        for hit in self._when.find(text):
            value = hit.payload.value
            short += [hit.words] if value in _NOW or value.startswith("weekday_") else []
            long |= value in ("last_month", "last_year")
        return tuple(short[:2]), long


def _weight_of(parts: dict[str, Evidence], kind: str) -> float:
    return parts[kind].weight if kind in parts else 0.0


def find_chance_of_urgent(guess: Guess) -> float:
    """The chance that a text is urgent, whichever of the two the guess is."""
    return guess.confidence if guess.value == URGENT else 1 - guess.confidence
