"""Makes a key for a person's program, ends it, and notes that it was used. The secret itself is shown once and kept nowhere."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from landsea.api.access import count_live_keys, find_own_key
from landsea.api.models import AccessKey
from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.refusal import Refused
from landsea.base.secret_links import compute_digest

BEGINNING = "lsk_"
"""What every key begins with, so that programs that look for leaked keys find ours."""
SHOWN = 8
MOST_KEYS = 20
NOTED_EVERY = timedelta(minutes=5)


def make_key(
    actor: Actor, *, name: str, scopes: list[str], days: int, by_second_factor: bool, now: datetime
) -> tuple[AccessKey, str]:
    """Return a new key of this person and its secret. Raises Refused when the person has as many as one may have."""
    assert actor.user_id is not None
    secret = BEGINNING + secrets.token_urlsafe(32)
    with transaction.atomic():
        wait_for_turn(f"user:{actor.user_id}")
        if count_live_keys(actor.user_id, now) >= MOST_KEYS:
            raise Refused(
                "too_many_keys",
                gettext("You have %(most)s keys. End one that is not used any more.") % {"most": MOST_KEYS},
            )
        made = AccessKey.objects.create(
            user_id=actor.user_id,
            name=name,
            digest=compute_digest(secret),
            beginning=secret[:SHOWN],
            scopes=sorted(scopes),
            by_second_factor=by_second_factor,
            made_at=now,
            ends_at=now + timedelta(days=days),
        )
        _record(actor, "make_key", now, key=made.pk, scopes=made.scopes, days=days)
    return made, secret


def end_key(actor: Actor, key_id: int, *, now: datetime) -> AccessKey:
    """End a key of this person at once. Raises Http404 for anybody else's; one that ended stays as it is."""
    assert actor.user_id is not None
    with transaction.atomic():
        wait_for_turn(f"user:{actor.user_id}")
        key = find_own_key(actor.user_id, key_id)
        if AccessKey.objects.filter(pk=key.pk, ended_at=None).update(ended_at=now):
            _record(actor, "end_key", now, key=key.pk)
    return key


def note_use(key: AccessKey, now: datetime) -> None:
    """Note when a key was used last, to five minutes."""
    if key.last_used_at is None or now - key.last_used_at > NOTED_EVERY:
        AccessKey.objects.filter(pk=key.pk).update(last_used_at=now)


def _record(actor: Actor, act: str, now: datetime, **facts: object) -> None:
    append_entry(stream=f"user:{actor.user_id}", act=act, actor=actor.label, at=now, facts=facts)
