"""Introductions: asked for by one, vouched for by the desks of both, agreed to by the other; then each learns how to reach
the other. After 90 days both desks are asked what came of it (`outcome`).

asked --(asker's desk vouches, owner's desk vouches, owner agrees, in any order)--> introduced --90 days--> outcome
  \\--any of the three declines--> declined
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.jobs.turns import wait_for_form
from landsea.base.outbox.actions.queue import queue_mails
from landsea.base.refusal import Refused
from landsea.exchange.access import introduction_for, listing_for
from landsea.exchange.actions.introducing import lock_introduction, note_in_chain
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.facts import INTRODUCED, desk_for
from landsea.exchange.models import Introduction, ListingContact, ListingState, Stage
from landsea.exchange.notices import to_asker, to_desk, to_owner
from landsea.exchange.stream import introduction_stream

MOST_OPEN = 5
MOST_FROM_ONE_NETWORK = 10
PER = timedelta(days=1)


@dataclass(frozen=True)
class Asking:
    """Who asks for an introduction, and why."""

    firm: str
    name: str
    email: str
    country: str
    message: str
    form_key: uuid.UUID
    phone: str = ""
    language: str = "en"


def ask_for_introduction(actor: Actor, listing_id: int, asking: Asking, *, network: str, now: datetime) -> Introduction:
    """Ask to be introduced to the owner of an entry; the same form twice is one. Refused for entries without an owner, for
    one's own entry, a second time, and for somebody who asks everybody.
    """
    with transaction.atomic():
        wait_for_form(asking.form_key)
        listing = listing_for(actor, listing_id)
        contact = ListingContact.objects.select_for_update().filter(listing=listing).first()
        earlier = Introduction.objects.filter(form_key=asking.form_key).first()
        if earlier is not None:
            return earlier
        if contact is None or listing.kind not in INTRODUCED:
            raise Refused(
                "nobody_to_meet", gettext("Nobody put this entry here to be met. Its source is named beside it.")
            )
        email = asking.email.strip().lower()
        if email == contact.email:
            raise Refused("own_entry", gettext("This is your own entry."))
        _refuse_flood(listing, email, network, now)
        introduction = Introduction.objects.create(
            listing=listing,
            firm=asking.firm.strip()[:200],
            name=asking.name.strip()[:120],
            email=email,
            phone=asking.phone.strip()[:40],
            country=asking.country,
            language=asking.language,
            message=asking.message.strip(),
            form_key=asking.form_key,
            network=network,
            asked_at=now,
            asker_desk=desk_for(asking.country),
            owner_desk=listing.desk,
            **BOARD_LINKS.new_link(),
        )
        note_in_chain(introduction, "ask", actor.label, now, first=True)
        mails = [to_asker(introduction, "exchange_asked")]
        for desk in {introduction.asker_desk, introduction.owner_desk}:
            mails += to_desk(
                desk,
                "exchange_to_vouch",
                stream=introduction_stream(introduction.pk),
                once=str(introduction.pk),
                listing=listing,
                now=now,
                introduction=introduction.pk,
            )
        queue_mails(mails, now=now)
    return introduction


def _refuse_flood(listing, email: str, network: str, now: datetime) -> None:
    open_ones = Introduction.objects.filter(stage=Stage.ASKED)
    if Introduction.objects.filter(listing=listing, email=email).exclude(stage=Stage.DECLINED).exists():
        raise Refused("asked_before", gettext("You asked for this introduction before. The desks are at it."))
    if open_ones.filter(email=email).count() >= MOST_OPEN or (
        network
        and Introduction.objects.filter(network=network, asked_at__gt=now - PER).count() >= MOST_FROM_ONE_NETWORK
    ):
        raise Refused(
            "too_many",
            gettext(
                "You have asked for several introductions that are still open. Wait for those; what you typed is kept."
            ),
        )


def vouch_for_side(actor: Actor, introduction_id: int, *, now: datetime) -> Introduction:
    """Vouch for the side or sides that the actor's desks answer for: the desk knows the firm and asked it. Refused once it
    was declined, and while the entry is off the board.
    """
    with transaction.atomic():
        introduction = lock_introduction(introduction_for(actor, introduction_id).pk)
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
                queue_mails([to_owner(contact, "exchange_wants_to_meet", once=str(introduction.pk))], now=now)
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
        introduction = lock_introduction(introduction_for(actor, introduction_id).pk)
        _note_decline(introduction, actor.label, reason.strip()[:300], now)
    return introduction


def _note_decline(introduction: Introduction, by: str, reason: str, now: datetime) -> None:
    _refuse_unless_asked(introduction)
    introduction.stage, introduction.ended_at, introduction.reason = Stage.DECLINED, now, reason
    introduction.save(update_fields=["stage", "ended_at", "reason"])
    note_in_chain(introduction, "decline", by, now)
    queue_mails([to_asker(introduction, "exchange_declined")], now=now)


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
            to_asker(introduction, "exchange_introduced"),
            to_owner(contact, "exchange_introduced_owner", once=str(introduction.pk)),
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
