"""Who boards a run: of all who are ready, those that no other one is as good as.

All who board a run arrive together. So one that is no better than another in cost, CO2e and risk can be left out: what
it could do, the other can do as well.
"""

import numpy as np

from landsea_search.compiled.comparing import find_no_worse
from landsea_search.compiled.loops import Array, compiled_loop, inlined_loop, int64
from landsea_search.compiled.room_columns import END, LAST_JOURNEY, LOG, LOGGED, NEVER_AGAIN, RAN_OVER, ZERO
from landsea_search.compiled.tables import CURVE, CURVE_LAST, FIRST_RUN, FROM_STOP, LEAVES, MOVE
from landsea_search.compiled.task import Work, count_stops


@inlined_loop
def gather_riders(work: Work, place: int, run: int) -> int:
    """Find who boards a run: all who are ready and did not board the run before at the lowest risk; returns how many.

    The label with the number 0 is at the origin, boards without risk, and so no later run than its first.
    """
    tables, room, shape = work.tables, work.room, work.task.shape
    boardings, words, guards = tables.boardings, room.words, shape.guards
    stop, leaves = tables.moves[boardings[place, MOVE], FROM_STOP], boardings[place, LEAVES]
    curve, last = boardings[place, CURVE], boardings[place, CURVE_LAST]
    until = last if shape.with_risk else np.int32(0)
    last_journey = room.nodes[count_stops(tables) + stop, LAST_JOURNEY]
    when = tables.starts[run] - work.task.ready + leaves
    before = int64(-NEVER_AGAIN)
    if run > boardings[place, FIRST_RUN]:
        before = int64(tables.starts[run - 1] - work.task.ready + leaves)
    price, least, count = work.prices.boardings[place], room.least_ahead[place] + when, ZERO
    first, entry = room.ready_logs[stop, LOG], room.ready_logs[stop, LOG] + 2 * (room.ready_logs[stop, LOGGED] - 1)
    while entry >= first:
        word, label = words[entry], words[entry + 1]
        minute = word & shape.time_mask
        if minute + until <= before:
            break
        entry -= 2
        paid = word - minute + price
        if label > 0 and shape.with_risk:
            paid += int64(tables.curves[curve + min(when - minute, last)]) << shape.risk_shift
        elif minute <= before:
            continue
        if paid & guards:
            work.state[END] = RAN_OVER
            return 0
        bound = paid + least
        if (bound & shape.time_mask) > work.task.longest or ((bound | guards) - last_journey) & guards == guards:
            continue
        if find_no_worse(room.rider_keys, ZERO, count, paid, guards) < 0:
            key = paid & shape.keep
            count = _insert_rider(room.rider_keys, room.rider_words, room.rider_labels, count, key, paid, label, guards)
    return count


@compiled_loop
def _insert_rider(
    keys: Array, words: Array, labels: Array, count: int, key: int, word: int, label: int, guards: int
) -> int:
    """Put one who boards among the sorted ones, and leave out those that it is as good as; returns how many there are."""
    place = int64(0)
    while place < count and keys[place] < key:
        place += 1
    # From here on, each is put where the one before was, while those that are left out make room.
    kept, last_key, last_word, last_label = place, key, word, label
    while place < count:
        other_key, other_word, other_label = keys[place], words[place], labels[place]
        place += 1
        if ((other_key | guards) - key) & guards != guards:
            keys[kept], words[kept], labels[kept] = last_key, last_word, last_label
            kept += 1
            last_key, last_word, last_label = other_key, other_word, other_label
    keys[kept], words[kept], labels[kept] = last_key, last_word, last_label
    return kept + 1
