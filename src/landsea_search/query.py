"""What is asked: from where to where, ready when, there by when, and in what a journey must not be worse than another."""

from dataclasses import dataclass
from enum import IntEnum


class Criteria(IntEnum):
    """What journeys are compared by: the first 1, 3 or 4 of arrival, cost, CO2e, risk."""

    ARRIVAL = 1
    ARRIVAL_COST_CO2 = 3
    ARRIVAL_COST_CO2_RISK = 4


@dataclass(frozen=True, slots=True)
class Query:
    """From stop to stop, ready at a minute, there at `latest` (inclusive) or earlier."""

    origin: int
    destination: int
    ready: int
    latest: int
    criteria: Criteria = Criteria.ARRIVAL_COST_CO2_RISK
