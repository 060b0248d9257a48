"""Reports, and what a person does about an entry: shows it, holds it, removes it with a reason."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import SYSTEM, Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox.actions.queue import queue_mails
from landsea.base.refusal import Refused
from landsea.directory import access as directory_access
from landsea.exchange.access import compute_digest_of_words, find_listing
from landsea.exchange.actions.tell_registrants import tell_registrants
from landsea.exchange.models import OFF_THE_BOARD, Listing, ListingContact, ListingState, Report, ReportKind
from landsea.exchange.notices import make_mail_to_owner, make_mails_to_desk
from landsea.exchange.stream import name_listing_stream

REPORTS_THAT_HOLD = 3


def report_listing(actor: Actor, listing_id: int, kind: str, words: str, *, network: str, now: datetime) -> bool:
    """Report an entry; once from one network. Three networks hold it until somebody has looked. Returns whether it is
    held now.
    """
    if kind not in ReportKind.values:
        raise Refused("no_kind", gettext("Choose what is wrong with it."))
    with transaction.atomic():
        find_listing(actor, listing_id)
        listing = Listing.objects.select_for_update(of=("self",)).select_related("desk__office").get(pk=listing_id)
        _row, new = Report.objects.get_or_create(
            listing=listing, network=network, defaults={"kind": kind, "words": words.strip()[:1000], "at": now}
        )
        if new:
            append_entry(
                stream=name_listing_stream(listing.pk), act="report", actor=actor.label, at=now, facts={"kind": kind}
            )
            desk = listing.desk or directory_access.find_coordinator_desk()
            queue_mails(
                make_mails_to_desk(
                    desk,
                    "exchange_reported",
                    stream=name_listing_stream(listing.pk),
                    once=f"{listing.pk}:{network}",
                    listing=listing,
                    now=now,
                ),
                now=now,
            )
        waiting = Report.objects.filter(listing=listing, handled_at=None).count()
        if listing.code is None and listing.state == ListingState.SHOWN and waiting >= REPORTS_THAT_HOLD:
            _set_state(listing, ListingState.HELD, SYSTEM, "hold", "", now)
    return listing.state == ListingState.HELD


def show_listing(actor: Actor, listing_id: int, *, now: datetime, seen: str = "") -> Listing:
    """Show an entry that waited or was held; the reports about it are answered by that. `seen` are the words that were looked
    at (`compute_digest_of_words`): its owner may change them meanwhile, and what nobody has read is not shown.
    """
    return _decide_on_listing(actor, listing_id, ListingState.SHOWN, "show", "", now, seen)


def hold_listing(actor: Actor, listing_id: int, reason: str, *, now: datetime) -> Listing:
    """Hold an entry back, with a reason, until it is clear what it is."""
    return _decide_on_listing(actor, listing_id, ListingState.HELD, "hold", reason, now)


def remove_listing(actor: Actor, listing_id: int, reason: str, *, now: datetime) -> Listing:
    """Remove an entry for good, with a reason that its owner reads."""
    return _decide_on_listing(actor, listing_id, ListingState.REMOVED, "remove", reason, now)


def _require_reason(reason: str) -> str:
    if not reason.strip():
        raise Refused("no_reason", gettext("Give a reason: whoever put it there reads it."))
    return reason.strip()[:300]


def _decide_on_listing(
    actor: Actor, listing_id: int, state: str, act: str, reason: str, now: datetime, seen: str = ""
) -> Listing:
    with transaction.atomic():
        find_listing(actor, listing_id, manage=True)
        if state != ListingState.SHOWN:
            reason = _require_reason(reason)
        listing = Listing.objects.select_for_update(of=("self",)).get(pk=listing_id)
        if listing.state in OFF_THE_BOARD:
            raise Refused("gone", gettext("This entry was taken off the board. It can be put there anew."))
        if seen and seen != compute_digest_of_words(listing):
            raise Refused("changed", gettext("Its words changed while you were looking. Read them before you show it."))
        _set_state(listing, state, actor, act, reason, now)
        if state != ListingState.HELD:
            Report.objects.filter(listing=listing, handled_at=None).update(handled_at=now)
        if state == ListingState.REMOVED:
            tell_registrants(listing, now)
        contact = ListingContact.objects.select_related("listing").filter(listing=listing).first()
        if contact is not None:
            queue_mails(
                [make_mail_to_owner(contact, f"exchange_{state}", once=f"{listing.pk}:{now.isoformat()}")], now=now
            )
    return listing


def _set_state(listing: Listing, state: str, actor: Actor, act: str, reason: str, now: datetime) -> None:
    listing.state, listing.state_reason = state, reason
    if state == ListingState.REMOVED and listing.code is None:  # whether a fact is in its file, the loader notes
        listing.retired_at = now
    listing.save(update_fields=["state", "state_reason", "retired_at"])
    append_entry(stream=name_listing_stream(listing.pk), act=act, actor=actor.label, at=now, facts={"reason": reason})
