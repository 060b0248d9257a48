"""Whether a text asks for the border-urgent lane: goods that spoil, animals that die, lorries that stand.

Words (lexicon kind "urgency", values "urgent" and, against it, "calm") add up; perishable goods and live animals add to
words of urgency but are not urgent alone: a question about next year's mango season can wait.
"""

from collections.abc import Sequence

from landsea_core.text.evidence import Guess, weigh
from landsea_core.text.goods import Good
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.prepared import PreparedText

URGENT, NORMAL = "urgent", "normal"
_PERISHABLE = 0.3
_LIVE = 0.4
_THRESHOLD = 1.0


class UrgencyReader:
    """Reads urgency with one lexicon."""

    def __init__(self, lexicon: Lexicon):
        self._words = lexicon.index("urgency")

    def urgency(self, text: PreparedText, goods: Sequence[Good] = ()) -> Guess:
        """The value is "urgent" or "normal"; `goods` are those the text names.

        With evidence E the chance of "urgent" is E^2 / (E^2 + 1): one half at the threshold 1.
        """
        found = weigh(self._words.find(text))
        urgent, calm = found.get(URGENT), found.get("calm")
        amount = (urgent.weight if urgent else 0.0) + (calm.weight if calm else 0.0)
        words = urgent.best_words() if urgent else ()
        if urgent and urgent.weight > 0:
            live_first = sorted(goods, key=lambda good: not good.live)
            named = next((good for good in live_first if good.live or good.perishable), None)
            if named:
                amount += _LIVE if named.live else _PERISHABLE
                words = (*words, named.name)
        amount = max(0.0, amount)
        chance = amount * amount / (amount * amount + 1)
        if amount >= _THRESHOLD:
            return Guess(URGENT, round(chance, 3), words)
        return Guess(NORMAL, round(1 - chance, 3), words)
