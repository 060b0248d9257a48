"""Invites parties, lets those with an account answer, frees seats."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext

from landsea.accounts.models import User
from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.dialogues.access import (
    find_dialogue,
    find_rights_needed,
    find_seat,
    list_seats,
)
from landsea.dialogues.actions.answer import ANSWERS, answer_from_seat, propose_time
from landsea.dialogues.actions.convene import lock_dialogue, refuse_unless_planned
from landsea.dialogues.actions.live_links import end_links
from landsea.dialogues.models import Dialogue, Seat, SeatRole
from landsea.dialogues.notices import SEAT_FREED, tell_seats
from landsea.dialogues.stream import name_stream
from landsea_core.agenda import find_side


def invite_country(
    actor: Actor, dialogue_id: int, *, country: str, name: str, email: str, role: str, now: datetime
) -> Seat:
    """Give a country a seat and send the invitation. Each side has one chair, who has to have an account here."""
    email = email.strip().lower()
    if not name.strip() or not email:
        raise Refused("no_name", gettext("Write the name and the e-mail address of the person who is invited."))
    if role not in SeatRole.values:
        raise Refused("no_role", gettext("Choose what the person is there for."))
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        find_rights_needed(actor, dialogue, "convenes")
        refuse_unless_planned(dialogue)
        user = User.objects.filter(email=email, is_active=True).first()
        _refuse_second(dialogue, country, email, role, has_account=user is not None)
        seat = Seat.objects.create(
            dialogue=dialogue, country=country, role=role, name=name.strip()[:120], email=email, user=user
        )
        append_entry(
            stream=name_stream(dialogue.pk),
            act="invite",
            actor=actor.label,
            at=now,
            facts={"seat": seat.pk, "country": country, "role": role},
        )
        tell_seats(dialogue, "dialogue_invited", now=now, seats=[seat])
    return seat


def _refuse_second(dialogue: Dialogue, country: str, email: str, role: str, *, has_account: bool) -> None:
    seats = list_seats(dialogue)
    if any(seat.email == email for seat in seats):
        raise Refused("seated", gettext("This person is invited already."))
    if role != SeatRole.CHAIR:
        return
    side = find_side(country)
    if side is None:
        raise Refused("no_side", gettext("A chair speaks for China or for the ASEAN countries. Choose such a country."))
    if not has_account:
        raise Refused(
            "no_account", gettext("A chair needs an account here, to accept the agenda and agree the minutes.")
        )
    if any(seat.role == SeatRole.CHAIR and find_side(seat.country) == side for seat in seats):
        raise Refused("second_chair", gettext("This side has a chair already. Free that seat first."))


def free_seat(actor: Actor, dialogue_id: int, seat_id: int, *, now: datetime) -> None:
    """Take somebody off the list; the person gets a cancellation."""
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        find_rights_needed(actor, dialogue, "convenes")
        refuse_unless_planned(dialogue)
        seat = Seat.objects.filter(dialogue=dialogue, pk=seat_id, left_at=None).select_related("user").first()
        if seat is None:
            return
        tell_seats(dialogue, SEAT_FREED, now=now, seats=[seat], cancel=True)
        end_links(seat, now)
        seat.left_at = now
        seat.save(update_fields=["left_at"])
        append_entry(
            stream=name_stream(dialogue.pk),
            act="free_seat",
            actor=actor.label,
            at=now,
            facts={"seat": seat.pk, "country": seat.country},
        )


def reply_to_invitation(actor: Actor, dialogue_id: int, answer: str, *, note: str | None = None, now: datetime) -> Seat:
    """Accept or decline one's own invitation, or say maybe."""
    if answer not in ANSWERS:
        raise Refused("no_reply", gettext("Say whether you come."))
    return answer_from_seat(_own_seat(actor, dialogue_id).pk, answer, actor=actor, note=note, now=now)


def propose_other_time(actor: Actor, dialogue_id: int, at: datetime, *, note: str | None = None, now: datetime) -> Seat:
    """Propose another time (aware) for a dialogue at which one has a seat."""
    return propose_time(_own_seat(actor, dialogue_id).pk, at, actor=actor, note=note, now=now)


def _own_seat(actor: Actor, dialogue_id: int) -> Seat:
    """Return the actor's own seat. Raises Http404 to who may not see the dialogue, PermissionDenied to others without one."""
    dialogue = find_dialogue(dialogue_id)
    seat = find_seat(actor, dialogue)
    if seat is None:
        find_rights_needed(actor, dialogue, "sees")
        raise PermissionDenied
    return seat
