"""How long the spans are that rates and lengths of a statement are told in."""

from collections.abc import Mapping

HOURS: Mapping[str, float] = {
    "hour": 1.0,
    "day": 24.0,
    "week": 168.0,
    "month": 730.0,
    "quarter": 2190.0,
    "year": 8760.0,
}
"""Hours of each; a month is a twelfth of a year of 365 days."""
