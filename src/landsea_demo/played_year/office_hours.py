"""When people of the played year act: desks while their office is open, those on duty at a border at any hour, filers by
day.
"""

from datetime import UTC, datetime, timedelta
from random import Random

from landsea.directory.models import Desk
from landsea.directory.office_calendars import make_calendar_of_office
from landsea_core.clock import add_working_time, find_next_opening, find_open_state
from landsea_demo import cast

DAY_BEGINS, DAY_ENDS = 0, 13
"""Hours (UTC) between which people along the corridor write: seven in the morning to eight in the evening, and an hour later
in China.
"""


def find_next_working_time(desk: Desk, at: datetime, chance: Random, *, urgent: bool) -> datetime:
    """Return when a desk can act that means to act at `at` (aware): then, when it is open or somebody is on duty for an urgent
    case, else some time after it opens.
    """
    if urgent and has_duty(desk):
        return at
    calendar = make_calendar_of_office(desk.office)
    if find_open_state(calendar, at).open:
        return at
    opening = find_next_opening(calendar, at)
    return add_working_time(calendar, opening, timedelta(minutes=chance.randint(4, 170))).astimezone(UTC)


def move_into_day(at: datetime, chance: Random) -> datetime:
    """Return a time of the day at which a filer writes, near `at` and never before it."""
    local = at.astimezone(UTC)
    if DAY_BEGINS <= local.hour < DAY_ENDS:
        return at
    morning = (local + timedelta(days=1)).replace(hour=DAY_BEGINS, minute=0)
    return morning + timedelta(minutes=chance.randint(1, 5 * 60))


def has_duty(desk: Desk) -> bool:
    """Whether somebody is on duty there outside office hours."""
    return desk.code in cast.BORDER_DESKS
