"""Somebody asks to be introduced to the owner of an entry."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.jobs.turns import wait_for_form
from landsea.base.outbox.actions.queue import queue_mails
from landsea.base.refusal import TOO_MANY, Refused
from landsea.exchange.access import find_listing
from landsea.exchange.actions.introducing import note_in_chain
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.mapping import INTRODUCED, find_desk
from landsea.exchange.models import Introduction, ListingContact, Stage
from landsea.exchange.notices import make_mail_to_asker, make_mails_to_desk
from landsea.exchange.stream import name_introduction_stream

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
        listing = find_listing(actor, listing_id)
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
            asker_desk=find_desk(asking.country),
            owner_desk=listing.desk,
            **BOARD_LINKS.new_link(),
        )
        note_in_chain(introduction, "ask", actor.label, now, first=True)
        mails = [make_mail_to_asker(introduction, "exchange_asked")]
        for desk in {introduction.asker_desk, introduction.owner_desk}:
            mails += make_mails_to_desk(
                desk,
                "exchange_to_vouch",
                stream=name_introduction_stream(introduction.pk),
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
            TOO_MANY,
            gettext(
                "You have asked for several introductions that are still open. Wait for those; what you typed is kept."
            ),
        )
