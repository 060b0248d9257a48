"""The things that a program finds, with their properties: the root, the person, the shelf of books, a book, a card."""

from collections.abc import Mapping
from datetime import datetime

from django.urls import reverse
from django.utils.http import http_date
from lxml import etree

from landsea.phonebook.access import KnownState
from landsea.phonebook.contents import OpenBook
from landsea.phonebook.dav.answers import Fill, Resource, with_elements, with_href, with_text
from landsea.phonebook.dav.names import GETCTAG, carddav_name, dav_name
from landsea_core.contacts.cards import VERSIONS, Card, write_card

LARGEST_CARD = 100_000
TOKEN = "urn:uuid:"
REPORTS = (
    carddav_name("addressbook-query"),
    carddav_name("addressbook-multiget"),
    dav_name("sync-collection"),
)
COLLATIONS = ("i;unicode-casemap", "i;ascii-casemap")


def root_resource(title: str) -> Resource:
    """Return where a program begins."""
    return Resource(
        reverse("dav_root"), _common(title) | {dav_name("resourcetype"): with_elements(dav_name("collection"))}
    )


def principal_resource(title: str) -> Resource:
    """Return the person, by whom a program finds the books."""
    return Resource(
        reverse("dav_principal"),
        _common(title)
        | {
            dav_name("resourcetype"): with_elements(dav_name("principal"), dav_name("collection")),
            carddav_name("addressbook-home-set"): with_href(reverse("dav_books")),
            dav_name("alternate-URI-set"): with_elements(),
            dav_name("group-membership"): with_elements(),
        },
    )


def shelf_resource(title: str) -> Resource:
    """Return the collection of all books of this person."""
    return Resource(
        reverse("dav_books"), _common(title) | {dav_name("resourcetype"): with_elements(dav_name("collection"))}
    )


def book_resource(book: OpenBook, title: str) -> Resource:
    """Return a book."""
    token = token_of(book.state)
    return Resource(
        book_href(book.name.code),
        _common(title)
        | {
            dav_name("resourcetype"): with_elements(dav_name("collection"), carddav_name("addressbook")),
            dav_name("sync-token"): with_text(token),
            GETCTAG: with_text(token),
            dav_name("supported-report-set"): _fill_reports,
            carddav_name("addressbook-description"): with_text(title),
            carddav_name("supported-address-data"): _fill_versions,
            carddav_name("supported-collation-set"): _fill_collations,
            carddav_name("max-resource-size"): with_text(str(LARGEST_CARD)),
        },
        by_name_only=frozenset(
            carddav_name(name) for name in ("supported-address-data", "supported-collation-set", "max-resource-size")
        ),
    )


def card_resource(book: OpenBook, uid: str, data: Mapping[str, Fill] | None = None) -> Resource:
    """Return a card of a book; `data` is the property that holds the card itself, where a report asks for it."""
    noted = book.listed[uid]
    size = len(written_card(book, uid).encode())
    properties = {
        dav_name("resourcetype"): with_elements(),
        dav_name("getetag"): with_text(etag_of(noted.digest)),
        dav_name("getcontenttype"): with_text("text/vcard; charset=utf-8"),
        dav_name("getcontentlength"): with_text(str(size)),
        dav_name("getlastmodified"): with_text(_last_modified(noted.changed_at)),
        dav_name("displayname"): with_text(book.cards[uid].name),
    }
    return Resource(
        card_href(book.name.code, uid), properties | _rights() | dict(data or {}), by_name_only=frozenset(data or ())
    )


def written_card(book: OpenBook, uid: str, version: str = "3.0", only: frozenset[str] = frozenset()) -> str:
    """Return a card of a book as text, with the moment when it last changed."""
    card: Card = book.cards[uid]
    return write_card(card, book.listed[uid].changed_at, version, only)


def book_href(code: str) -> str:
    """Return the address of a book."""
    return reverse("dav_book", args=[code])


def card_href(code: str, uid: str) -> str:
    """Return the address of a card."""
    return reverse("dav_card", args=[code, uid])


def etag_of(digest: str, version: str = "3.0") -> str:
    """Return the strong ETag of a card; the two versions are two texts."""
    return f'"{digest}"' if version == "3.0" else f'"{digest}-4"'


def token_of(state: KnownState | None) -> str:
    """Return the token of a book's state."""
    return f"{TOKEN}{state.mark}" if state else TOKEN


def _common(title: str) -> dict[str, Fill]:
    principal = reverse("dav_principal")
    return {
        dav_name("displayname"): with_text(title),
        dav_name("current-user-principal"): with_href(principal),
        dav_name("principal-URL"): with_href(principal),
        dav_name("principal-collection-set"): with_href(reverse("dav_root")),
        dav_name("owner"): with_href(principal),
        dav_name("supported-report-set"): with_elements(),
    } | _rights()


def _rights() -> dict[str, Fill]:
    return {dav_name("current-user-privilege-set"): _fill_rights}


def _fill_rights(element: etree._Element) -> None:
    for name in ("read", "read-current-user-privilege-set"):
        etree.SubElement(etree.SubElement(element, dav_name("privilege")), dav_name(name))


def _fill_reports(element: etree._Element) -> None:
    for name in REPORTS:
        report = etree.SubElement(etree.SubElement(element, dav_name("supported-report")), dav_name("report"))
        etree.SubElement(report, name)


def _fill_versions(element: etree._Element) -> None:
    for version in VERSIONS:
        kind = etree.SubElement(element, carddav_name("address-data-type"))
        kind.set("content-type", "text/vcard")
        kind.set("version", version)


def _fill_collations(element: etree._Element) -> None:
    for name in COLLATIONS:
        etree.SubElement(element, carddav_name("supported-collation")).text = name


def _last_modified(at: datetime) -> str:
    return http_date(at.timestamp())
