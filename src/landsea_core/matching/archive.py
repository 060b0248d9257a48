"""When an entry of the board is over. Dates of public facts are often known to the month or year only."""

from calendar import monthrange
from datetime import date, timedelta

PASSING = frozenset({"trade_fair", "forum", "culture_event", "training", "school_exchange"})
"""Kinds that happen on days. A zone, a policy or a sister city has a beginning and is there until an end is known."""
UNKNOWN_END = timedelta(days=30)
"""How long after its last known day something of unknown end still counts as going on (our assumption)."""


def parse_day(text: str, *, end: bool = False) -> date | None:
    """Return the first (or, with `end`, the last) day of a date written `2025`, `2025-09` or `2025-09-17`; None for an
    empty text. Raises ValueError with a sentence for anything else, also for years that no fact of ours has.
    """
    if not text:
        return None
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or not 1990 <= int(parts[0]) <= 2100:
        raise ValueError(f"'{text}' is no day. Write it as 2026-03-18, 2026-03 or 2026, in the common era.")
    year = int(parts[0])
    month = int(parts[1]) if len(parts) > 1 else (12 if end else 1)
    if not 1 <= month <= 12:
        raise ValueError(f"'{text}' has no such month. Write it as 2026-03-18.")
    day = int(parts[2]) if len(parts) > 2 else (monthrange(year, month)[1] if end else 1)
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"'{text}' has no such day. Write it as 2026-03-18.") from None


def is_past(kind: str, starts: str, ends: str, recurring: str, today: date) -> bool:
    """Return whether an entry belongs into the archive `today`: its end has passed; or it is of a kind that happens on
    days, does not come again, and its last known day lies more than thirty days back.
    """
    last = parse_day(ends, end=True)
    if last is not None:
        return last < today and not recurring
    last = parse_day(starts, end=True)
    return kind in PASSING and not recurring and last is not None and last + UNKNOWN_END < today
