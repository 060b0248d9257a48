"""Hours of parts added up with their spread, and the chance that a journey keeps within a time."""

import math

from landsea_core.planner.network.place_rows import Hours

WAITING_AT_BEST = 0.25
"""The share of waiting between vehicles that remains when an operator couples them well: assumed."""

NINE_OF_TEN = 1.2816
"""The 90 % quantile of the standard normal distribution."""


def add_hours_up(parts: list[Hours]) -> Hours:
    """Return the hours of parts one after another; their delays are independent and add by the root of their squares."""
    typical = sum(part.typical for part in parts)
    excess = math.sqrt(sum((part.p90 - part.typical) ** 2 for part in parts))
    return Hours(sum(part.low for part in parts), typical, typical + excess)


def find_chance_within(hours: Hours, budget: float) -> float:
    """Return the probability that a journey takes at most `budget` hours, taking its length as lognormal."""
    if budget <= 0:
        return 0.0
    if hours.p90 <= hours.typical:
        return 1.0 if hours.typical <= budget else 0.0
    sigma = math.log(hours.p90 / hours.typical) / NINE_OF_TEN
    return 0.5 * (1 + math.erf(math.log(budget / hours.typical) / sigma / math.sqrt(2)))
