"""What weighing adds to a check: relations that words tell and figures do not keep, and accusations that nothing speaks for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.weighing.accusing import Accusation
from landsea_core.figures.statement.weighing.default_weigher import read_default_weigher
from landsea_core.figures.statement.weighing.slip_words import say_slip
from landsea_core.figures.statement.weighing.stretches import cut_into_stretches, list_accusations
from landsea_core.figures.statement.weighing.weigher import Doubt, Stretch

SURE, HEARD, HOLDING = 0.8, 0.05, 0.6
"""From what probability on a slip is said; how likely its relation has to be told at least; below what probability another
check's accusation is dropped. Chosen on texts of sources that the models had not seen (`bench/results/statements.md`).
"""
HOLDING_OF = {"product": 0.45, "average": 0.3, "exchange": 0.3, "shares": 0.3, "conversion": 0.3}
"""Another bound for what is oftener right below the common one (`bench/results/statements.md`, 3 December)."""
MANY, MOST_UNLIKELY = 5, 2
"""Only where five figures stand and more do other checks take some for a relation too easily. What names as many, or what one
of them says three times and more, is left: so many figures for one thing are no accident.
"""


UNJUDGED = frozenset({"direction", "rank", "balance"})
"""What these checks accuse is not judged: in the texts that were learnt from the slip is a figure, hardly ever a word."""


class WeighedStatement:
    """A statement with what its figures were weighed to; sentences with too many figures are left out."""

    def __init__(self, read: ReadStatement) -> None:
        self._read = read

    def find_slips(self, outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
        """Yield the likeliest slip of each stretch in which no other check found a contradiction. No share is said to be
        wrong of figures that another check found to be a growth: "1.2 million, an increase of 120,000, or 11.1 percent".
        """
        accused = frozenset(place for one in outcomes if not one.fits for place in one.items)
        grown = [one.items for one in outcomes if one.fits and one.finding.rule == "growth"]
        for stretch in self._stretches:
            figures = stretch.weighed.figures
            if not any(one.place in accused for one in figures):
                likely = (one.weighed.guess for one in stretch.doubts if _is_likely(one, stretch))
                told = (say_slip(guess, figures, self._read) for guess in likely)
                slips = (one for one in told if one is not None and not _is_growth(one, grown))
                yield from islice(slips, 1)

    def keep_likely(self, outcomes: Sequence[Outcome]) -> list[Outcome]:
        """Return the outcomes without the contradictions that hardly hold by what was weighed of their figures."""
        often = Counter(one.finding.rule for one in outcomes if not one.fits)
        unlikely = {
            id(outcome)
            for stretch in self._stretches
            for outcome, accusation in list_accusations(stretch.weighed.figures, outcomes)
            if often[accusation.rule] <= MOST_UNLIKELY and _is_unlikely(accusation, stretch)
        }
        return [one for one in outcomes if id(one) not in unlikely]

    @cached_property
    def _stretches(self) -> list[Stretch]:
        weigher = read_default_weigher()
        if weigher is None:
            return []
        return [weigher.weigh(self._read.text, figures) for figures in cut_into_stretches(self._read)]


def _is_likely(doubt: Doubt, stretch: Stretch) -> bool:
    """Say whether a doubt is a slip, and not the same figures the other way round: 285 of 300 are 95 %, 300 of 285 are not."""
    if doubt.wrong < SURE or doubt.weighed.told < HEARD:
        return False
    orders = stretch.weighed.list_orders(doubt.weighed.guess)
    return not any(
        one.guess.fits and one.told >= HEARD and stretch.weighed.list_orders(one.guess) == orders
        for one in stretch.weighed.weighed
    )


def _is_growth(slip: Outcome, grown: Sequence[frozenset[int]]) -> bool:
    """Say whether the figures of what seems a wrong share are a growth, by the places of all such figures."""
    return slip.finding.rule == "share" and any(slip.items <= items for items in grown)


def _is_unlikely(accusation: Accusation, stretch: Stretch) -> bool:
    """Say whether an accusation of few among many figures hardly holds."""
    if accusation.rule in UNJUDGED or len(accusation.orders) >= MANY or stretch.weighed.count < MANY:
        return False
    return stretch.judge(accusation) < HOLDING_OF.get(accusation.rule, HOLDING)
