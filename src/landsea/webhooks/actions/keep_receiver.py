"""Keeps a person's receivers: made, tried, switched off and on, given a new secret, taken away."""

import json
import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.jobs.waking import wake_task
from landsea.base.limits.spending import Limit, spend_named_limit
from landsea.base.outgoing.public_network import NotAllowed, find_public_address
from landsea.base.refusal import Refused
from landsea.webhooks.access import find_own_receiver
from landsea.webhooks.event_kinds import TEST
from landsea.webhooks.models import EventPost, Receiver

MOST_RECEIVERS = 10
TESTS = Limit(20, 3600)
OLD_SECRET_SIGNS = timedelta(days=1)
SAME_PRESS = timedelta(minutes=1)
BY_PERSON = "person"


def make_receiver(actor: Actor, *, name: str, url: str, kinds: list[str], now: datetime) -> Receiver:
    """Keep a receiver. Raises Refused for an address that may not be posted to, and for one too many."""
    assert actor.user_id is not None
    try:
        find_public_address(url)
    except NotAllowed as problem:
        raise Refused("not_allowed", str(problem)) from problem
    with transaction.atomic():
        wait_for_turn(f"user:{actor.user_id}")
        if Receiver.objects.filter(user_id=actor.user_id).count() >= MOST_RECEIVERS:
            sentence = gettext("You have %(most)s receivers. Take one away that is not used any more.")
            raise Refused("too_many_receivers", sentence % {"most": MOST_RECEIVERS})
        made = Receiver.objects.create(user_id=actor.user_id, name=name, url=url, kinds=sorted(kinds), made_at=now)
        _record(actor, "make_receiver", made, now)
    return made


def send_test(actor: Actor, receiver_id: int, *, now: datetime) -> EventPost:
    """Post a test event, to a receiver that is on. Raises Refused when it is off or tests were many."""
    receiver = find_own_receiver(actor.user_id, receiver_id)
    if receiver.off_why:
        raise Refused("off", gettext("It is switched off. Switch it on first."))
    if not spend_named_limit("webhook test", f"user:{actor.user_id}", TESTS):
        raise Refused("too_often", gettext("Many tests were sent within the hour. Send the next one later."))
    body = json.dumps({"type": TEST, "timestamp": now.isoformat(), "data": {}})
    with transaction.atomic():
        Receiver.objects.filter(pk=receiver.pk).update(wait_until=None)
        made = EventPost.objects.create(receiver=receiver, kind=TEST, body=body, noted_at=now, not_before=now)
        wake_task("webhooks.post")
    return made


def switch_off(actor: Actor, receiver_id: int, *, now: datetime) -> None:
    """Post nothing there any more; what happens meanwhile is not kept for it."""
    with transaction.atomic():
        receiver = _locked(actor, receiver_id)
        if not receiver.off_why:
            Receiver.objects.filter(pk=receiver.pk).update(off_why=BY_PERSON, off_at=now)
            _record(actor, "switch_off_receiver", receiver, now)


def switch_on(actor: Actor, receiver_id: int, *, now: datetime) -> None:
    """Post there again, first what waits."""
    with transaction.atomic():
        receiver = _locked(actor, receiver_id)
        if receiver.off_why:
            Receiver.objects.filter(pk=receiver.pk).update(off_why="", off_at=None, failures=0, wait_until=None)
            receiver.posts.filter(ended_at=None).update(not_before=now)
            _record(actor, "switch_on_receiver", receiver, now)
            wake_task("webhooks.post")


def renew_secret(actor: Actor, receiver_id: int, *, now: datetime) -> None:
    """Give it a new secret; the old one signs beside it for a day, so that its program has time to change. Pressed once
    more within a minute it is the same press, else the secret that the program knows would sign no more.
    """
    with transaction.atomic():
        receiver = _locked(actor, receiver_id)
        if receiver.old_until and receiver.old_until > now + OLD_SECRET_SIGNS - SAME_PRESS:
            return
        Receiver.objects.filter(pk=receiver.pk).update(
            old_nonce=receiver.nonce, old_until=now + OLD_SECRET_SIGNS, nonce=uuid.uuid4()
        )
        _record(actor, "renew_receiver_secret", receiver, now)


def remove_receiver(actor: Actor, receiver_id: int, *, now: datetime) -> None:
    """Take it away, with what waits for it and the list of what was posted."""
    with transaction.atomic():
        receiver = _locked(actor, receiver_id)
        _record(actor, "remove_receiver", receiver, now)
        receiver.delete()


def _locked(actor: Actor, receiver_id: int) -> Receiver:
    found = find_own_receiver(actor.user_id, receiver_id)
    return Receiver.objects.select_for_update().get(pk=found.pk)


def _record(actor: Actor, act: str, receiver: Receiver, now: datetime) -> None:
    wait_for_turn(f"user:{actor.user_id}")
    append_entry(stream=f"user:{actor.user_id}", act=act, actor=actor.label, at=now, facts={"receiver": receiver.pk})
