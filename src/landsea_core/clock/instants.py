"""Arithmetic of aware times that stays right across changes of clocks. Python subtracts and adds times of one zone
by the wall clock; here both go through UTC."""

from datetime import UTC, datetime, timedelta, tzinfo


def shift_to_zone(at: datetime, zone: tzinfo) -> datetime:
    """The same instant in another zone. Raises ValueError for a time without a zone, or too near the ends of time."""
    if at.utcoffset() is None:
        raise ValueError("Say in which zone that time is.")
    try:
        return at.astimezone(zone)
    except OverflowError as error:
        raise ValueError("That time is too far away for a calendar.") from error


def measure_elapsed_time(start: datetime, end: datetime) -> timedelta:
    """How much time passes from one instant to the other; negative when the other is earlier."""
    return shift_to_zone(end, UTC) - shift_to_zone(start, UTC)


def add_elapsed_time(at: datetime, length: timedelta) -> datetime:
    """The instant `length` after `at` (aware), in the zone of `at`."""
    try:
        moved = shift_to_zone(at, UTC) + length
    except OverflowError as error:
        raise ValueError("That time is too far away for a calendar.") from error
    return shift_to_zone(moved, at.tzinfo or UTC)
