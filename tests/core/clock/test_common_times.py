"""Times at which two sides can speak: working hours of both, days off of either, and why a time is not good."""

from datetime import UTC, date, datetime, timedelta

import pytest

from landsea_core.clock import get_calendar
from landsea_core.clock.common_times import find_common_times, find_hindrance, list_holidays

CHINA = get_calendar("CN", hours="09:00-12:00 14:00-17:30")
LAOS = get_calendar("LA", hours="08:00-12:00 13:00-16:00")
MONDAY = datetime(2026, 11, 30, 0, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_both_are_at_work_at_every_time_that_is_found():
    found = find_common_times(CHINA, LAOS, MONDAY, length=HOUR)
    assert len(found) == 12 and found == sorted(found)
    for at in found:
        assert find_hindrance(CHINA, at, HOUR) is None and find_hindrance(LAOS, at, HOUR) is None
        assert str(at.tzinfo) == "Asia/Shanghai"


def test_no_day_offers_more_than_three_and_a_holiday_of_either_side_none():
    days = [at.date() for at in find_common_times(CHINA, LAOS, MONDAY, length=HOUR)]
    assert max(days.count(day) for day in days) == 3
    assert date(2026, 12, 2) not in days, "Lao National Day"
    assert date(2026, 12, 5) not in days, "a Saturday"


def test_only_times_to_come_are_found():
    after = datetime(2026, 11, 30, 6, 30, tzinfo=UTC)
    assert find_common_times(CHINA, LAOS, after, length=HOUR)[0] > after


@pytest.mark.parametrize(
    ("begins", "reason"),
    [
        (datetime(2026, 12, 2, 3, 0, tzinfo=UTC), "holiday"),
        (datetime(2026, 12, 5, 3, 0, tzinfo=UTC), "weekend"),
        (datetime(2026, 11, 30, 13, 0, tzinfo=UTC), "outside_hours"),
        (datetime(2026, 11, 30, 8, 30, tzinfo=UTC), "outside_hours"),
    ],
)
def test_it_is_said_why_a_time_is_not_good(begins, reason):
    assert find_hindrance(LAOS, begins, HOUR).reason == reason


def test_the_days_off_ahead_are_named():
    found = dict(list_holidays(LAOS, date(2026, 11, 29), 14))
    assert found and all(found.values()) and date(2026, 12, 2) in found
