"""Changes the words of an entry, for whoever put it there.

1. Lock the entry; what is off the board stays as it is, and the same words again change nothing.
2. Write the new words in the language in which it was written. The audit holds which were changed and no word of either, for
   nothing can be erased there.
3. A business's words are shown after a person has looked at them, so a shown entry waits again and its desk is told. One that
   waits or is held already is waited for: nobody is told twice. A desk's own words are shown at once.

Translations are found by the words they translate, so those of the old words stand beside the new ones no more.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.limits.spending import Limit, spend_named_limit
from landsea.base.outbox.actions.queue import queue_mails
from landsea.base.refusal import TOO_MANY, Refused
from landsea.directory import access as directory_access
from landsea.exchange.access import choose_language
from landsea.exchange.mapping import list_words_to_find
from landsea.exchange.models import OFF_THE_BOARD, Listing, ListingContact, ListingState
from landsea.exchange.notices import make_mails_to_desk
from landsea.exchange.stream import name_listing_stream

CHANGES = Limit(20, 3600)


def reword_listing(contact: ListingContact, title: str, text: str, *, now: datetime) -> Listing:
    """Change title and text of one's own entry, by the secret link. Raises Refused when it is off the board, when nothing is
    said, or when it was changed often.
    """
    title, text = title.strip()[:160], text.strip()
    if not title:
        raise Refused("no_title", gettext("Say in a line what you offer or look for."))
    with transaction.atomic():
        listing = Listing.objects.select_for_update(of=("self",)).select_related("desk").get(pk=contact.listing_id)
        if listing.state in OFF_THE_BOARD:
            raise Refused("gone", gettext("This entry was taken off the board. It can be put there anew."))
        language = choose_language(listing, contact.language)
        old = {"title": listing.titles.get(language, ""), "text": listing.texts.get(language, "")}
        new = {"title": title, "text": text}
        if old == new:
            return listing
        if not spend_named_limit("listing words", f"listing:{listing.pk}", CHANGES):
            raise Refused(TOO_MANY, gettext("The words were changed often within the hour. Change them again later."))
        waits_again = listing.state == ListingState.SHOWN and not is_desks_own(listing, now)
        _write_words(listing, language, title, text, now, waits_again=waits_again)
        stream = name_listing_stream(listing.pk)
        facts = {"language": language, "changed": [name for name in new if new[name] != old[name]]}
        append_entry(stream=stream, act="reword", actor="owner", at=now, facts=facts)
        if waits_again:
            desk = listing.desk or directory_access.find_coordinator_desk()
            once = f"{listing.pk}:{now.isoformat()}"
            queue_mails(
                make_mails_to_desk(desk, "exchange_to_look_at", stream=stream, once=once, listing=listing, now=now),
                now=now,
            )
    return listing


def is_desks_own(listing: Listing, now: datetime) -> bool:
    """Say whether a desk put it there, whose words nobody looks at first: it bears a person and no network, and that person
    works somewhere at `now`. Whoever left keeps the link, and speaks for no desk any more.
    """
    if listing.posted_by_id is None or listing.network:
        return False
    return bool(directory_access.list_appointments_held_by([listing.posted_by_id], now))


def _write_words(listing: Listing, language: str, title: str, text: str, now: datetime, *, waits_again: bool) -> None:
    listing.titles = {**listing.titles, language: title}
    listing.texts = (
        {**listing.texts, language: text}
        if text
        else {other: words for other, words in listing.texts.items() if other != language}
    )
    listing.name_tokens = list_words_to_find(*listing.titles.values(), *listing.texts.values())
    listing.checked = f"{now:%Y-%m-%d}"
    if waits_again:
        listing.state = ListingState.WAITING
    listing.save(update_fields=["titles", "texts", "name_tokens", "checked", "state"])
