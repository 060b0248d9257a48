"""Reads of messengers: what a person has connected, and where somebody is reached."""

from collections.abc import Iterable

from django.db.models import QuerySet

from landsea.base.messengers.models import Connection


def connections_of(user_id: int) -> QuerySet[Connection]:
    """Return what this person has connected now."""
    return Connection.objects.filter(user_id=user_id, ended_at=None).order_by("channel")


def accounts_of(user_ids: Iterable[int]) -> dict[tuple[int, str], str]:
    """Return the accounts with messengers of these people, by (person, channel)."""
    wanted = list(user_ids)
    rows = Connection.objects.filter(user_id__in=wanted, ended_at=None) if wanted else Connection.objects.none()
    return {(user_id, channel): remote for user_id, channel, remote in rows.values_list("user_id", "channel", "remote")}
