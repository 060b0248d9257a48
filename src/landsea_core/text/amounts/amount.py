"""How much and how long: money, weights, lorries, days, each with the words that say so."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Amount:
    """A number with its unit; `low` and `high` differ where a range was written. Currencies are ISO 4217 codes, other units the
    codes of the lexicon (hour, day, lorry, container, tonne, ...). Positions are of the folded text.
    """

    kind: str
    unit: str
    low: Decimal
    high: Decimal
    words: str
    start: int
    end: int
