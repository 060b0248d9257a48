"""A small CardDAV client for tests: it asks as telephones and mail programs do, and says what came."""

import base64
from dataclasses import dataclass

from django.test import Client
from lxml import etree

NAMES = {"d": "DAV:", "c": "urn:ietf:params:xml:ns:carddav", "s": "http://calendarserver.org/ns/"}

PROGRAM_FINDS_PERSON = """<?xml version="1.0" encoding="UTF-8"?>
<A:propfind xmlns:A="DAV:"><A:prop><A:current-user-principal/><A:principal-URL/><A:resourcetype/></A:prop></A:propfind>"""
PROGRAM_FINDS_SHELF = """<propfind xmlns="DAV:" xmlns:CARD="urn:ietf:params:xml:ns:carddav"><prop>
<CARD:addressbook-home-set/><displayname/><group-membership/></prop></propfind>"""
PROGRAM_LISTS_BOOKS = """<?xml version='1.0' encoding='UTF-8' ?>
<propfind xmlns="DAV:" xmlns:CARD="urn:ietf:params:xml:ns:carddav" xmlns:CS="http://calendarserver.org/ns/"><prop>
<resourcetype/><displayname/><current-user-privilege-set/><owner/><CARD:addressbook-description/>
<CARD:supported-address-data/><CARD:max-resource-size/><CS:getctag/><sync-token/><supported-report-set/>
<quota-used-bytes/></prop></propfind>"""
PROGRAM_LISTS_CARDS = (
    """<d:propfind xmlns:d="DAV:"><d:prop><d:resourcetype/><d:getcontenttype/><d:getetag/></d:prop></d:propfind>"""
)
MULTIGET = """<c:addressbook-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:prop><d:getetag/>
<c:address-data content-type="text/vcard" version="{version}"/></d:prop>{hrefs}</c:addressbook-multiget>"""
QUERY = """<c:addressbook-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:prop><d:getetag/>
<c:address-data>{lines}</c:address-data></d:prop>{filter}{limit}</c:addressbook-query>"""
SYNC = """<?xml version="1.0" encoding="utf-8" ?><sync-collection xmlns="DAV:"><sync-token>{token}</sync-token>
<sync-level>1</sync-level>{limit}<prop><getetag/></prop></sync-collection>"""


@dataclass(frozen=True)
class Told:
    """What came about one address: what was found by name, what is missing, and the status of the whole."""

    found: dict[str, etree._Element]
    missing: set[str]
    status: str

    def text(self, name: str) -> str:
        """Return a property's text."""
        return self.found[name].text or ""


class DavClient:
    """Asks with the credentials of one device."""

    def __init__(self, address: str, password: str, **headers: str):
        typed = base64.b64encode(f"{address}:{password}".encode()).decode()
        self.browser = Client(headers={"authorization": f"Basic {typed}", "user-agent": "Contacts/1.0", **headers})

    def ask(self, method: str, address: str, body: str | bytes = "", **headers: str):
        """Return the raw answer."""
        return self.browser.generic(method, address, body, content_type="text/xml", headers=headers)

    def propfind(self, address: str, body: str = "", depth: str = "0") -> dict[str, Told]:
        """Return what a PROPFIND tells, by address."""
        return self._told(self.ask("PROPFIND", address, body, Depth=depth))

    def report(self, address: str, body: str) -> dict[str, Told]:
        """Return what a REPORT tells, by address."""
        return self._told(self.ask("REPORT", address, body, Depth="1"))

    def sync(self, address: str, token: str = "") -> tuple[dict[str, Told], str]:
        """Return what changed since a token, and the next one."""
        response = self.ask("REPORT", address, SYNC.format(token=token, limit=""), Depth="0")
        return self._told(response), etree.fromstring(response.content).findtext("d:sync-token", namespaces=NAMES)

    def cards(self, address: str, version: str = "3.0") -> dict[str, str]:
        """Return all cards of a book by address, as a multiget gives them."""
        listed = self.propfind(address, PROGRAM_LISTS_CARDS, "1")
        hrefs = "".join(f"<d:href>{href}</d:href>" for href in listed if href != address)
        told = self.report(address, MULTIGET.format(version=version, hrefs=hrefs))
        return {href: one.text("address-data") for href, one in told.items()}

    def _told(self, response) -> dict[str, Told]:
        assert response.status_code == 207, (response.status_code, response.content)
        found = {}
        for one in etree.fromstring(response.content).findall("d:response", NAMES):
            there, missing = {}, set()
            for part in one.findall("d:propstat", NAMES):
                ok = " 200 " in part.findtext("d:status", namespaces=NAMES)
                for element in part.find("d:prop", NAMES):
                    name = etree.QName(element).localname
                    if ok:
                        there[name] = element
                    else:
                        missing.add(name)
            status = one.findtext("d:status", default="", namespaces=NAMES)
            found[one.findtext("d:href", namespaces=NAMES)] = Told(there, missing, status)
        return found


def href_in(element: etree._Element) -> str:
    """Return the address that a property holds."""
    return element.findtext("d:href", namespaces=NAMES)


def condition_of(response) -> str:
    """Return the condition that a refusal names."""
    root = etree.fromstring(response.content)
    assert root.tag == "{DAV:}error"
    return etree.QName(root[0]).localname


def read_lines(card: str) -> dict[str, list[str]]:
    """Return the lines of a card by their names, without groups and parameters."""
    found: dict[str, list[str]] = {}
    for line in card.replace("\r\n ", "").split("\r\n"):
        head, _colon, value = line.partition(":")
        found.setdefault(head.split(";")[0].rpartition(".")[2], []).append(value)
    return found
