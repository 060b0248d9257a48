"""Rows of a network as sorted tables: where each stop's rows begin, windows of opening and risk curves one after another."""

import numpy as np

from landsea_search.compiled.loops import Array
from landsea_search.network import Opening, RiskCurve

Edge = tuple[int, int, int, Opening | None, int]
"""From, to, minutes, opening, and the number of the row in the network (-1: changing at a stop)."""


class WindowRows:
    """Windows of all openings one after another; rows without an opening have an empty range."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, int]] = []
        self._ranges: dict[Opening, tuple[int, int]] = {}

    def add(self, opening: Opening | None) -> tuple[int, int]:
        """Return first and end row of an opening; (-1, -1) without one."""
        if opening is None:
            return -1, -1
        if opening not in self._ranges:
            first = len(self._rows)
            self._rows += opening.windows
            self._ranges[opening] = (first, len(self._rows))
        return self._ranges[opening]

    def make_table(self) -> Array:
        """Return when each window opens and closes."""
        return np.array(self._rows, np.int32).reshape(-1, 2)


def join_curves(curves: tuple[RiskCurve, ...]) -> tuple[Array, Array, Array]:
    """Return all values one after another, and first place and length less one by curve; the last is "no risk"."""
    values = [*(curve.values for curve in curves), (0,)]
    lengths = np.array([len(value) for value in values])
    return np.array([v for value in values for v in value], np.int32), np.cumsum(lengths) - lengths, lengths - 1


def sort_edges(rows: list[Edge], windows: WindowRows, risks: list[int]) -> Array:
    """Return steps or hauls as `Tables` has them, sorted by where they begin."""
    table = [
        (origin, destination, minutes, *windows.add(opening), risk, number)
        for (origin, destination, minutes, opening, number), risk in zip(rows, risks, strict=True)
    ]
    return np.array(sorted(table), np.int32).reshape(-1, 7)


def find_firsts(stop_of_row: Array, stops: int) -> Array:
    """Return, for rows sorted by stop, where each stop's rows begin."""
    return np.searchsorted(stop_of_row, np.arange(stops + 1)).astype(np.int32)


def order_by_end(name: str, stop_of_row: Array, stops: int) -> dict[str, Array]:
    """Return the rows by the stop they end at, as the fields `NAME_into` and `NAME_into_order` of `Tables`."""
    order = np.argsort(stop_of_row, kind="stable").astype(np.int32)
    return {f"{name}_into": find_firsts(stop_of_row[order], stops), f"{name}_into_order": order}
