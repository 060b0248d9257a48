"""Reads of messengers: what a person has connected, and where somebody is reached."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from landsea.base.messengers.models import Connection, RenewedToken
from landsea.base.messengers.ways import list_ways


def list_connections(user_id: int) -> QuerySet[Connection]:
    """Return what this person has connected now."""
    return Connection.objects.filter(user_id=user_id, ended_at=None).order_by("channel")


def find_accounts(user_ids: Iterable[int]) -> dict[tuple[int, str], str]:
    """Return the accounts with messengers of these people, by (person, channel)."""
    wanted = list(user_ids)
    rows = Connection.objects.filter(user_id__in=wanted, ended_at=None) if wanted else Connection.objects.none()
    return {(user_id, channel): remote for user_id, channel, remote in rows.values_list("user_id", "channel", "remote")}


def find_since_when_tokens_fail() -> datetime | None:
    """Return since when a messenger that is set up gives us no access token, the longest of them; None while all do."""
    failing = RenewedToken.objects.filter(channel__in=[way.code for way in list_ways()], failing_since__isnull=False)
    return failing.order_by("failing_since").values_list("failing_since", flat=True).first()
