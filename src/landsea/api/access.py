"""The reads of the API's own tables: keys of a person, the key behind what a program sends."""

from datetime import datetime

from django.http import Http404

from landsea.api.models import AccessKey, OrderedPlan
from landsea.base.secret_links import SHAPE, compute_digest


def list_keys(user_id: int) -> list[AccessKey]:
    """Return a person's keys, the newest first, those that ended too."""
    return list(AccessKey.objects.filter(user_id=user_id).order_by("-id")[:100])


def count_live_keys(user_id: int, now: datetime) -> int:
    """Return how many keys of a person open something at `now` (aware)."""
    return AccessKey.objects.filter(user_id=user_id, ended_at=None, ends_at__gt=now).count()


def find_own_key(user_id: int, key_id: int) -> AccessKey:
    """Return a key of this person. Raises Http404 for anybody else's."""
    found = AccessKey.objects.filter(user_id=user_id, pk=key_id).first()
    if found is None:
        raise Http404
    return found


def find_key_with_secret(secret: str, now: datetime) -> AccessKey | None:
    """Return the key that this secret is, with its person, while it holds at `now` (aware)."""
    live = AccessKey.objects.select_related("user").filter(ended_at=None, ends_at__gt=now, user__is_active=True)
    return live.filter(digest=compute_digest(secret)).first()


def find_ordered_plan(secret: str) -> OrderedPlan | None:
    """Return the plan that was ordered under this secret; None for a foreign one, and once it is forgotten."""
    return OrderedPlan.objects.filter(digest=compute_digest(secret)).first() if SHAPE.fullmatch(secret) else None
