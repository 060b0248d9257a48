"""Connects an account with a messenger to an account here: by a code that its person got on the own page and sends to the
bot, typed or by a deep link. Disconnecting ends it at once.
"""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.messengers.actions.answer_sender import answer_sender
from landsea.base.messengers.handling import Received
from landsea.base.messengers.models import Connection, ConnectionCode
from landsea.base.secret_links import compute_digest

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 10
LASTS = timedelta(minutes=15)


def make_code(user_id: int, channel: str, *, now: datetime) -> str:
    """Return a fresh code for this person and messenger; it works once, until `LASTS` has passed, and ends older ones."""
    code = "".join(secrets.choice(ALPHABET) for _letter in range(LENGTH))
    with transaction.atomic():
        ConnectionCode.objects.filter(user_id=user_id, channel=channel, used_at=None).update(ends_at=now)
        ConnectionCode.objects.create(
            user_id=user_id, channel=channel, digest=_digest(channel, code), created_at=now, ends_at=now + LASTS
        )
    return code


def take_code(received: Received) -> bool:
    """Connect the account that sent a code which is still good; say so there. False for everything that is no code."""
    code = received.text.removeprefix("/start").strip().upper()
    if len(code) != LENGTH or set(code) - set(ALPHABET):
        return False
    row = (
        ConnectionCode.objects.select_for_update(of=("self",))
        .select_related("user")
        .filter(digest=_digest(received.channel, code))
        .first()
    )
    if row is None or row.used_at or row.ends_at <= received.at:
        answer_sender(received, "code_not_good", now=received.at)
        return True
    row.used_at = received.at
    row.save(update_fields=["used_at"])
    _connect(row, received)
    answer_sender(received, "connected", now=received.at, language=row.user.language, name=row.user.name)
    return True


def disconnect_messenger(user_id: int, channel: str, *, by: str, now: datetime) -> bool:
    """End this person's connection with a messenger; False when there is none."""
    with transaction.atomic():
        wait_for_turn(f"connections:{user_id}")
        ended = Connection.objects.filter(user_id=user_id, channel=channel, ended_at=None).update(ended_at=now)
        if ended:
            _note(user_id, "disconnect_messenger", channel, by, now)
    return bool(ended)


def choose_notices(user_id: int, channel: str, *, wanted: bool) -> bool:
    """Say whether this person wants to be told there what mails tell; False when there is no connection."""
    mine = Connection.objects.filter(user_id=user_id, channel=channel, ended_at=None)
    return bool(mine.update(wants_notices=wanted))


def _connect(row: ConnectionCode, received: Received) -> None:
    """Make the connection; whatever this account or this person was connected to before ends."""
    wait_for_turn(f"connections:{row.user_id}")
    here = Connection.objects.filter(channel=received.channel, ended_at=None)
    (here.filter(remote=received.remote) | here.filter(user_id=row.user_id)).update(ended_at=received.at)
    Connection.objects.create(
        user_id=row.user_id,
        channel=received.channel,
        remote=received.remote,
        connected_at=received.at,
        last_used_at=received.at,
    )
    _note(row.user_id, "connect_messenger", received.channel, f"user:{row.user_id}", received.at)


def _note(user_id: int, act: str, channel: str, by: str, now: datetime) -> None:
    append_entry(stream=f"messengers:{user_id}", act=act, actor=by, at=now, facts={"channel": channel})


def _digest(channel: str, code: str) -> str:
    return compute_digest(f"messenger code:{channel}:{code}")
