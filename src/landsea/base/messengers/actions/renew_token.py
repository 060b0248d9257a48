"""Keeps the tokens of a messenger whose refresh token works once and brings the next one.

1. An access token that lasts, and was not refused, is returned as it is.
2. Else one process claims the asking: a short transaction locks the row, looks again, and notes when it claimed. The messenger
   is asked outside of any transaction, so that a slow answer holds no row and no connection.
3. What came back is kept before anybody uses it. A refusal is noted with its day, for operators (`failing_since`).
4. Others use what lasts meanwhile, and wait a little where nothing does. A claim whose process died ends after `CLAIM_LASTS`.

Asked for is the row's own refresh token, or the setting's where the operator has set another one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic, sleep

from django.db import transaction

from landsea.base.messengers.models import RenewedToken
from landsea.base.secret_links import compute_digest

SOONER = timedelta(minutes=5)
"""So long before its end a token counts as ended."""
CLAIM_LASTS = timedelta(minutes=2)
"""Longer than a messenger may take to answer (`base/outgoing`)."""
LOOK_EVERY = 0.2  # seconds


@dataclass(frozen=True)
class Renewed:
    """What a messenger gives for a refresh token; `seconds` is how long the access token lasts."""

    access: str
    refresh: str
    seconds: int


class BeingRenewed(Exception):
    """Another process asks for the token, and its answer has not come yet: try again later."""


def find_current_token(
    channel: str,
    first: str,
    renew: Callable[[str], Renewed],
    *,
    worn: str,
    now: datetime,
    ahead: timedelta = SOONER,
    wait: float = 5.0,
) -> str:
    """Return an access token that lasts at `now` (aware) for `ahead`, and is not `worn`, the one that was refused.

    `first` is the refresh token that the operator set. Whatever `renew` raises is noted and raised. Raises BeingRenewed where
    another process asks for longer than `wait` seconds.
    """
    began_with = compute_digest(f"refresh token:{channel}:{first}")
    until = monotonic() + wait
    while True:
        row, is_mine = _claim(channel, began_with, worn, now, ahead)
        if is_mine:
            refresh = row.refresh if row.began_with == began_with else first
            return _ask(channel, began_with, refresh, renew, now)
        if _lasts(row, began_with, worn, now, min(ahead, SOONER)):
            return row.access
        if monotonic() >= until:
            raise BeingRenewed
        sleep(LOOK_EVERY)


def _claim(channel: str, began_with: str, worn: str, now: datetime, ahead: timedelta) -> tuple[RenewedToken, bool]:
    """Return the row, and whether the caller is the one to ask now."""
    with transaction.atomic():
        RenewedToken.objects.get_or_create(channel=channel)
        row = RenewedToken.objects.select_for_update().get(channel=channel)
        is_claimed = row.claimed_at is not None and now - row.claimed_at < CLAIM_LASTS
        if is_claimed or _lasts(row, began_with, worn, now, ahead):
            return row, False
        row.claimed_at = now
        row.save(update_fields=["claimed_at"])
    return row, True


def _lasts(row: RenewedToken, began_with: str, worn: str, now: datetime, ahead: timedelta) -> bool:
    return (
        row.began_with == began_with
        and row.access not in ("", worn)
        and row.ends_at is not None
        and row.ends_at - ahead > now
    )


def _ask(channel: str, began_with: str, refresh: str, renew: Callable[[str], Renewed], now: datetime) -> str:
    """Ask the messenger, and keep what it gives, or that it gives nothing."""
    mine = RenewedToken.objects.filter(channel=channel, claimed_at=now)
    try:
        given = renew(refresh)
    except Exception as problem:
        failing_since = mine.values_list("failing_since", flat=True).first() or now
        mine.update(claimed_at=None, failing_since=failing_since, failure=str(problem)[:200])
        raise
    RenewedToken.objects.filter(channel=channel).update(
        began_with=began_with,
        refresh=given.refresh,
        access=given.access,
        ends_at=now + timedelta(seconds=given.seconds),
        claimed_at=None,
        failing_since=None,
        failure="",
    )
    return given.access
