"""Places of an event: given back, changed in number, and moved up to by those who wait."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext, ngettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox.actions.queue import queue_mails
from landsea.base.refusal import Refused
from landsea.exchange.access import find_listing
from landsea.exchange.models import OFF_THE_BOARD, Listing, Registration, RegistrationState
from landsea.exchange.notices import make_mail_to_registrant
from landsea.exchange.stream import name_listing_stream


def withdraw_registration(registration: Registration, *, now: datetime) -> Registration:
    """Give one's place back, by the secret link; the first of the waiting list moves up at once."""
    with transaction.atomic():
        listing = lock_listing(registration.listing_id)
        found = Registration.objects.select_for_update().get(pk=registration.pk)
        if found.state == RegistrationState.WITHDRAWN:
            return found
        found.state, found.withdrawn_at = RegistrationState.WITHDRAWN, now
        found.save(update_fields=["state", "withdrawn_at"])
        append_entry(
            stream=name_listing_stream(listing.pk),
            act="withdraw_registration",
            actor="registrant",
            at=now,
            facts={"registration": found.pk},
        )
        _move_up(listing, now)
    return found


def set_capacity(actor: Actor, listing_id: int, capacity: int, *, now: datetime) -> Listing:
    """Change the number of places; more let the waiting list move up. Refused below the places that are taken."""
    with transaction.atomic():
        find_listing(actor, listing_id, manage=True)
        listing = lock_listing(listing_id)
        taken = count_places_taken(listing)
        if listing.capacity is None:
            raise Refused("no_registration", gettext("One does not register for this entry here."))
        if capacity < max(taken, 1):
            sentence = ngettext(
                "%(n)d place is taken, so there cannot be fewer. Ask people to withdraw first.",
                "%(n)d places are taken, so there cannot be fewer. Ask people to withdraw first.",
                taken,
            )
            raise Refused("below_registrations", sentence % {"n": taken})
        listing.capacity = capacity
        listing.save(update_fields=["capacity"])
        append_entry(
            stream=name_listing_stream(listing.pk),
            act="set_capacity",
            actor=actor.label,
            at=now,
            facts={"capacity": capacity},
        )
        _move_up(listing, now)
    return listing


def count_places_taken(listing: Listing) -> int:
    return Registration.objects.filter(listing=listing, state=RegistrationState.PLACE).count()


def _move_up(listing: Listing, now: datetime) -> None:
    """Give free places to the first who wait, in the order in which they came; none of what is off the board. The caller holds
    the entry's row.
    """
    if listing.state in OFF_THE_BOARD:
        return
    free = (listing.capacity or 0) - count_places_taken(listing)
    if free <= 0:
        return
    waiting = Registration.objects.filter(listing=listing, state=RegistrationState.WAITING).select_related(
        "listing__place", "listing__desk__office"
    )
    for found in waiting.order_by("pk")[:free]:
        found.state, found.moved_up_at = RegistrationState.PLACE, now
        found.save(update_fields=["state", "moved_up_at"])
        append_entry(
            stream=name_listing_stream(listing.pk),
            act="move_up",
            actor="system",
            at=now,
            facts={"registration": found.pk},
        )
        queue_mails([make_mail_to_registrant(found, "exchange_moved_up", now=now)], now=now)


def lock_listing(listing_id: int) -> Listing:
    return Listing.objects.select_for_update().get(pk=listing_id)
