"""Puts an entry on the board: a business's waits until a person has looked at it, a desk's is shown at once."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_form
from landsea.base.outbox.actions.queue import queue_mails
from landsea.base.refusal import TOO_MANY, Refused
from landsea.directory import access as directory_access
from landsea.directory.models import Desk
from landsea.exchange.actions.tell_registrants import tell_registrants
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.mapping import find_desk, list_words_to_find
from landsea.exchange.models import OFF_THE_BOARD, Kind, Listing, ListingContact, ListingState
from landsea.exchange.notices import make_mail_to_owner, make_mails_to_desk
from landsea.exchange.stream import name_listing_stream

MOST_FROM_ONE_NETWORK = 10
PER = timedelta(days=1)
GOODS = (Kind.GOODS_OFFERED, Kind.GOODS_WANTED)


@dataclass(frozen=True)
class Posting:
    """What is put on the board and who puts it there. `country` is that of the owner; days are `YYYY-MM-DD` or empty;
    `register_by` is aware and goes with a `capacity`.
    """

    kind: str
    titles: dict[str, str]
    texts: dict[str, str]
    country: str
    firm: str
    name: str
    email: str
    form_key: uuid.UUID
    phone: str = ""
    language: str = "en"
    for_countries: tuple[str, ...] = ()
    place_code: str = ""
    place_text: str = ""
    hs: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    languages: tuple[str, ...] = field(default=())
    starts: str = ""
    ends: str = ""
    capacity: int | None = None
    register_by: datetime | None = None
    is_demo: bool = False


def post_listing(actor: Actor, posting: Posting, *, network: str, now: datetime) -> tuple[Listing, ListingContact]:
    """Put an entry there; the same form twice is one. People at desks post in their desk's name and are shown at once."""
    _refuse_incomplete(posting, now)
    with transaction.atomic():
        wait_for_form(posting.form_key)
        earlier = Listing.objects.filter(form_key=posting.form_key).select_related("contact").first()
        if earlier is not None:
            return earlier, earlier.contact
        officer = actor.works_at_desks
        if not officer:
            _refuse_flood(network, now)
        desk = find_own_desk(actor) if officer else find_desk(posting.country)
        listing = _write_listing(actor, posting, desk, "" if officer else network, now)
        contact = _write_contact(listing, posting)
        stream = name_listing_stream(listing.pk)
        append_entry(stream=stream, act="post", actor=actor.label, at=now, facts={"kind": listing.kind}, first=True)
        mails = [make_mail_to_owner(contact, "exchange_posted", once=str(listing.pk))]
        if not officer:
            mails += make_mails_to_desk(
                desk, "exchange_to_look_at", stream=stream, once=str(listing.pk), listing=listing, now=now
            )
        queue_mails(mails, now=now)
    return listing, contact


def _refuse_incomplete(posting: Posting, now: datetime) -> None:
    if not any(title.strip() for title in posting.titles.values()):
        raise Refused("no_title", gettext("Say in a line what you offer or look for."))
    if posting.kind in GOODS and not posting.hs:
        raise Refused("no_goods", gettext("Name the goods, so that others find you."))
    if posting.capacity is not None and (posting.register_by is None or posting.register_by <= now):
        raise Refused("no_deadline", gettext("Choose a day yet to come until which one can register."))


def _write_listing(actor: Actor, posting: Posting, desk, network: str, now: datetime) -> Listing:
    return Listing.objects.create(
        kind=posting.kind,
        titles={language: said.strip()[:160] for language, said in posting.titles.items() if said.strip()},
        texts={language: said.strip() for language, said in posting.texts.items() if said.strip()},
        countries=sorted({posting.country, *posting.for_countries} - {""}),
        place=directory_access.find_place(posting.place_code) if posting.place_code else None,
        place_text=posting.place_text.strip()[:200],
        organiser=posting.firm if posting.kind not in GOODS else "",
        starts=posting.starts,
        ends=posting.ends,
        hs=list(posting.hs),
        sectors=list(posting.sectors),
        languages=list(posting.languages),
        grade="claimed",
        checked=f"{now:%Y-%m-%d}",
        desk=desk,
        posted_at=now,
        posted_by_id=actor.user_id,
        form_key=posting.form_key,
        network=network,
        state=ListingState.SHOWN if actor.works_at_desks else ListingState.WAITING,
        capacity=posting.capacity,
        register_by=posting.register_by,
        name_tokens=list_words_to_find(*posting.titles.values(), *posting.texts.values()),
        is_demo=posting.is_demo,
    )


def _write_contact(listing: Listing, posting: Posting) -> ListingContact:
    return ListingContact.objects.create(
        listing=listing,
        firm=posting.firm.strip()[:200],
        name=posting.name.strip()[:120],
        email=posting.email.strip().lower(),
        phone=posting.phone.strip()[:40],
        language=posting.language,
        **BOARD_LINKS.new_link(),
    )


def _refuse_flood(network: str, now: datetime) -> None:
    if Listing.objects.filter(network=network, posted_at__gt=now - PER).count() >= MOST_FROM_ONE_NETWORK:
        raise Refused(
            TOO_MANY,
            gettext("Many entries came from your connection today. What you typed is still here: send it tomorrow."),
        )


def find_own_desk(actor: Actor) -> Desk:
    """Return the desk in whose name somebody at desks puts entries there: the first they hold, else the first they work
    at, else the coordinator's.
    """
    if actor.holds or actor.desks:
        return directory_access.find_desk_by_id(min(actor.holds or actor.desks))
    return directory_access.find_coordinator_desk()


def withdraw_listing(contact: ListingContact, *, now: datetime) -> Listing:
    """Take one's own entry off the board, by the secret link."""
    with transaction.atomic():
        listing = Listing.objects.select_for_update().get(pk=contact.listing_id)
        if listing.state not in OFF_THE_BOARD:
            listing.state, listing.retired_at = ListingState.WITHDRAWN, listing.retired_at or now
            listing.save(update_fields=["state", "retired_at"])
            append_entry(stream=name_listing_stream(listing.pk), act="withdraw", actor="owner", at=now)
            tell_registrants(listing, now)
    return listing
