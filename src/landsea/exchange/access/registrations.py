"""Reads of registrations: who has a place, who waits, how many places are left."""

from django.db.models import QuerySet

from landsea.base.actors import Actor
from landsea.exchange.access.listings import may_manage
from landsea.exchange.models import (
    Listing,
    Registration,
    RegistrationState,
)


def list_registrations(actor: Actor, listing: Listing) -> QuerySet[Registration]:
    """Return the registrations of an event, for its organiser: the people of its desk and the coordinator."""
    found = Registration.objects.filter(listing=listing).order_by("pk")
    return found if may_manage(actor, listing) else found.none()


def count_places_left(listing: Listing) -> int:
    """Return how many places are free; nought when none is."""
    taken = Registration.objects.filter(listing=listing, state=RegistrationState.PLACE).count()
    return max(0, (listing.capacity or 0) - taken)


def find_position_in_line(registration: Registration) -> int:
    """Return the place on the waiting list, from one on."""
    ahead = Registration.objects.filter(
        listing_id=registration.listing_id, state=RegistrationState.WAITING, pk__lt=registration.pk
    )
    return ahead.count() + 1
