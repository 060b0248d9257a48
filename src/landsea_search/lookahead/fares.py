"""Prices and risks of a network as the lines of rows have them."""

import numpy as np

from landsea_search.compiled.loops import Array
from landsea_search.compiled.packing import MOST_IN_ROW, Layout
from landsea_search.compiled.tables import CURVE, CURVE_LAST, FROM_STOP, MOVE, NetworkArrays, Prices
from landsea_search.lookahead.foresight import BOTH, CLASSES, CO2, COST, JOINT, RISK, Fares
from landsea_search.lookahead.wide_lines import CAPS_OF_LINE, FIELDS, LINE

SLACKS = (0.15, 0.4, 1)
"""Where classes of slack end, as parts of the slack from which a risk is at its lowest: finer classes dropped no more."""


def make_fares(arrays: NetworkArrays, layout: Layout, prices: Prices) -> Fares:
    """Return the fares of a network."""
    boardings = np.zeros(len(arrays.tables.moves), np.int64)
    boardings[arrays.tables.boardings[:, MOVE]] = prices.boardings
    moves, by_move, steps = (_spread_on_lines(words, layout) for words in (prices.moves, boardings, prices.steps))
    return Fares(moves, by_move, steps, *_classify_slack(arrays, layout))


def _spread_on_lines(words: Array, layout: Layout) -> Array:
    """Return a line for each word: its numbers again for every latest arrival of the line."""
    _, cost, co2, risk = layout.unpack(words)
    table = np.empty((len(words), FIELDS), np.int64)
    table[:, COST], table[:, CO2], table[:, RISK], table[:, BOTH] = cost, co2, risk, JOINT * co2 + risk
    return np.tile(np.minimum(table, MOST_IN_ROW).astype(np.int16), CAPS_OF_LINE)


def _classify_slack(arrays: NetworkArrays, layout: Layout) -> tuple[Array, Array]:
    """Return, by stop, where classes of slack begin and the least risk in each, over all that can be boarded there."""
    tables = arrays.tables
    stops = len(tables.boardings_from) - 1
    where = tables.moves[tables.boardings[:, MOVE], FROM_STOP]
    last = tables.boardings[:, CURVE_LAST]
    ends = np.zeros(stops, np.int64)
    np.maximum.at(ends, where, last)
    begins = np.zeros((stops, CLASSES + 1), np.int64)
    for place, part in enumerate(SLACKS, start=1):
        begins[:, place] = np.ceil(part * ends)
    begins[:, CLASSES] = ends + 1
    risks = np.full((stops, CLASSES), MOST_IN_ROW if layout.risk_bits else 0, np.int64)
    for place in range(CLASSES if layout.risk_bits else 0):
        latest = np.minimum(np.maximum(begins[where, place + 1] - 1, 0), last)
        np.minimum.at(risks[:, place], where, tables.curves[tables.boardings[:, CURVE] + latest])
    words = np.minimum(risks, layout.most_risk_bound) << layout.risk_shift
    lines = _spread_on_lines(words.ravel(), layout).reshape(stops, CLASSES, LINE)
    return begins[:, :CLASSES].astype(np.int32), lines
