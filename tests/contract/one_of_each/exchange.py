"""The exchange: an entry of a business, somebody who asks to be introduced, an event with places and a registration."""

from datetime import datetime

from landsea.base.actors import ANONYMOUS
from landsea.exchange.actions.ask_for_introduction import ask_for_introduction
from landsea.exchange.actions.introduce import vouch_for_side
from landsea.exchange.actions.post import post_listing
from landsea.exchange.actions.register import register_applicant
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.tests.making import applying, asking, event, posting, shown


def make(world, now: datetime) -> dict:
    """Post an entry, ask its owner, register for a scholarship."""
    listing, contact = shown(world, now)
    introduction = ask_for_introduction(ANONYMOUS, listing.pk, asking(), network="n", now=now)
    vouch_for_side(world.actor("holder"), introduction.pk, now=now)  # from now on the owner is asked
    scholarship = event(world, now)
    registration = register_applicant(ANONYMOUS, scholarship.pk, applying(), network="n", now=now)
    mine = {"secret": BOARD_LINKS.secret_of(contact.nonce)}
    asked = {"introduction_id": introduction.pk}
    registered = {"secret": BOARD_LINKS.secret_of(registration.nonce)}
    of_event = ("listing_calendar", "listing_register", "exchange_organiser", "exchange_capacity", "exchange_export")
    return {
        **dict.fromkeys(("listing", "listing_ask", "listing_report"), {"listing_id": listing.pk}),
        "listing_moderate": [{"listing_id": listing.pk, "what": what} for what in ("show", "hold", "remove")],
        **dict.fromkeys(of_event, {"listing_id": scholarship.pk}),
        "exchange_asked": {"secret": BOARD_LINKS.secret_of(introduction.nonce)},
        "exchange_introduction": asked,
        "exchange_introduction_act": [asked | {"what": what} for what in ("vouch", "decline", "outcome")],
        "exchange_mine": mine,
        "exchange_mine_act": mine | asked,
        "exchange_mine_withdraw": mine,
        "exchange_mine_words": mine,
        "exchange_registration": registered,
        "exchange_registration_withdraw": registered,
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another entry, one that waits for a desk, somebody who asks, an event, somebody who registers."""
    entry, scholarship = values["listing"]["listing_id"], values["exchange_organiser"]["listing_id"]
    shown(world, now, email=f"brewery{number}@demo.example.org")
    post_listing(ANONYMOUS, posting(email=f"other{number}@demo.example.org"), network=f"n{number}", now=now)
    introduction = ask_for_introduction(ANONYMOUS, entry, asking(10 + number), network=f"n{number}", now=now)
    vouch_for_side(world.actor("holder"), introduction.pk, now=now)
    event(world, now, titles={"en": f"Fair {number}"})
    register_applicant(ANONYMOUS, scholarship, applying(10 + number), network=f"n{number}", now=now)
