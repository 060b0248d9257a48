"""The least that lies between every node and the destination, one criterion at a time, compiled.

Dijkstra's algorithm backwards over nodes, walking each line only as far as it gets better. Openings, days of running
and slack are left out, so the bounds hold at any time of any day.
"""

import numpy as np
from numba import njit

from landsea_search.compiled.tables import FIRST_MOVE, FROM, FROM_STOP, NEVER, Tables, Weights


@njit(cache=True, nogil=True)
def _push(keys, nodes, size, key, node):
    """Put a node into the heap; returns its new size."""
    place = size
    while place > 0:
        above = (place - 1) >> 1
        if keys[above] <= key:
            break
        keys[place] = keys[above]
        nodes[place] = nodes[above]
        place = above
    keys[place] = key
    nodes[place] = node
    return size + 1


@njit(cache=True, nogil=True)
def _pop(keys, nodes, size):
    """Take the nearest node out of the heap; returns its new size."""
    size -= 1
    key = keys[size]
    node = nodes[size]
    place = 0
    while True:
        below = 2 * place + 1
        if below >= size:
            break
        if below + 1 < size and keys[below + 1] < keys[below]:
            below += 1
        if keys[below] >= key:
            break
        keys[place] = keys[below]
        nodes[place] = nodes[below]
        place = below
    keys[place] = key
    nodes[place] = node
    return size


@njit(cache=True, nogil=True)
def least(tables: Tables, weights: Weights, destination, nearest, on_board, keys, nodes):
    """Fill `nearest` by node and `on_board` by move (before it is made); `NEVER` where there is no way.

    `keys` and `nodes` are room for the heap: one entry for each way to reach a node, plus one.
    """
    stops = nearest.shape[0] // 2
    nearest[:] = NEVER
    on_board[:] = NEVER
    nearest[destination] = 0
    size = _push(keys, nodes, 0, 0, destination)
    while size > 0:
        key = keys[0]
        node = nodes[0]
        size = _pop(keys, nodes, size)
        if key > nearest[node]:
            continue
        if node < stops:  # a vehicle was left here: which lines come by, and from where
            for place in range(tables.moves_into[node], tables.moves_into[node + 1]):
                move = tables.moves_into_order[place]
                end = key + weights.after[move]
                first = tables.moves[move, FIRST_MOVE]
                while move >= first and on_board[move] > end - weights.before[move]:
                    on_board[move] = end - weights.before[move]
                    ready = stops + tables.moves[move, FROM_STOP]
                    if on_board[move] + weights.boarding[move] < nearest[ready]:
                        nearest[ready] = on_board[move] + weights.boarding[move]
                        size = _push(keys, nodes, size, nearest[ready], ready)
                    move -= 1
            for place in range(tables.hauls_into[node], tables.hauls_into[node + 1]):
                haul = tables.hauls_into_order[place]
                ready = stops + tables.hauls[haul, FROM]
                if key + weights.hauls[haul] < nearest[ready]:
                    nearest[ready] = key + weights.hauls[haul]
                    size = _push(keys, nodes, size, nearest[ready], ready)
        if node >= stops or node == destination:  # ready here, or a last transfer ends here
            stop = node - stops if node >= stops else node
            for place in range(tables.steps_into[stop], tables.steps_into[stop + 1]):
                step = tables.steps_into_order[place]
                left = tables.steps[step, FROM]
                if key + weights.steps[step] < nearest[left]:
                    nearest[left] = key + weights.steps[step]
                    size = _push(keys, nodes, size, nearest[left], left)


@njit(cache=True, nogil=True)
def packed_bounds(minutes, cost, co2, longest, most, cost_shift, co2_shift, words):
    """Put three bounds into words, capped to the fields; -1 where the destination cannot be reached in time."""
    for place in range(words.shape[0]):
        if minutes[place] > longest or cost[place] >= NEVER:
            words[place] = -1
        else:
            words[place] = minutes[place] | min(cost[place], most) << cost_shift | min(co2[place], most) << co2_shift


def heap_room(tables: Tables) -> tuple[np.ndarray, np.ndarray]:
    """Return room for the heap of `least`."""
    entries = len(tables.moves) + len(tables.steps) + len(tables.hauls) + 2
    return np.empty(entries, np.int64), np.empty(entries, np.int32)
