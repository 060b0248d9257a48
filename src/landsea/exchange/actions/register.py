"""Registration for events and programmes: places, the waiting list that moves up, withdrawal, and the number of places.

place <---moves up--- waiting
  \\--withdraws--> withdrawn <--withdraws--/
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_form
from landsea.base.outbox.actions.queue import queue_mails
from landsea.base.refusal import TOO_MANY, Refused
from landsea.exchange.access import find_listing
from landsea.exchange.actions.places import count_places_taken, lock_listing
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.models import Listing, ListingState, Registration, RegistrationState
from landsea.exchange.notices import make_mail_to_registrant
from landsea.exchange.stream import name_listing_stream

MOST_FROM_ONE_NETWORK = 10
PER = timedelta(hours=1)


@dataclass(frozen=True)
class Applying:
    """Who registers."""

    name: str
    email: str
    country: str
    form_key: uuid.UUID
    organisation: str = ""
    language: str = "en"


def register_applicant(
    actor: Actor, listing_id: int, applying: Applying, *, network: str, now: datetime
) -> Registration:
    """Register: with a place while there is one, else on the waiting list. The same form twice is one, one address has one
    registration. Refused after the deadline, and when one network sends too many within an hour.
    """
    with transaction.atomic():
        wait_for_form(applying.form_key)
        find_listing(actor, listing_id)
        listing = lock_listing(listing_id)
        earlier = Registration.objects.filter(form_key=applying.form_key).select_related("listing").first()
        if earlier is not None:
            return earlier
        email = applying.email.strip().lower()
        _refuse_unfit(listing, email, network, now)
        state = RegistrationState.PLACE if count_places_taken(listing) < listing.capacity else RegistrationState.WAITING
        found = Registration.objects.create(
            listing=listing,
            name=applying.name.strip()[:120],
            email=email,
            country=applying.country,
            organisation=applying.organisation.strip()[:200],
            language=applying.language,
            form_key=applying.form_key,
            network=network,
            registered_at=now,
            state=state,
            **BOARD_LINKS.new_link(),
        )
        append_entry(
            stream=name_listing_stream(listing.pk),
            act="register",
            actor=actor.label,
            at=now,
            facts={"registration": found.pk, "state": state},
        )
        has_place = state == RegistrationState.PLACE
        template = "exchange_registered" if has_place else "exchange_waiting"
        queue_mails([make_mail_to_registrant(found, template, now=now, has_place=has_place)], now=now)
    return found


def _refuse_unfit(listing: Listing, email: str, network: str, now: datetime) -> None:
    if listing.capacity is None or listing.state != ListingState.SHOWN:
        raise Refused("no_registration", gettext("One does not register for this here. Its source says where."))
    if now > listing.register_by:
        raise Refused("too_late", gettext("The day until which one could register has passed."))
    if Registration.objects.filter(listing=listing, email=email).exclude(state=RegistrationState.WITHDRAWN).exists():
        raise Refused(
            "registered", gettext("This address is registered already. Your secret link came by mail; use that.")
        )
    if (
        network
        and Registration.objects.filter(network=network, registered_at__gt=now - PER).count() >= MOST_FROM_ONE_NETWORK
    ):
        raise Refused(
            TOO_MANY,
            gettext(
                "Many registrations came from your connection within the hour. What you typed is still here: send it "
                "later."
            ),
        )
