"""Keeps the tokens of a messenger whose refresh token works once and brings the next one.

1. Lock the row of the messenger, so that of many workers one alone asks.
2. An access token that lasts, and was not refused, is returned as it is.
3. Else the refresh token is changed for a new pair: the row's own, or the setting's where the operator has set another one.
   What came back is kept before anybody uses it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from landsea.base.messengers.models import RenewedToken
from landsea.base.secret_links import digest_of

SOONER = timedelta(minutes=5)
"""So long before its end a token counts as ended."""


@dataclass(frozen=True)
class Renewed:
    """What a messenger gives for a refresh token; `seconds` is how long the access token lasts."""

    access: str
    refresh: str
    seconds: int


def current_token(channel: str, first: str, renew: Callable[[str], Renewed], *, worn: str, now: datetime) -> str:
    """Return an access token that lasts at `now` (aware) and is not `worn`, the one that was refused.

    `first` is the refresh token that the operator set. Whatever `renew` raises is raised, and nothing is changed then.
    """
    began_with = digest_of(f"refresh token:{channel}:{first}")
    with transaction.atomic():
        RenewedToken.objects.get_or_create(channel=channel)
        row = RenewedToken.objects.select_for_update().get(channel=channel)
        is_same_chain = row.began_with == began_with
        if is_same_chain and row.access != worn and row.ends_at is not None and row.ends_at - SOONER > now:
            return row.access
        given = renew(row.refresh if is_same_chain else first)
        row.began_with, row.refresh, row.access = began_with, given.refresh, given.access
        row.ends_at = now + timedelta(seconds=given.seconds)
        row.save(update_fields=["began_with", "refresh", "access", "ends_at"])
    return row.access
