"""Introductions: asked for by one, vouched for by the desks of both, agreed to by the other; then each learns how to reach
the other. After 90 days both desks are asked what came of it (`outcome`).

asked --(asker's desk vouches, owner's desk vouches, owner agrees, in any order)--> introduced --90 days--> outcome
  \\--any of the three declines--> declined
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.outbox.actions.queue import queue_mails
from landsea.base.refusal import Refused
from landsea.exchange.access import find_introduction
from landsea.exchange.actions.introducing import lock_introduction, note_in_chain
from landsea.exchange.models import Introduction, ListingContact, ListingState, Stage
from landsea.exchange.notices import make_mail_to_asker, make_mail_to_owner


def vouch_for_side(actor: Actor, introduction_id: int, *, now: datetime) -> Introduction:
    """Vouch for the side or sides that the actor's desks answer for: the desk knows the firm and asked it. Refused once it
    was declined, and while the entry is off the board.
    """
    with transaction.atomic():
        introduction = lock_introduction(find_introduction(actor, introduction_id).pk)
        sides = [side for side in ("asker", "owner") if _answers_for(actor, introduction, side)]
        if not sides:
            raise PermissionDenied
        missing = [side for side in sides if getattr(introduction, f"{side}_desk_at") is None]
        if not missing:
            return introduction
        _refuse_unless_asked(introduction)
        _refuse_unless_shown(introduction)
        for side in missing:
            setattr(introduction, f"{side}_desk_at", now)
            introduction.save(update_fields=[f"{side}_desk_at"])
            note_in_chain(introduction, f"vouch_{side}", actor.label, now)
            if side == "asker":
                contact = introduction.listing.contact
                queue_mails([make_mail_to_owner(contact, "exchange_wants_to_meet", once=str(introduction.pk))], now=now)
        _introduce_if_all_agreed(introduction, now)
    return introduction


def _answers_for(actor: Actor, introduction: Introduction, side: str) -> bool:
    """A desk vouches for its own side; the coordinator for a side whose desk is its own, or stands in for any."""
    return getattr(introduction, f"{side}_desk_id") in actor.desks or actor.is_coordinator


def agree_to_meet(contact: ListingContact, introduction_id: int, *, now: datetime) -> Introduction:
    """Agree to meet, as the owner of the entry, by the secret link. Refused while the entry is off the board: whoever was
    removed for fraud gets no address out of what was asked before.
    """
    with transaction.atomic():
        introduction = _of_owner(contact, introduction_id)
        _refuse_unless_shown(introduction)
        if introduction.owner_at is None:
            introduction.owner_at = now
            introduction.save(update_fields=["owner_at"])
            note_in_chain(introduction, "agree", "owner", now)
            _introduce_if_all_agreed(introduction, now)
    return introduction


def decline_as_owner(contact: ListingContact, introduction_id: int, *, now: datetime) -> Introduction:
    """Decline to meet, as the owner of the entry, without having to say why."""
    with transaction.atomic():
        introduction = _of_owner(contact, introduction_id)
        _note_decline(introduction, "owner", "", now)
    return introduction


def decline_introduction(actor: Actor, introduction_id: int, reason: str, *, now: datetime) -> Introduction:
    """Decline as one of the desks, with a reason that the desks read."""
    if not reason.strip():
        raise Refused("no_reason", gettext("Say why, for the other desk."))
    with transaction.atomic():
        introduction = lock_introduction(find_introduction(actor, introduction_id).pk)
        _note_decline(introduction, actor.label, reason.strip()[:300], now)
    return introduction


def _note_decline(introduction: Introduction, by: str, reason: str, now: datetime) -> None:
    _refuse_unless_asked(introduction)
    introduction.stage, introduction.ended_at, introduction.reason = Stage.DECLINED, now, reason
    introduction.save(update_fields=["stage", "ended_at", "reason"])
    note_in_chain(introduction, "decline", by, now)
    queue_mails([make_mail_to_asker(introduction, "exchange_declined")], now=now)


def _introduce_if_all_agreed(introduction: Introduction, now: datetime) -> None:
    agreed = (introduction.asker_desk_at, introduction.owner_desk_at, introduction.owner_at)
    if introduction.stage != Stage.ASKED or None in agreed:
        return
    introduction.stage, introduction.ended_at = Stage.INTRODUCED, now
    introduction.save(update_fields=["stage", "ended_at"])
    note_in_chain(introduction, "introduce", "system", now)
    contact = introduction.listing.contact
    queue_mails(
        [
            make_mail_to_asker(introduction, "exchange_introduced"),
            make_mail_to_owner(contact, "exchange_introduced_owner", once=str(introduction.pk)),
        ],
        now=now,
    )


def _of_owner(contact: ListingContact, introduction_id: int) -> Introduction:
    introduction = lock_introduction(introduction_id)
    if introduction.listing_id != contact.listing_id or introduction.asker_desk_at is None:
        raise PermissionDenied
    _refuse_unless_asked(introduction)
    return introduction


def _refuse_unless_asked(introduction: Introduction) -> None:
    if introduction.stage != Stage.ASKED:
        raise Refused("ended", gettext("This introduction has come about or was declined already."))


def _refuse_unless_shown(introduction: Introduction) -> None:
    if introduction.listing.state != ListingState.SHOWN:
        raise Refused("gone", gettext("This entry was taken off the board. It can be put there anew."))
