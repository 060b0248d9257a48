"""The only reads of devices and of what books held: one's own devices, the device behind a password, what changed in a book
since a state of it.
"""

from dataclasses import dataclass
from uuid import UUID

from landsea.phonebook.device_passwords import compute_digest_of_password
from landsea.phonebook.models import BookState, Device, ListedCard
from landsea.phonebook.readers import Reader


@dataclass(frozen=True)
class KnownState:
    """A state of a book: its number and its mark."""

    number: int
    mark: UUID


def list_devices(user_id: int | None) -> list[Device]:
    """Return a person's devices that still may read, the latest first."""
    return list(Device.objects.filter(user_id=user_id, ended_at=None).order_by("-made_at", "-pk")) if user_id else []


def find_device_with_password(address: str, password: str) -> Device | None:
    """Return the device that this password belongs to, with its person, when the address is that of the person's account;
    None for an ended one and for a closed account.
    """
    rows = Device.objects.select_related("user").filter(ended_at=None, user__is_active=True)
    found = rows.filter(digest=compute_digest_of_password(password)).first()
    return found if found and found.user.email.lower() == address.strip().lower() else None


def list_cards(reader: Reader, codes: list[str]) -> dict[str, dict[str, ListedCard]]:
    """Return the cards of these books as noted last, by code and identifier; those that went too."""
    found: dict[str, dict[str, ListedCard]] = {code: {} for code in codes}
    rows = ListedCard.objects.filter(
        book__audience=reader.audience, book__language=reader.language, book__code__in=codes
    )
    for row in rows.select_related("book"):
        found[row.book.code][row.uid] = row
    return found


def find_current_states(reader: Reader, codes: list[str]) -> dict[str, KnownState]:
    """Return the present state of each of these books that was noted, by code."""
    rows = BookState.objects.filter(
        book__audience=reader.audience, book__language=reader.language, book__code__in=codes
    )
    newest = rows.order_by("book", "-number").distinct("book").values_list("book__code", "number", "mark")
    return {code: KnownState(number, mark) for code, number, mark in newest}


def find_state_with_mark(reader: Reader, code: str, mark: UUID) -> KnownState | None:
    """Return the state of this reader's book with this mark; None when it is another book's or too old."""
    row = BookState.objects.filter(
        mark=mark, book__code=code, book__audience=reader.audience, book__language=reader.language
    ).first()
    return KnownState(row.number, row.mark) if row else None
