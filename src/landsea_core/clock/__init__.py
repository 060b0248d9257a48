"""Time as offices keep it: calendars of the corridor's twelve countries, deadlines in working days or hours, office
hours, duty rosters. Pure: the present is always an argument; the caller reads the files that `read_overrides` takes."""

from landsea_core.clock.calendar import Calendar, get_calendar
from landsea_core.clock.countries import COUNTRIES, MALAYSIAN_STATES, find_subdivision_code
from landsea_core.clock.days import DayKind, DayReason, DayStatus
from landsea_core.clock.deadlines import (
    CountedDay,
    Deadline,
    TimeLeft,
    compute_deadline,
    compute_time_left,
    extend_deadline,
    pause_deadline,
)
from landsea_core.clock.duty_gaps import find_duty_gaps
from landsea_core.clock.explanation import EXPLANATIONS, ExplanationLine, explain_deadline
from landsea_core.clock.hours import format_hours, parse_hours
from landsea_core.clock.override_rows import OverrideError, read_overrides
from landsea_core.clock.overrides import NO_OVERRIDES, Override, Overrides
from landsea_core.clock.roster import DeskChain, ReachablePerson, ReachWay, RosterReason, find_reachable_person
from landsea_core.clock.shifts import Leave, QuietHours, Shift, find_overlapping_leaves
from landsea_core.clock.working_time import (
    OpenState,
    Reminder,
    add_working_time,
    find_next_opening,
    find_open_state,
    measure_working_time,
    schedule_reminders,
)

__all__ = [
    "COUNTRIES",
    "EXPLANATIONS",
    "MALAYSIAN_STATES",
    "NO_OVERRIDES",
    "Calendar",
    "CountedDay",
    "DayKind",
    "DayReason",
    "DayStatus",
    "Deadline",
    "DeskChain",
    "ExplanationLine",
    "Leave",
    "OpenState",
    "Override",
    "OverrideError",
    "Overrides",
    "QuietHours",
    "ReachWay",
    "ReachablePerson",
    "Reminder",
    "RosterReason",
    "Shift",
    "TimeLeft",
    "add_working_time",
    "compute_deadline",
    "compute_time_left",
    "explain_deadline",
    "extend_deadline",
    "find_duty_gaps",
    "find_next_opening",
    "find_open_state",
    "find_overlapping_leaves",
    "find_reachable_person",
    "find_subdivision_code",
    "format_hours",
    "get_calendar",
    "measure_working_time",
    "parse_hours",
    "pause_deadline",
    "read_overrides",
    "schedule_reminders",
]
