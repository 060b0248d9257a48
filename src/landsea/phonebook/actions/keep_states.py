"""Brings what is kept of books in step with the directory, and forgets what is older than programs need."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from landsea.base.jobs.turns import wait_for_turn
from landsea.phonebook.models import Book, BookState, ListedCard
from landsea.phonebook.readers import Reader

KEPT_FOR = timedelta(days=90)
"""For how long a program that was away is told what went; then it reads the whole book again."""

Digests = Mapping[str, str]


def keep_states(reader: Reader, found: Mapping[str, Digests], *, now: datetime) -> None:
    """Note these books (code -> identifier of a card -> digest) as they are at `now` (aware); each that changed gets a new
    state. Requests that come at once wait for one another.
    """
    with transaction.atomic():
        wait_for_turn(f"phone books:{reader.audience}:{reader.language}")
        rows = {row.code: row for row in _books_of(reader).filter(code__in=found)}
        fresh = [
            Book(audience=reader.audience, language=reader.language, code=code) for code in found if code not in rows
        ]
        rows |= {row.code: row for row in Book.objects.bulk_create(fresh)}
        listed: dict[int, dict[str, ListedCard]] = {row.pk: {} for row in rows.values()}
        for card in ListedCard.objects.filter(book__in=listed):
            listed[card.book_id][card.uid] = card
        changed: list[ListedCard] = []
        moved: list[Book] = []
        for code, book in rows.items():
            cards = _changes(book, listed[book.pk], found[code], now)
            if cards or book.number == 0:
                book.number += 1
                moved.append(book)
                changed += cards
        _write(moved, changed, now)


def forget_old_states(now: datetime) -> None:
    """Take away states that were replaced over 90 days ago, and cards that went before all that are left."""
    old = now - KEPT_FOR
    with transaction.atomic():
        for book in Book.objects.select_for_update():
            states = BookState.objects.filter(book=book, since__lt=old)
            newest = states.order_by("-number").values_list("number", flat=True).first()
            if newest is None:
                continue
            states.filter(number__lt=newest).delete()
            ListedCard.objects.filter(book=book, is_gone=True, number__lte=newest).delete()


def _books_of(reader: Reader):
    return Book.objects.filter(audience=reader.audience, language=reader.language)


def _changes(book: Book, listed: dict[str, ListedCard], found: Digests, now: datetime) -> list[ListedCard]:
    """Return the rows of cards that came, say something else, or went; none is written yet."""
    changed = []
    for uid, digest in found.items():
        card = listed.get(uid) or ListedCard(book=book, uid=uid)
        if card.is_gone or card.digest != digest:
            card.digest, card.is_gone = digest, False
            changed.append(card)
    for uid, card in listed.items():
        if uid not in found and not card.is_gone:
            card.is_gone = True
            changed.append(card)
    for card in changed:
        card.number, card.changed_at = book.number + 1, now
    return changed


def _write(moved: list[Book], changed: list[ListedCard], now: datetime) -> None:
    Book.objects.bulk_update(moved, ["number"])
    BookState.objects.bulk_create(BookState(book=book, number=book.number, since=now) for book in moved)
    ListedCard.objects.bulk_create(
        changed,
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["book", "uid"],
        update_fields=["digest", "number", "changed_at", "is_gone"],
    )
