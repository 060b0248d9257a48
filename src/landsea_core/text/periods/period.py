"""A period: whole months, as statements and figures name them."""

import calendar
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Period:
    """Some whole months: `month` is the first (1 to 12), `months` how many; `start` and `end` are places in the text.

    `day` is set for a date, which counts as its month, and `last_day` where days from one to another are named. `earlier`
    marks "the year before" and its like: not a fixed period but the one before that of the figure beside it.
    """

    year: int | None
    month: int = 1
    months: int = 12
    start: int = 0
    end: int = 0
    day: int | None = None
    earlier: bool = False
    last_day: int | None = None

    @property
    def first(self) -> int:
        """The first month, counted from the year 0."""
        return (self.year or 0) * 12 + self.month - 1

    @property
    def is_full_year(self) -> bool:
        """True for twelve months from January."""
        return self.month == 1 and self.months == 12

    def is_same(self, other: "Period") -> bool:
        """Say whether both name the same months."""
        return (self.first, self.months) == (other.first, other.months)

    def contains(self, other: "Period") -> bool:
        """Say whether the other lies inside this one and is shorter."""
        inside = self.first <= other.first and other.first + other.months <= self.first + self.months
        return inside and other.months < self.months

    def count_shared_months(self, other: "Period") -> int:
        """Return how many months both have in common."""
        return max(0, min(self.first + self.months, other.first + other.months) - max(self.first, other.first))

    def in_year(self, year: int | None) -> "Period":
        """Return this period in a year, if it names none itself."""
        return replace(self, year=year) if self.year is None else self

    @property
    def days(self) -> tuple[int, int]:
        """Return the least and the most days it may have: leap years count when no year is named."""
        years = [self.year] if self.year else [2023, 2024]
        counts = [
            sum(
                calendar.monthrange(year + (self.month - 1 + at) // 12, (self.month - 1 + at) % 12 + 1)[1]
                for at in range(self.months)
            )
            for year in years
        ]
        return min(counts), max(counts)

    def __str__(self) -> str:
        year = f" {self.year}" if self.year else ""
        if self.is_full_year:
            return str(self.year) if self.year else "the year"
        if self.months in (6, 3) and self.month % self.months == 1:
            return f"{'H' if self.months == 6 else 'Q'}{self.month // self.months + 1}{year}"
        last = self.month + self.months - 1
        if self.months == 1:
            return f"{calendar.month_abbr[self.month]}{year}"
        if last <= 12:
            return f"{calendar.month_abbr[self.month]}–{calendar.month_abbr[last]}{year}"
        end = self.first + self.months - 1
        return f"{calendar.month_abbr[self.month]}{year}–{calendar.month_abbr[end % 12 + 1]} {end // 12}"
