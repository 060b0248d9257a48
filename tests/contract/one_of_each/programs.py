"""The API: an address that anybody reads, and the deputy's key for a program."""

from datetime import datetime

from django.utils import timezone
from tests.contract.one_of_each.addresses import TYPED

from landsea.api.actions.make_key import make_key

KEY = {"name": "our case system", "scopes": ["cases:read"], "days": 90, "by_second_factor": True}


def make(world, now: datetime) -> dict:
    """Make a key of the deputy's."""
    key, _secret = make_key(world.actor("deputy"), now=now, **KEY)
    typed = {"name": "our case system", "scopes": ["cases:read"], "days": "90"}
    return {"own_keys": {TYPED: typed}, "api": {"path": "topics"}, "end_own_key": {"key_id": key.pk}}


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Make one more key of the coordinator's, who has ended another."""
    make_key(world.actor("coordinator"), now=timezone.now(), **KEY)
