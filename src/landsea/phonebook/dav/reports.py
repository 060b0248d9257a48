"""The three reports of a book: cards by their addresses, cards that a filter lets pass, what changed since a state."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from uuid import UUID

from django.http import HttpResponse
from lxml import etree

from landsea.phonebook import access
from landsea.phonebook.contents import OpenBook
from landsea.phonebook.dav.answers import Multistatus, answer_error, fill_with_text
from landsea.phonebook.dav.bodies import Wanted, read_wanted
from landsea.phonebook.dav.filters import UnknownFilter, passes_filter
from landsea.phonebook.dav.names import name_in_carddav, name_in_dav
from landsea.phonebook.dav.resources import (
    TOKEN,
    make_card_resource,
    write_book_card,
    write_book_href,
    write_card_href,
    write_token,
)
from landsea.phonebook.readers import Reader
from landsea_core.contacts.cards import VERSIONS

ADDRESS_DATA = name_in_carddav("address-data")
FORBIDDEN, TOO_MUCH = 403, 507


@dataclass(frozen=True)
class AskedCard:
    """In which version a card is wanted, and which of its lines (empty: all)."""

    version: str = "3.0"
    only: frozenset[str] = frozenset()


class UnknownVersion(Exception):
    """A card is wanted in a form that is not written here."""


def answer_report(reader: Reader, book: OpenBook, root: etree._Element) -> HttpResponse:
    """Answer a report about a book; one that is not known is refused as the standard says."""
    answers = {
        name_in_carddav("addressbook-multiget"): _answer_multiget,
        name_in_carddav("addressbook-query"): _answer_query,
        name_in_dav("sync-collection"): _answer_sync,
    }
    answer = answers.get(root.tag)
    if answer is None:
        return answer_error(FORBIDDEN, [name_in_dav("supported-report")])
    try:
        return answer(reader, book, root)
    except UnknownFilter as unknown:
        return answer_error(FORBIDDEN, [name_in_carddav(unknown.condition)])
    except UnknownVersion:
        return answer_error(FORBIDDEN, [name_in_carddav("supported-address-data")])


def read_asked_card(root: etree._Element) -> AskedCard:
    """Return how a report wants cards. Raises UnknownVersion."""
    asked = root.find(f"{name_in_dav('prop')}/{ADDRESS_DATA}")
    if asked is None:
        return AskedCard()
    version = asked.get("version", "3.0")
    if version not in VERSIONS or asked.get("content-type", "text/vcard") not in ("text/vcard", "text/x-vcard"):
        raise UnknownVersion
    names = [one.get("name", "").upper() for one in asked if one.tag == name_in_carddav("prop")]
    return AskedCard(version, frozenset(name for name in names if name))


def _answer_multiget(_reader: Reader, book: OpenBook, root: etree._Element) -> HttpResponse:
    wanted, asked, said = read_wanted(root), read_asked_card(root), Multistatus()
    by_href = {write_card_href(book.name.code, uid): uid for uid in book.cards}
    told: set[str] = set()
    for element in root.findall(name_in_dav("href")):
        typed = (element.text or "").strip()
        uid = by_href.get(_path_of(typed))
        if (uid or typed) in told:
            continue
        told.add(uid or typed)
        if uid is None:
            said.add_missing(typed)
        else:
            _add_card(said, book, uid, wanted, asked)
    return said.answer()


def _path_of(href: str) -> str:
    try:
        return unquote(urlsplit(href).path)
    except ValueError:  # no address at all, such as http://[
        return ""


def _answer_query(_reader: Reader, book: OpenBook, root: etree._Element) -> HttpResponse:
    wanted, asked, said = read_wanted(root), read_asked_card(root), Multistatus()
    filtered = root.find(name_in_carddav("filter"))
    found = [uid for uid, card in book.cards.items() if passes_filter(card, filtered)]
    most = _most_of(root.find(f"{name_in_carddav('limit')}/{name_in_carddav('nresults')}"))
    for uid in found[:most]:
        _add_card(said, book, uid, wanted, asked)
    if most is not None and len(found) > most:
        said.add_cut_off(write_book_href(book.name.code))
    return said.answer()


def _answer_sync(reader: Reader, book: OpenBook, root: etree._Element) -> HttpResponse:
    typed = (root.findtext(name_in_dav("sync-token")) or "").strip()
    since = 0
    if typed:
        state = access.find_state_with_mark(reader, book.name.code, mark) if (mark := _mark_in(typed)) else None
        if state is None:
            return answer_error(FORBIDDEN, [name_in_dav("valid-sync-token")])
        since = state.number
    wanted, asked, said = read_wanted(root), read_asked_card(root), Multistatus()
    changed = sorted((row for row in book.listed.values() if row.number > since), key=lambda row: (row.number, row.uid))
    most = _most_of(root.find(f"{name_in_dav('limit')}/{name_in_dav('nresults')}"))
    if most is not None and len(changed) > most:
        return answer_error(TOO_MUCH, [name_in_dav("number-of-matches-within-limits")])
    for row in changed:
        if row.uid in book.cards:
            _add_card(said, book, row.uid, wanted, asked)
        elif typed:
            said.add_missing(write_card_href(book.name.code, row.uid))
    said.add_sync_token(write_token(book.state))
    return said.answer()


def _add_card(said: Multistatus, book: OpenBook, uid: str, wanted: Wanted, asked: AskedCard) -> None:
    data = {}
    if wanted.names and ADDRESS_DATA in wanted.names:
        data[ADDRESS_DATA] = fill_with_text(write_book_card(book, uid, asked.version, asked.only))
    said.add(make_card_resource(book, uid, data), wanted)


def _most_of(element: etree._Element | None) -> int | None:
    text = (element.text or "").strip() if element is not None else ""
    return int(text) if text.isdecimal() and len(text) < len("1000000000") else None


def _mark_in(token: str) -> UUID | None:
    try:
        return UUID(token.removeprefix(TOKEN)) if token.startswith(TOKEN) else None
    except ValueError:
        return None
