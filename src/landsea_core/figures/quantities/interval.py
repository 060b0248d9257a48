"""What a printed figure may stand for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, both ends included."""

    low: float
    high: float

    def meets(self, other: "Interval", slack: float = 0.0) -> bool:
        """Say whether the two have a value in common, when each may be off by `slack` (absolute) besides."""
        return self.low <= other.high + slack and other.low <= self.high + slack

    def scale(self, factor: float) -> "Interval":
        """Return the interval times a number."""
        ends = self.low * factor, self.high * factor
        return Interval(min(ends), max(ends))
