"""Tables of the phone books: devices with their passwords, and what the books held at each of their states."""

from landsea.phonebook.models.books import Book, BookState, ListedCard
from landsea.phonebook.models.devices import Device

__all__ = ["Book", "BookState", "Device", "ListedCard"]
