"""Whether a label can lead to anything new, by the rows of `foresight` and the journeys found so far. Compiled."""

import numpy as np
from numba import njit

from landsea_search.compiled.foresight import (
    BOTH,
    CAPS,
    CAPS_OF_LINE,
    CO2,
    COST,
    COVERED,
    FIELDS,
    JOINT,
    RISK,
    Foresight,
)
from landsea_search.compiled.front import no_worse, put
from landsea_search.compiled.packing import Shape
from landsea_search.compiled.room import AT_LEAST, BY_JOURNEY
from landsea_search.compiled.timetable import END_CAP, FIRST_CAP


@njit(cache=True, nogil=True)
def note_journey(foresight: Foresight, word, shape: Shape):
    """Add a journey to the front of each cap for which it arrives early enough, and drop those it makes superfluous.

    What is possible by a cap, but not by the one before, arrives after the one before.
    """
    minute, bare, guards = word & shape.time_mask, word & ~shape.time_mask, shape.guards
    for cap in range(1, CAPS):
        if foresight.caps[cap - 1] + 1 < minute:
            continue
        words, count = foresight.fronts[cap], foresight.fronts_count[cap]
        if no_worse(words, 0, count, bare, guards) >= 0:
            continue
        kept = 0
        for place in range(count):
            other = words[place]
            if ((other | guards) - bare) & guards != guards:
                words[kept] = other
                kept += 1
        if kept < words.shape[0]:  # else it is left out, and drops nothing
            put(words, 0, kept, bare)
            kept += 1
        foresight.fronts_count[cap] = kept
        _cover(foresight, cap, bare, shape)


@njit(cache=True, nogil=True)
def _fields(word, shape: Shape):
    """Return cost, CO2e and risk of a word."""
    co2 = (word >> shape.co2_shift) & ((1 << (shape.cost_shift - shape.co2_shift)) - 1)
    return word >> shape.cost_shift, co2, (word >> shape.risk_shift) & ((1 << (shape.co2_shift - shape.risk_shift)) - 1)


@njit(cache=True, nogil=True)
def _class_of(classes, value):
    """Return the class of a cost or of CO2e; all from the last begin on are of the last class."""
    return np.int64(classes[min(value, classes.shape[0] - 1)])


@njit(cache=True, nogil=True)
def _cover(foresight: Foresight, cap, word, shape: Shape):
    """Note the risk of a journey for all classes of cost and CO2e from its own on, as far as it is the least."""
    cost, co2, risk = _fields(word, shape)
    first = _class_of(foresight.co2_class, co2)
    for one in range(_class_of(foresight.cost_class, cost), COVERED):
        least = foresight.least_risk[cap, one]
        if least[first] <= risk:
            break
        for other in range(first, COVERED):
            if least[other] <= risk:
                break
            least[other] = risk


@njit(cache=True, nogil=True)
def _covered(foresight: Foresight, cap, cost, co2, risk, word, shape: Shape):
    """Say whether a journey is no worse than a word with these fields; the table answers most, the front the rest."""
    one, other = _class_of(foresight.cost_class, cost), _class_of(foresight.co2_class, co2)
    if foresight.least_risk[cap, one, other] > risk:
        return False
    if one > 0 and other > 0 and foresight.least_risk[cap, one - 1, other - 1] <= risk:
        return True
    return no_worse(foresight.fronts[cap], 0, foresight.fronts_count[cap], word, shape.guards) >= 0


@njit(cache=True, nogil=True)
def _as_good(foresight: Foresight, row, cap, base, fields, shape: Shape):
    """Say whether journeys are no worse than everything that is possible by a latest arrival, but not by the one before.

    `fields` are cost, CO2e and risk of the word `base`.
    """
    place = cap - foresight.window[FIRST_CAP]
    line, cell = row[place // CAPS_OF_LINE], place % CAPS_OF_LINE * FIELDS
    cost, co2, risk = np.int64(line[cell + COST]), np.int64(line[cell + CO2]), np.int64(line[cell + RISK])
    beyond = line[cell + BOTH] - JOINT * co2 - risk  # the risk, above the least, of who emits the least
    word = base + (cost << shape.cost_shift) + (co2 << shape.co2_shift) + (risk << shape.risk_shift)
    cost, co2, risk = cost + fields[0], co2 + fields[1], risk + fields[2]
    more = 0
    while True:
        # Who emits `more` to `up_to` above the least has at least so much risk above the least.
        up_to = 2 * more
        above = min(max(beyond - JOINT * up_to, 0), shape.most_risk_bound)
        least = word + (more << shape.co2_shift) + (above << shape.risk_shift)
        if not _covered(foresight, cap, cost, co2 + more, risk + above, least, shape):
            return False
        if above == 0:
            return True
        more = up_to + 1


@njit(cache=True, nogil=True)
def _same(row, place):
    """Say whether no more is possible by a latest arrival, by its place in a row, than by the one before."""
    line, cell = row[place // CAPS_OF_LINE], place % CAPS_OF_LINE * FIELDS
    before, other = row[(place - 1) // CAPS_OF_LINE], (place - 1) % CAPS_OF_LINE * FIELDS
    same = True
    for field in range(FIELDS):
        same &= line[cell + field] == before[other + field]
    return same


@njit(cache=True, nogil=True)
def hopeless(nodes, foresight: Foresight, run, left, node, word, shape: Shape):
    """Say whether journeys are no worse than all that is possible for a label that left a run after a move.

    The cheapest answer comes first, and is kept for the next offer at the node: a journey that arrives before the first
    cap and is no worse than the label with the least that lies ahead at any time (`bounds`).
    """
    place = foresight.base[run] + left
    able = np.int64(foresight.left_able[place])
    if able == CAPS:
        return True
    row, base = foresight.left_rows[place], word & ~shape.time_mask
    first, end = foresight.window[FIRST_CAP], foresight.window[END_CAP]
    if able > 0:
        words, least = foresight.fronts[able], (word + nodes[node, AT_LEAST]) & ~shape.time_mask
        cost, co2, risk = _fields(least, shape)
        classes = _class_of(foresight.cost_class, cost), _class_of(foresight.co2_class, co2)
        if foresight.least_risk[able, classes[0], classes[1]] <= risk:
            place = no_worse(words, 0, foresight.fronts_count[able], least, shape.guards)
            if place >= 0:
                # What arrives before the first cap that is asked for is not asked for.
                nodes[node, BY_JOURNEY] = words[place] + (foresight.caps[able - 1] + 1 if able > first else 0)
                return True
    failing, fields = foresight.failing[node], _fields(base, shape)
    if failing >= able and not _as_good(foresight, row, failing, base, fields, shape):
        return False
    for cap in range(able, end):
        if cap == failing or (cap > able and _same(row, cap - first)):
            continue
        if not _as_good(foresight, row, cap, base, fields, shape):
            foresight.failing[node] = cap
            return False
    return True
