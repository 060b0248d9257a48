"""For each latest arrival the journeys that arrive before all that counts for it, and whether one is as good as a word.

A table of classes of cost and CO2e answers most questions, the front itself the rest.
"""

from landsea_search.compiled.comparing import find_no_worse
from landsea_search.compiled.loops import Array, compiled_loop, int64
from landsea_search.compiled.packing import Shape
from landsea_search.compiled.word_lists import insert_word
from landsea_search.lookahead.foresight import CAPS, COVERED, Foresight


@compiled_loop
def add_to_fronts(foresight: Foresight, word: int, shape: Shape) -> None:
    """Add a journey to the front of each cap for which it arrives early enough, and drop those it makes superfluous.

    What is possible by a cap, but not by the one before, arrives after the one before.
    """
    minute, bare, guards = word & shape.time_mask, word & ~shape.time_mask, shape.guards
    for cap in range(1, CAPS):
        if foresight.caps[cap - 1] + 1 < minute:
            continue
        words, count = foresight.fronts[cap], foresight.fronts_count[cap]
        if find_no_worse(words, 0, count, bare, guards) >= 0:
            continue
        kept = 0
        for place in range(count):
            other = words[place]
            if ((other | guards) - bare) & guards != guards:
                words[kept] = other
                kept += 1
        if kept < words.shape[0]:  # else it is left out, and drops nothing
            insert_word(words, 0, kept, bare)
            kept += 1
        foresight.fronts_count[cap] = kept
        _cover_classes(foresight, cap, bare, shape)


@compiled_loop
def split_word(word: int, shape: Shape) -> tuple[int, int, int]:
    """Return cost, CO2e and risk of a word."""
    co2 = (word >> shape.co2_shift) & ((1 << (shape.cost_shift - shape.co2_shift)) - 1)
    return word >> shape.cost_shift, co2, (word >> shape.risk_shift) & ((1 << (shape.co2_shift - shape.risk_shift)) - 1)


@compiled_loop
def find_class(classes: Array, value: int) -> int:
    """Return the class of a cost or of CO2e; all from the beginning of the last class on are of that class."""
    return int64(classes[min(value, classes.shape[0] - 1)])


@compiled_loop
def _cover_classes(foresight: Foresight, cap: int, word: int, shape: Shape) -> None:
    """Note the risk of a journey for all classes of cost and CO2e from its own on, as far as it is the least."""
    cost, co2, risk = split_word(word, shape)
    first = find_class(foresight.co2_class, co2)
    for one in range(find_class(foresight.cost_class, cost), COVERED):
        least = foresight.least_risk[cap, one]
        if least[first] <= risk:
            break
        for other in range(first, COVERED):
            if least[other] <= risk:
                break
            least[other] = risk


@compiled_loop
def has_as_good(foresight: Foresight, cap: int, cost: int, co2: int, risk: int, word: int, shape: Shape) -> bool:
    """Say whether a journey is no worse than a word with these fields."""
    one, other = find_class(foresight.cost_class, cost), find_class(foresight.co2_class, co2)
    if foresight.least_risk[cap, one, other] > risk:
        return False
    if one > 0 and other > 0 and foresight.least_risk[cap, one - 1, other - 1] <= risk:
        return True
    return find_no_worse(foresight.fronts[cap], 0, foresight.fronts_count[cap], word, shape.guards) >= 0
