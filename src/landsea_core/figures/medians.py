"""Medians that are shown only when enough stands behind them."""

from collections.abc import Sequence
from statistics import median

LEAST = 10
"""With fewer values a median says more about one of them than about all."""


def find_shown_median(values: Sequence[float]) -> float | None:
    """Return the median, or None when fewer than `LEAST` values stand behind it."""
    return float(median(values)) if len(values) >= LEAST else None
