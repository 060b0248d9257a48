"""Tells whoever registered for an event that it was taken off the board, so that nobody travels to it in vain."""

from datetime import datetime

from landsea.base.outbox.actions.queue import queue_mails
from landsea.exchange.models import Listing, Registration, RegistrationState
from landsea.exchange.notices import make_mail_to_registrant


def tell_registrants(listing: Listing, now: datetime) -> None:
    """Do so once each, in the transaction that takes it off; whoever had a place gets its end for their calendar."""
    registered = Registration.objects.filter(listing=listing).exclude(state=RegistrationState.WITHDRAWN)
    queue_mails(
        [
            make_mail_to_registrant(
                one,
                "exchange_taken_off",
                now=now,
                has_place=one.state == RegistrationState.PLACE,
                is_cancelled=True,
            )
            for one in registered.select_related("listing__place", "listing__desk__office").order_by("pk")
        ],
        now=now,
    )
