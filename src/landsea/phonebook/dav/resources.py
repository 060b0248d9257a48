"""The things that a program finds, with their properties: the root, the person, the shelf of books, a book, a card."""

from collections.abc import Mapping
from datetime import datetime

from django.urls import reverse
from django.utils.http import http_date
from lxml import etree

from landsea.phonebook.access import KnownState
from landsea.phonebook.contents import OpenBook
from landsea.phonebook.dav.answers import Fill, Resource, fill_with_addresses, fill_with_elements, fill_with_text
from landsea.phonebook.dav.names import GETCTAG, name_in_carddav, name_in_dav
from landsea_core.contacts.cards import VERSIONS, Card, write_card

LARGEST_CARD = 100_000
TOKEN = "urn:uuid:"
REPORTS = (
    name_in_carddav("addressbook-query"),
    name_in_carddav("addressbook-multiget"),
    name_in_dav("sync-collection"),
)
COLLATIONS = ("i;unicode-casemap", "i;ascii-casemap")


def make_root_resource(title: str) -> Resource:
    """Return where a program begins."""
    return Resource(
        reverse("dav_root"),
        _common(title) | {name_in_dav("resourcetype"): fill_with_elements(name_in_dav("collection"))},
    )


def make_principal_resource(title: str) -> Resource:
    """Return the person, by whom a program finds the books."""
    return Resource(
        reverse("dav_principal"),
        _common(title)
        | {
            name_in_dav("resourcetype"): fill_with_elements(name_in_dav("principal"), name_in_dav("collection")),
            name_in_carddav("addressbook-home-set"): fill_with_addresses(reverse("dav_books")),
            name_in_dav("alternate-URI-set"): fill_with_elements(),
            name_in_dav("group-membership"): fill_with_elements(),
        },
    )


def make_shelf_resource(title: str) -> Resource:
    """Return the collection of all books of this person."""
    return Resource(
        reverse("dav_books"),
        _common(title) | {name_in_dav("resourcetype"): fill_with_elements(name_in_dav("collection"))},
    )


def make_book_resource(book: OpenBook, title: str) -> Resource:
    """Return a book."""
    token = write_token(book.state)
    return Resource(
        write_book_href(book.name.code),
        _common(title)
        | {
            name_in_dav("resourcetype"): fill_with_elements(name_in_dav("collection"), name_in_carddav("addressbook")),
            name_in_dav("sync-token"): fill_with_text(token),
            GETCTAG: fill_with_text(token),
            name_in_dav("supported-report-set"): _fill_reports,
            name_in_carddav("addressbook-description"): fill_with_text(title),
            name_in_carddav("supported-address-data"): _fill_versions,
            name_in_carddav("supported-collation-set"): _fill_collations,
            name_in_carddav("max-resource-size"): fill_with_text(str(LARGEST_CARD)),
        },
        by_name_only=frozenset(
            name_in_carddav(name) for name in ("supported-address-data", "supported-collation-set", "max-resource-size")
        ),
    )


def make_card_resource(book: OpenBook, uid: str, data: Mapping[str, Fill] | None = None) -> Resource:
    """Return a card of a book; `data` is the property that holds the card itself, where a report asks for it."""
    noted = book.listed[uid]
    size = len(write_book_card(book, uid).encode())
    properties = {
        name_in_dav("resourcetype"): fill_with_elements(),
        name_in_dav("getetag"): fill_with_text(compute_etag(noted.digest)),
        name_in_dav("getcontenttype"): fill_with_text("text/vcard; charset=utf-8"),
        name_in_dav("getcontentlength"): fill_with_text(str(size)),
        name_in_dav("getlastmodified"): fill_with_text(_last_modified(noted.changed_at)),
        name_in_dav("displayname"): fill_with_text(book.cards[uid].name),
    }
    return Resource(
        write_card_href(book.name.code, uid),
        properties | _rights() | dict(data or {}),
        by_name_only=frozenset(data or ()),
    )


def write_book_card(book: OpenBook, uid: str, version: str = "3.0", only: frozenset[str] = frozenset()) -> str:
    """Return a card of a book as text, with the moment when it last changed."""
    card: Card = book.cards[uid]
    return write_card(card, book.listed[uid].changed_at, version, only)


def write_book_href(code: str) -> str:
    """Return the address of a book."""
    return reverse("dav_book", args=[code])


def write_card_href(code: str, uid: str) -> str:
    """Return the address of a card."""
    return reverse("dav_card", args=[code, uid])


def compute_etag(digest: str, version: str = "3.0") -> str:
    """Return the strong ETag of a card; the two versions are two texts."""
    return f'"{digest}"' if version == "3.0" else f'"{digest}-4"'


def write_token(state: KnownState | None) -> str:
    """Return the token of a book's state."""
    return f"{TOKEN}{state.mark}" if state else TOKEN


def _common(title: str) -> dict[str, Fill]:
    principal = reverse("dav_principal")
    return {
        name_in_dav("displayname"): fill_with_text(title),
        name_in_dav("current-user-principal"): fill_with_addresses(principal),
        name_in_dav("principal-URL"): fill_with_addresses(principal),
        name_in_dav("principal-collection-set"): fill_with_addresses(reverse("dav_root")),
        name_in_dav("owner"): fill_with_addresses(principal),
        name_in_dav("supported-report-set"): fill_with_elements(),
    } | _rights()


def _rights() -> dict[str, Fill]:
    return {name_in_dav("current-user-privilege-set"): _fill_rights}


def _fill_rights(element: etree._Element) -> None:
    for name in ("read", "read-current-user-privilege-set"):
        etree.SubElement(etree.SubElement(element, name_in_dav("privilege")), name_in_dav(name))


def _fill_reports(element: etree._Element) -> None:
    for name in REPORTS:
        report = etree.SubElement(etree.SubElement(element, name_in_dav("supported-report")), name_in_dav("report"))
        etree.SubElement(report, name)


def _fill_versions(element: etree._Element) -> None:
    for version in VERSIONS:
        kind = etree.SubElement(element, name_in_carddav("address-data-type"))
        kind.set("content-type", "text/vcard")
        kind.set("version", version)


def _fill_collations(element: etree._Element) -> None:
    for name in COLLATIONS:
        etree.SubElement(element, name_in_carddav("supported-collation")).text = name


def _last_modified(at: datetime) -> str:
    return http_date(at.timestamp())
