"""Counts what an SMS or a call costs against the day's budget, before it is sent: many workers share one row a day."""

from datetime import UTC, datetime

from django.conf import settings
from django.db import connection

COUNT_ONE = """
    INSERT INTO messengers_dayspent (day, count, cost) SELECT %(day)s, 1, %(cost)s WHERE %(cost)s <= %(most)s
    ON CONFLICT (day) DO UPDATE SET count = messengers_dayspent.count + 1, cost = messengers_dayspent.cost + %(cost)s
        WHERE messengers_dayspent.cost + %(cost)s <= %(most)s
    RETURNING cost
"""


def find_price(channel: str) -> int:
    """Return what one message by this channel costs, in the operator's unit; messengers cost nothing."""
    return int({"sms": settings.SMS_COST, "call": settings.CALL_COST}.get(channel, 0))


def spend_budget(channel: str, now: datetime) -> bool:
    """Count one message of this channel on the day (UTC) of `now`; False, and nothing counted, when it would go beyond the
    budget.
    """
    cost = find_price(channel)
    if not cost:
        return True
    day, most = now.astimezone(UTC).date(), int(settings.MESSAGE_BUDGET_A_DAY)
    with connection.cursor() as cursor:
        cursor.execute(COUNT_ONE, {"day": day, "cost": cost, "most": most})
        return cursor.fetchone() is not None
