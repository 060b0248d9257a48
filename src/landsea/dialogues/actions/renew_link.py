"""Replaces the link of somebody who is invited and has no account: for one that went astray or was passed on."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.dialogues.access import find_rights_needed
from landsea.dialogues.actions.convene import lock_dialogue, refuse_unless_planned
from landsea.dialogues.actions.live_links import end_links
from landsea.dialogues.models import Seat
from landsea.dialogues.notices import tell_seats
from landsea.dialogues.stream import name_stream


def renew_link(actor: Actor, dialogue_id: int, seat_id: int, *, now: datetime) -> Seat:
    """End the link of this seat and mail a new one with the invitation. Refused for a seat that was freed or has an account."""
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        find_rights_needed(actor, dialogue, "convenes")
        refuse_unless_planned(dialogue)
        seat = Seat.objects.filter(dialogue=dialogue, pk=seat_id, left_at=None, user=None).first()
        if seat is None:
            raise Refused("no_link", gettext("There is no such link any more. Look at the seats as they are now."))
        end_links(seat, now)
        facts = {"seat": seat.pk}
        append_entry(stream=name_stream(dialogue.pk), act="renew_link", actor=actor.label, at=now, facts=facts)
        tell_seats(dialogue, "dialogue_invited", now=now, seats=[seat])
    return seat
