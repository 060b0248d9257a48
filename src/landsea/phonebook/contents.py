"""Books with their cards as a reader gets them now: made from the directory, brought in step with what is noted of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from landsea.phonebook import access
from landsea.phonebook.access import KnownState
from landsea.phonebook.actions.keep_states import keep_states
from landsea.phonebook.books import BookName, list_desks_by_book
from landsea.phonebook.cards import compute_digest_of_card, make_cards_of_desks
from landsea.phonebook.models import ListedCard
from landsea.phonebook.readers import Reader
from landsea_core.contacts.cards import Card


@dataclass(frozen=True)
class OpenBook:
    """A book with its cards by identifier, what is noted of each, and the state it is in."""

    name: BookName
    cards: dict[str, Card]
    listed: dict[str, ListedCard] = field(default_factory=dict)
    state: KnownState | None = None


def open_books(reader: Reader, names: Iterable[BookName], now: datetime) -> list[OpenBook]:
    """Return these books as they are at `now` (aware). What changed since they were last noted is noted."""
    names = list(names)
    found = make_cards_of_books(reader, names, now)
    digests = {
        book.code: {uid: compute_digest_of_card(card) for uid, card in cards.items()} for book, cards in found.items()
    }
    codes = list(digests)
    listed, states = access.list_cards(reader, codes), access.find_current_states(reader, codes)
    stale = {code: digests[code] for code in codes if code not in states or not _is_same(listed[code], digests[code])}
    if stale:
        keep_states(reader, stale, now=now)
        listed |= access.list_cards(reader, list(stale))
        states |= access.find_current_states(reader, list(stale))
    return [OpenBook(book, found[book], listed[book.code], states[book.code]) for book in names]


def make_cards_of_books(reader: Reader, names: Iterable[BookName], now: datetime) -> dict[BookName, dict[str, Card]]:
    """Return the cards of these books by identifier."""
    by_book = {book: list_desks_by_book()[book] for book in names}
    cards = make_cards_of_desks(reader, sorted(set().union(*by_book.values())), now)
    return {book: {card.uid: card for pk in desks for card in cards.get(pk, ())} for book, desks in by_book.items()}


def _is_same(listed: dict[str, ListedCard], digests: dict[str, str]) -> bool:
    return {uid: row.digest for uid, row in listed.items() if not row.is_gone} == digests
