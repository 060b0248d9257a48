"""What rows of a query are made for: its latest arrivals, and classes of cost and CO2e, by the journeys known so far."""

import numpy as np

from landsea_search.compiled.loops import Array
from landsea_search.lookahead.foresight import CAPS, COVERED, LATE
from landsea_search.lookahead.wide_lines import CAPS_OF_LINE


def choose_latest_arrivals(arrivals: Array, divide: int, longest: int) -> Array:
    """Return `CAPS` latest arrivals, rising: those of the early half go up to `divide`, those of the late one to `longest`.

    Between each two of a half lie about as many of the minutes at which journeys arrive.
    """
    caps, early = np.full(CAPS, longest, np.int64), LATE * CAPS_OF_LINE
    caps[:early] = divide
    for part, minutes in (
        (caps[: early - 1], arrivals[arrivals <= divide]),
        (caps[early:-1], arrivals[arrivals > divide]),
    ):
        if len(minutes):
            even = np.quantile(np.unique(minutes), np.linspace(0, 1, len(part) + 1), method="nearest")
            chosen = np.unique(even)[: len(part)]
            part[: len(chosen)] = chosen
    return caps


def divide_in_classes(values: Array) -> Array:
    """Return the class of each number up to where the last class begins.

    There are `COVERED` classes, with about as many of the values in each.
    """
    begins: Array = np.zeros(1, np.int64)
    if len(values):
        begins = np.unique(np.quantile(values, np.linspace(0, 1, COVERED), method="nearest"))[: COVERED - 1]
    return np.cumsum(np.bincount(begins), dtype=np.int8)
