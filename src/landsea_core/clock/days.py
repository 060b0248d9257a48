"""What one day is to one office: working or not, and why, and how sure that is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from landsea_core.clock.hours import Interval


class DayReason(StrEnum):
    """Why a day is or is not a working day."""

    WORKING = "working"
    MAKE_UP = "make_up"
    SHORT_DAY = "short_day"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSING_DAY = "closing_day"


class DayStatus(StrEnum):
    """Official: announced by the authority, or no announcement is needed. Predicted: it may still turn out
    otherwise."""

    OFFICIAL = "official"
    PREDICTED = "predicted"


@dataclass(frozen=True, slots=True)
class DayKind:
    """One day of one calendar. `hours` are minutes of the local day, empty on a day off; `name` is that of the
    holiday or of what moved the day, in English; `source`, `grade` and `checked` say where the fact is from (empty:
    the weekday)."""

    day: date
    working: bool
    why: DayReason
    hours: tuple[Interval, ...] = ()
    name: str = ""
    status: DayStatus = DayStatus.OFFICIAL
    source: str = ""
    grade: str = ""
    checked: date | None = None

    @property
    def predicted(self) -> bool:
        """True when the authority has not yet said so."""
        return self.status is DayStatus.PREDICTED
