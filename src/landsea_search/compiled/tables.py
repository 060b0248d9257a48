"""A network as arrays for the compiled loops: what the arrays and their columns mean. `table_building` makes them.

A *node* is a stop twice: node `s` is "left a vehicle at s", node `stops + s` is "ready to board at s". A *step* leads
from the one to the other: changing at a stop, or a transfer to another one. A *boarding* is a move that can be boarded.
"""

from typing import NamedTuple

import numpy as np

from landsea_search.compiled.loops import Array
from landsea_search.compiled.packing import Layout

NEVER = np.int64(1) << 40  # more than any minute, cost or emission

# Columns of `Tables.boardings`: one row for each move that can be boarded, sorted by stop.
MOVE, LEAVES, FIRST_RUN, END_RUN, CURVE, CURVE_LAST, END_MOVE, LINE = range(8)
# Columns of `Tables.moves`.
ARRIVES, TO_STOP, FROM_STOP, FIRST_MOVE, MAY_BOARD = range(5)
# Columns of `Tables.steps` and `Tables.hauls`, sorted by where they begin.
FROM, TO, MINUTES, WINDOWS, END_WINDOWS, RISK, ROW = range(7)


class Tables(NamedTuple):
    """A network in arrays; `*_from[s]` to `*_from[s + 1]` are the rows that begin at stop s, `*_into` those that end."""

    starts: Array  # minute at which each run starts, line by line
    boardings: Array
    boardings_from: Array
    moves: Array  # `TO_STOP` is -1 where nobody may leave
    moves_into: Array
    moves_into_order: Array
    steps: Array
    steps_from: Array
    steps_into: Array
    steps_into_order: Array
    hauls: Array
    hauls_from: Array
    hauls_into: Array
    hauls_into_order: Array
    windows: Array  # opens, closes
    curves: Array


class Weights(NamedTuple):
    """One criterion of every edge of a network: what has been paid before and after each move of a line, and so on."""

    before: Array
    after: Array
    boarding: Array  # by move
    steps: Array
    hauls: Array


class Prices(NamedTuple):
    """Costs, CO2e and fixed risks as words."""

    moves: Array
    boardings: Array
    steps: Array
    hauls: Array


class NetworkArrays(NamedTuple):
    """A network's tables with its three criteria apart."""

    tables: Tables
    minutes: Weights
    cost: Weights
    co2: Weights

    def pack_prices(self, layout: Layout) -> Prices | None:
        """Return the criteria as words; None when something alone is too much for a field."""
        place = self.tables.boardings[:, MOVE]
        pairs = [
            (self.cost.after - self.cost.before, self.co2.after - self.co2.before),
            (self.cost.boarding[place], self.co2.boarding[place]),
            (self.cost.steps, self.co2.steps),
            (self.cost.hauls, self.co2.hauls),
        ]
        risk = self.tables.hauls[:, RISK].astype(np.int64)
        risks = [int(values.max(initial=0)) for values in (risk, self.tables.curves)]
        if any(int(column.max(initial=0)) > layout.most for pair in pairs for column in pair):
            return None
        if layout.risk_bits and max(risks) >> layout.risk_bits:
            return None
        moves, boardings, steps, hauls = (layout.pack(*pair) for pair in pairs)
        if layout.risk_bits:
            hauls = hauls + (risk << layout.risk_shift)
        return Prices(moves, boardings, steps, hauls)
