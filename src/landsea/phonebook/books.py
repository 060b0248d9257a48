"""Which books there are: one a topic and country, with the desks that answer for the topic there.

A desk whose competence names no topic stands in its country's book of any topic. The country is the one whose calendar the
office keeps: a mission stands with its host's desks.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsea.base.ui.countries import name_country
from landsea.directory import access
from landsea.directory.models import Desk
from landsea.directory.models.names import name_in

ANY_TOPIC = "any"


@dataclass(frozen=True)
class BookName:
    """A topic (`any`: desks that answer for whatever comes) and a country."""

    topic: str
    country: str

    @property
    def code(self) -> str:
        """What it is called in addresses."""
        return f"{self.topic}-{self.country.lower()}"


def list_desks_by_book() -> dict[BookName, tuple[int, ...]]:
    """Return the ids of the desks of each book, by country and topic; kept while the directory stays as it is."""
    return access.read_once("phone books", _divide_desks)


def find_desks_by_id() -> dict[int, Desk]:
    """Return all desks in service, with their office; kept, so not to be changed."""
    return access.read_once("desks of phone books", lambda: {desk.pk: desk for desk in access.list_desks_in_service()})


def find_book(code: str) -> BookName | None:
    """Return the book with this code, or None."""
    return next((book for book in list_desks_by_book() if book.code == code), None)


def choose_books(countries: list[str], topics: list[str]) -> list[BookName]:
    """Return the books of these countries and topics; an empty list of either leaves nothing out."""
    return [
        book
        for book in list_desks_by_book()
        if (not countries or book.country in countries) and (not topics or book.topic in topics)
    ]


def name_books(books: list[BookName], language: str) -> dict[BookName, str]:
    """Return what the books are called in a language: "China: Customs clearance"."""
    topics = name_topics(language)
    return {
        book: _("%(country)s: %(topic)s")
        % {"country": name_country(book.country, language), "topic": topics.get(book.topic, book.topic)}
        for book in books
    }


def name_topics(language: str) -> dict[str, str]:
    """Return the names of topics in service by code, in their order, that of any topic last."""
    named = {topic.code: name_in(topic.names, language) for topic in access.list_topics_in_service()}
    return named | {ANY_TOPIC: _("Any topic")}


def _divide_desks() -> dict[BookName, tuple[int, ...]]:
    found: dict[BookName, set[int]] = {}
    desks = find_desks_by_id()
    for desk_id, topic in access.list_competences_in_service().values_list("desk_id", "topic"):
        if desk_id in desks:
            book = BookName(topic or ANY_TOPIC, desks[desk_id].office.calendar_country)
            found.setdefault(book, set()).add(desk_id)
    order = [*(topic.code for topic in access.list_topics_in_service()), ANY_TOPIC]
    places = {code: number for number, code in enumerate(order)}
    books = sorted(found, key=lambda book: (book.country, places.get(book.topic, len(places)), book.topic))
    return {book: tuple(sorted(found[book], key=lambda pk: desks[pk].code)) for book in books}
