"""Makes a password for a device and ends one."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.refusal import Refused
from landsea.phonebook.device_passwords import compute_digest_of_password, make_password
from landsea.phonebook.models import Device

MOST_DEVICES = 20


def make_device(
    actor: Actor,
    name: str,
    *,
    countries: Iterable[str],
    topics: Iterable[str],
    with_second_factor: bool,
    now: datetime,
) -> tuple[Device, str]:
    """Make a device of this person and return it with its password, which nothing shows again."""
    password = make_password()
    with transaction.atomic():
        wait_for_turn(f"user:{actor.user_id}")
        if Device.objects.filter(user_id=actor.user_id, ended_at=None).count() >= MOST_DEVICES:
            raise Refused("too_many_devices", _("You have 20 devices here. End one that you no longer use."))
        device = Device.objects.create(
            user_id=actor.user_id,
            name=name,
            digest=compute_digest_of_password(password),
            countries=sorted(countries),
            topics=sorted(topics),
            made_with_second_factor=with_second_factor,
            made_at=now,
        )
        _note(actor, "make_device", device, now)
    return device, password


def end_device(actor: Actor, device_id: int, *, now: datetime) -> Device:
    """End a device of one's own: its password opens nothing from now on. Raises Http404 for somebody else's."""
    with transaction.atomic():
        wait_for_turn(f"user:{actor.user_id}")
        device = Device.objects.filter(pk=device_id, user_id=actor.user_id).first() if actor.user_id else None
        if device is None:
            raise Http404
        if device.ended_at is None:
            device.ended_at = now
            device.save(update_fields=["ended_at"])
            _note(actor, "end_device", device, now)
    return device


def _note(actor: Actor, act: str, device: Device, now: datetime) -> None:
    append_entry(stream=f"user:{actor.user_id}", act=act, actor=actor.label, at=now, facts={"device": device.pk})
