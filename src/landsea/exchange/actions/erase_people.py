"""Erases who put an entry on the board, who asked for an introduction, who registered. What is still under way is ended first,
by the acts that its owner has.
"""

from datetime import datetime

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat

from landsea.exchange.actions.introducing import note_in_chain
from landsea.exchange.actions.places import withdraw_registration
from landsea.exchange.actions.post import withdraw_listing
from landsea.exchange.models import Introduction, ListingContact, ListingState, Registration, Stage

NOBODYS = "erased:"
"""How the address of a row begins whose person was erased; its number follows, as one address stands once for an entry."""
ON_BOARD = (ListingState.WAITING, ListingState.SHOWN, ListingState.HELD)


def erase_listing_contacts(rows: QuerySet[ListingContact], now: datetime) -> int:
    """Withdraw the entries that are still on the board, and empty who put them there."""
    found = list(rows.select_related("listing"))
    for contact in found:
        if contact.listing.state in ON_BOARD:
            withdraw_listing(contact, now=now)
    return ListingContact.objects.filter(pk__in=[one.pk for one in found]).update(firm="", name="", email="", phone="")


def erase_introductions(rows: QuerySet[Introduction], now: datetime) -> int:
    """End the introductions that still wait for somebody, and empty who asked."""
    numbers = list(rows.values_list("pk", flat=True))
    mine = Introduction.objects.filter(pk__in=numbers)
    for waiting in mine.filter(stage=Stage.ASKED).select_for_update():
        Introduction.objects.filter(pk=waiting.pk).update(stage=Stage.DECLINED, ended_at=now)
        note_in_chain(waiting, "withdraw", "asker", now)
    address = Concat(Value(NOBODYS), Cast("pk", CharField()), output_field=CharField())
    return mine.update(firm="", name="", phone="", message="", email=address, network="", reason="")


def erase_registrations(rows: QuerySet[Registration], now: datetime) -> int:
    """Give back the places that were not used yet, so that whoever waits moves up, and erase the registrations whole."""
    found = list(rows.select_related("listing"))
    for one in found:
        if one.listing.register_by is None or one.listing.register_by > now:
            withdraw_registration(one, now=now)
    return Registration.objects.filter(pk__in=[one.pk for one in found]).delete()[0]
