"""What makes the years of two offices equal, closing days of their own apart."""

from dataclasses import dataclass
from datetime import date

from landsea_core.clock.hours import Interval, WeekHours
from landsea_core.clock.overrides import Overrides


@dataclass(frozen=True)
class OfficeKind:
    """What makes the years of two offices equal, closing days of their own apart."""

    country: str
    subdivision: str
    weekend: frozenset[int]
    hours: WeekHours
    overrides: Overrides

    def usual_hours(self, day: date) -> tuple[Interval, ...]:
        """The hours of a day that is worked: those of its weekday, or of the first open weekday where it has none."""
        return self.hours[day.weekday()] or next(filter(None, self.hours))

    def moon_unsighted(self, year: int) -> bool:
        """Whether days that hang on the sighting of the moon may still move in that year although it is announced."""
        announced = self.overrides.announced.get(self.country)
        return announced is not None and year > announced.sighted_through
