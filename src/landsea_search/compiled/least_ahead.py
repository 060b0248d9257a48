"""The least that lies between every node and the destination, one criterion at a time.

Dijkstra's algorithm backwards over nodes, walking each line only as far as it gets better. Openings, days of running
and slack are left out, so the bounds hold at any time of any day.
"""

import numpy as np

from landsea_search.compiled.loops import Array, compiled_loop, inlined_loop, int64
from landsea_search.compiled.node_heap import pop_node, push_node
from landsea_search.compiled.packing import Layout
from landsea_search.compiled.room_columns import ZERO
from landsea_search.compiled.tables import FIRST_MOVE, FROM, FROM_STOP, MOVE, NEVER, NetworkArrays, Tables, Weights


class LeastAhead:
    """The bounds of one query after the other on one network: minutes, cost and CO2e, by node and by move."""

    def __init__(self, arrays: NetworkArrays, stops: int) -> None:
        tables = arrays.tables
        entries = len(tables.moves) + len(tables.steps) + len(tables.hauls) + 2  # one for each way to reach a node
        self._tables, self._weights = tables, (arrays.minutes, arrays.cost, arrays.co2)
        self._heap = np.empty(entries, np.int64), np.empty(entries, np.int32)
        self.by_node = np.empty((3, 2 * stops), np.int64)
        self.by_move = np.empty((3, len(tables.moves)), np.int64)

    def find(self, destination: int) -> None:
        """Find all bounds for a destination; they hold until this is asked again."""
        for row, weights in enumerate(self._weights):
            fill_least(self._tables, weights, destination, self.by_node[row], self.by_move[row], *self._heap)

    def pack(self, layout: Layout, longest: int, by_node: Array, by_boarding: Array) -> None:
        """Write the bounds as words: into `by_node`, and for what can be boarded into `by_boarding`."""
        fields = longest, layout.most, layout.cost_shift, layout.co2_shift
        pack_bounds(self.by_node, *fields, by_node)
        pack_bounds(np.take(self.by_move, self._tables.boardings[:, MOVE], axis=1), *fields, by_boarding)


@compiled_loop
def fill_least(
    tables: Tables, weights: Weights, destination: int, by_node: Array, by_move: Array, keys: Array, nodes: Array
) -> None:
    """Fill `by_node`, and `by_move` for cargo on board before each move; `NEVER` where there is no way.

    `keys` and `nodes` are room for the heap: one entry for each way to reach a node, plus one.
    """
    stops = by_node.shape[0] // 2
    by_node[:] = NEVER
    by_move[:] = NEVER
    by_node[destination] = 0
    size = push_node(keys, nodes, ZERO, ZERO, int64(destination))
    while size > 0:
        key = keys[0]
        node = int64(nodes[0])
        size = pop_node(keys, nodes, size)
        if key > by_node[node]:
            continue
        if node < stops:  # a vehicle was left here: which lines come by, and from where
            size = _walk_back_vehicles(tables, weights, by_node, by_move, keys, nodes, size, key, node)
        if node >= stops or node == destination:  # ready here, or a last transfer ends here
            stop = node - stops if node >= stops else node
            for place in range(tables.steps_into[stop], tables.steps_into[stop + 1]):
                step = tables.steps_into_order[place]
                left = int64(tables.steps[step, FROM])
                if key + weights.steps[step] < by_node[left]:
                    by_node[left] = key + weights.steps[step]
                    size = push_node(keys, nodes, size, by_node[left], left)


@inlined_loop
def _walk_back_vehicles(
    tables: Tables,
    weights: Weights,
    by_node: Array,
    by_move: Array,
    keys: Array,
    nodes: Array,
    size: int,
    key: int,
    stop: int,
) -> int:
    """Lower what lies before each vehicle that can be left at a stop; returns the new size of the heap."""
    stops = by_node.shape[0] // 2
    for place in range(tables.moves_into[stop], tables.moves_into[stop + 1]):
        move = tables.moves_into_order[place]
        end = key + weights.after[move]
        first = tables.moves[move, FIRST_MOVE]
        while move >= first and by_move[move] > end - weights.before[move]:
            by_move[move] = end - weights.before[move]
            ready = stops + tables.moves[move, FROM_STOP]
            if by_move[move] + weights.boarding[move] < by_node[ready]:
                by_node[ready] = by_move[move] + weights.boarding[move]
                size = push_node(keys, nodes, size, by_node[ready], ready)
            move -= 1
    for place in range(tables.hauls_into[stop], tables.hauls_into[stop + 1]):
        haul = tables.hauls_into_order[place]
        ready = stops + tables.hauls[haul, FROM]
        if key + weights.hauls[haul] < by_node[ready]:
            by_node[ready] = key + weights.hauls[haul]
            size = push_node(keys, nodes, size, by_node[ready], ready)
    return size


@compiled_loop
def pack_bounds(bounds: Array, longest: int, most: int, cost_shift: int, co2_shift: int, words: Array) -> None:
    """Put bounds into words, capped to the fields; -1 where the destination cannot be reached in time."""
    minutes, cost, co2 = bounds[0], bounds[1], bounds[2]
    for place in range(words.shape[0]):
        if minutes[place] > longest or cost[place] >= NEVER:
            words[place] = -1
        else:
            words[place] = minutes[place] | min(cost[place], most) << cost_shift | min(co2[place], most) << co2_shift
