"""Time as offices keep it: calendars of the corridor's twelve countries, deadlines in working days or hours, office
hours, duty rosters. Pure: the present is always an argument; the caller reads the files that `read_overrides` takes."""

from landsea_core.clock.calendar import Calendar, calendar_for
from landsea_core.clock.countries import COUNTRIES, MALAYSIAN_STATES, subdivision_code
from landsea_core.clock.days import DayKind, Status, Why
from landsea_core.clock.deadlines import CountedDay, Deadline, Remaining, deadline, extended, paused, remaining
from landsea_core.clock.explanation import EXPLANATIONS, Line, explain
from landsea_core.clock.hours import format_hours, parse_hours
from landsea_core.clock.overrides import NO_OVERRIDES, Override, OverrideError, Overrides, read_overrides
from landsea_core.clock.roster import Chain, Reachable, Reason, Through, duty_gaps, who_is_reachable
from landsea_core.clock.shifts import Leave, QuietHours, Shift, overlapping_leaves
from landsea_core.clock.working_time import (
    OpenState,
    Reminder,
    add_working_time,
    is_open,
    next_open,
    reminders,
    working_time_between,
)

__all__ = [
    "COUNTRIES",
    "EXPLANATIONS",
    "MALAYSIAN_STATES",
    "NO_OVERRIDES",
    "Calendar",
    "Chain",
    "CountedDay",
    "DayKind",
    "Deadline",
    "Leave",
    "Line",
    "OpenState",
    "Override",
    "OverrideError",
    "Overrides",
    "QuietHours",
    "Reachable",
    "Reason",
    "Remaining",
    "Reminder",
    "Shift",
    "Status",
    "Through",
    "Why",
    "add_working_time",
    "calendar_for",
    "deadline",
    "duty_gaps",
    "explain",
    "extended",
    "format_hours",
    "is_open",
    "next_open",
    "overlapping_leaves",
    "parse_hours",
    "paused",
    "read_overrides",
    "remaining",
    "reminders",
    "subdivision_code",
    "who_is_reachable",
    "working_time_between",
]
