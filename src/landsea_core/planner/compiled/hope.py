"""Whether a label can lead to anything new, by the rows of `foresight` and the journeys found so far. Compiled."""

from numba import njit

from landsea_core.planner.compiled.foresight import BOTH, CAPS, CO2, COST, FIELDS, JOINT, NO_ROW, RISK, Foresight
from landsea_core.planner.compiled.front import no_worse, put
from landsea_core.planner.compiled.packing import Shape
from landsea_core.planner.compiled.room import AT_LEAST, BY_JOURNEY
from landsea_core.planner.compiled.timetable import BEGIN


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


@njit(cache=True, nogil=True)
def _as_good(foresight: Foresight, row, cap, base, shape: Shape):
    """Say whether journeys are no worse than everything that is possible by a latest arrival, but not by the one before."""
    words, count = foresight.fronts[cap], foresight.fronts_count[cap]
    cost, co2, risk = row[COST * CAPS + cap], row[CO2 * CAPS + cap], row[RISK * CAPS + cap]
    beyond = row[BOTH * CAPS + cap] - JOINT * co2 - risk  # the risk, above the least, of who emits the least
    word = base + (cost << shape.cost_shift) + (co2 << shape.co2_shift) + (risk << shape.risk_shift)
    more = 0
    while True:
        # Who emits `more` to `up_to` above the least has at least so much risk above the least.
        up_to = 2 * more
        above = min(max(beyond - JOINT * up_to, 0), shape.most_risk_bound)
        if no_worse(words, 0, count, word + (more << shape.co2_shift) + (above << shape.risk_shift), shape.guards) < 0:
            return False
        if above == 0:
            return True
        more = up_to + 1


@njit(cache=True, nogil=True)
def _same(row, cap):
    """Say whether no more is possible by a latest arrival than by the one before."""
    same = True
    for field in range(FIELDS):
        same &= row[field * CAPS + cap] == row[field * CAPS + cap - 1]
    return same


@njit(cache=True, nogil=True)
def hopeless(nodes, foresight: Foresight, run, left, node, word, shape: Shape):
    """Say whether journeys are no worse than all that is possible for a label that left a run after a move.

    The cheapest answer comes first, and is kept for the next offer at the node: a journey that arrives before the first
    cap and is no worse than the label with the least that lies ahead at any time (`bounds`).
    """
    place = foresight.left[foresight.numbers[foresight.base[run] + left] - foresight.window[BEGIN]]
    if place == NO_ROW:
        return True
    row, able, base = foresight.left_rows[place], foresight.left_able[place], word & ~shape.time_mask
    if able > 0:
        words, least = foresight.fronts[able], (word + nodes[node, AT_LEAST]) & ~shape.time_mask
        place = no_worse(words, 0, foresight.fronts_count[able], least, shape.guards)
        if place >= 0:
            nodes[node, BY_JOURNEY] = words[place] + foresight.caps[able - 1] + 1
            return True
    failing = foresight.failing[node]
    if failing >= able and not _as_good(foresight, row, failing, base, shape):
        return False
    for cap in range(able, CAPS):
        if cap == failing or (cap > able and _same(row, cap)):
            continue
        if not _as_good(foresight, row, cap, base, shape):
            foresight.failing[node] = cap
            return False
    return True
