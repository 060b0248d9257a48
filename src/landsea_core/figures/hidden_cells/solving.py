"""What a reader can find out of hidden cells: by elimination, or because counts cannot be negative."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from landsea_core.figures.hidden_cells.counting import Key
from landsea_core.figures.hidden_cells.equations import Sum

_MOST_ROUNDS = 50
Numbers = NDArray[np.float64]


def find_given_away(counts: Mapping[Key, int], equations: list[Sum], hidden: frozenset[Key]) -> list[Key]:
    """Return the hidden cells that the equations determine.

    1. By elimination: an unknown is fixed where the projection on the equations leaves it as it is.
    2. By bounds: each unknown is at least 1; what the others leave of a sum gives its range, which may be one number.
    """
    unknown = sorted(hidden, key=sorted)
    if not unknown:
        return []
    place = {key: at for at, key in enumerate(unknown)}
    rows = np.zeros((len(equations), len(unknown)))
    known = np.zeros(len(equations))
    for at, equation in enumerate(equations):
        for key, sign in [*((part, 1) for part in equation.parts), (equation.total, -1)]:
            if key in place:
                rows[at, place[key]] += sign
            else:
                known[at] -= sign * counts[key]
    projected = np.diag(np.linalg.pinv(rows) @ rows)
    fixed = {unknown[at] for at in np.flatnonzero(projected > 1 - 1e-9)}
    low, high = _find_ranges(rows, known)
    fixed |= {unknown[at] for at in np.flatnonzero(high - low < 0.5)}
    return sorted(fixed, key=sorted)


def _find_ranges(rows: Numbers, known: Numbers) -> tuple[Numbers, Numbers]:
    """Return the least and most that each unknown can be, by passing bounds along the equations until they stand."""
    low, high = np.ones(rows.shape[1]), np.full(rows.shape[1], np.inf)
    for _ in range(_MOST_ROUNDS):
        before = low.copy(), high.copy()
        for row, right in zip(rows, known, strict=True):
            used = np.flatnonzero(row)
            for at in used:
                others = [other for other in used if other != at]
                least = sum(min(row[other] * low[other], row[other] * high[other]) for other in others)
                most = sum(max(row[other] * low[other], row[other] * high[other]) for other in others)
                ends = sorted(((right - most) / row[at], (right - least) / row[at]))
                low[at], high[at] = max(low[at], ends[0]), min(high[at], ends[1])
        if np.array_equal(before[0], low) and np.array_equal(before[1], high):
            break
    return low, high
