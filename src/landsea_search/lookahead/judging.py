"""Whether a label can lead to anything new, by the rows of `foresight` and the journeys found so far.

A label stays only if for some latest arrival no journey that arrives before it is as good as label and row together.
"""

from typing import Any

from landsea_search.compiled.comparing import find_no_worse
from landsea_search.compiled.loops import Array, compiled_loop, int64
from landsea_search.compiled.outlook import answer_for, begin_outlook, note_journey, rules_out
from landsea_search.compiled.packing import Shape
from landsea_search.compiled.room import Room
from landsea_search.compiled.room_columns import JOURNEYS, LAST_JOURNEY, LEAST_AHEAD
from landsea_search.lookahead.foresight import (
    BOTH,
    CAPS,
    CO2,
    COST,
    END_CAP,
    FIRST_CAP,
    JOINT,
    NO_RISK,
    RISK,
    Foresight,
)
from landsea_search.lookahead.fronts_by_cap import add_to_fronts, find_class, has_as_good, split_word
from landsea_search.lookahead.wide_lines import CAPS_OF_LINE, FIELDS


@answer_for(Foresight, begin_outlook)
def _begin_with_fronts(outlook: Any, room: Room, state: Array, shape: Shape) -> None:
    outlook.failing[:] = 0
    outlook.fronts_count[:] = 0
    outlook.least_risk[:] = NO_RISK
    for place in range(state[JOURNEYS]):
        add_to_fronts(outlook, room.journeys[place], shape)


@answer_for(Foresight, note_journey)
def _add_to_fronts(outlook: Any, word: int, shape: Shape) -> None:
    add_to_fronts(outlook, word, shape)


@answer_for(Foresight, rules_out)
def _rule_out_by_rows(
    outlook: Any, room: Room, state: Array, run: int, left: int, node: int, word: int, shape: Shape
) -> bool:
    """A label that came by no run is not judged: the ride before it was."""
    return run >= 0 and is_hopeless(room.nodes, outlook, run, left, node, word, shape)


@compiled_loop
def is_hopeless(nodes: Array, foresight: Foresight, run: int, left: int, node: int, word: int, shape: Shape) -> bool:
    """Say whether journeys are no worse than all that is possible for a label that left a run after a move."""
    place = foresight.base[run] + left
    able = int64(foresight.left_able[place])
    if able == CAPS:
        return True
    row, base = foresight.left_rows[place], word & ~shape.time_mask
    if able > 0 and _is_beaten_anyway(nodes, foresight, able, node, word, shape):
        return True
    failing, fields = foresight.failing[node], split_word(base, shape)
    if failing >= able and not _is_beaten(foresight, row, failing, base, fields, shape):
        return False
    for cap in range(able, foresight.window[END_CAP]):
        if cap == failing or (cap > able and _is_same(row, cap - foresight.window[FIRST_CAP])):
            continue
        if not _is_beaten(foresight, row, cap, base, fields, shape):
            foresight.failing[node] = cap
            return False
    return True


@compiled_loop
def _is_beaten_anyway(nodes: Array, foresight: Foresight, able: int, node: int, word: int, shape: Shape) -> bool:
    """Give the cheapest answer, kept for the next offer at the node: by the least that lies ahead at any time.

    Says whether a journey that arrives before the first possible cap is no worse than the label with that least.
    """
    words, least = foresight.fronts[able], (word + nodes[node, LEAST_AHEAD]) & ~shape.time_mask
    cost, co2, risk = split_word(least, shape)
    classes = find_class(foresight.cost_class, cost), find_class(foresight.co2_class, co2)
    if foresight.least_risk[able, classes[0], classes[1]] > risk:
        return False
    place = find_no_worse(words, 0, foresight.fronts_count[able], least, shape.guards)
    if place >= 0:
        # What arrives before the first cap that is asked for is not asked for.
        before = foresight.caps[able - 1] + 1 if able > foresight.window[FIRST_CAP] else 0
        nodes[node, LAST_JOURNEY] = words[place] + before
    return place >= 0


@compiled_loop
def _is_beaten(
    foresight: Foresight, row: Array, cap: int, base: int, fields: tuple[int, int, int], shape: Shape
) -> bool:
    """Say whether journeys are no worse than everything that is possible by a latest arrival, but not by the one before.

    `fields` are cost, CO2e and risk of the word `base`.
    """
    place = cap - foresight.window[FIRST_CAP]
    line, cell = row[place // CAPS_OF_LINE], place % CAPS_OF_LINE * FIELDS
    cost, co2, risk = int64(line[cell + COST]), int64(line[cell + CO2]), int64(line[cell + RISK])
    beyond = line[cell + BOTH] - JOINT * co2 - risk  # the risk, above the least, of who emits the least
    word = base + (cost << shape.cost_shift) + (co2 << shape.co2_shift) + (risk << shape.risk_shift)
    cost, co2, risk = cost + fields[0], co2 + fields[1], risk + fields[2]
    more = 0
    while True:
        # Who emits `more` to `up_to` above the least has at least so much risk above the least.
        up_to = 2 * more
        above = min(max(beyond - JOINT * up_to, 0), shape.most_risk_bound)
        least = word + (more << shape.co2_shift) + (above << shape.risk_shift)
        if not has_as_good(foresight, cap, cost, co2 + more, risk + above, least, shape):
            return False
        if above == 0:
            return True
        more = up_to + 1


@compiled_loop
def _is_same(row: Array, place: int) -> bool:
    """Say whether no more is possible by a latest arrival, by its place in a row, than by the one before."""
    line, cell = row[place // CAPS_OF_LINE], place % CAPS_OF_LINE * FIELDS
    before, other = row[(place - 1) // CAPS_OF_LINE], (place - 1) % CAPS_OF_LINE * FIELDS
    same = True
    for field in range(FIELDS):
        same &= line[cell + field] == before[other + field]
    return same
