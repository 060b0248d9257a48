"""Days of plans that have to lie ahead on whatever day the tests are run."""

from datetime import date, timedelta

TUESDAY = 1


def coming_tuesday() -> date:
    """Return the first Tuesday that is at least two days ahead: most services of the corridor run on it."""
    day = date.today() + timedelta(days=2)
    return day + timedelta(days=(TUESDAY - day.weekday()) % 7)
