"""What goes back: multistatus answers (RFC 4918, 13) and errors that name the condition that was not kept (16)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.http import HttpResponse
from lxml import etree

from landsea.phonebook.dav.bodies import Wanted
from landsea.phonebook.dav.names import PREFIXES, name_in_dav

FOUND, MISSING = "HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found"
CUT_OFF = "HTTP/1.1 507 Insufficient Storage"
MULTISTATUS = 207
XML = "application/xml; charset=utf-8"
Fill = Callable[[etree._Element], None]
"""Puts a property's value into its element."""


@dataclass(frozen=True)
class Resource:
    """A thing with its address and properties: name -> what fills the element. `by_name_only` are told when they are asked
    for by their names, not when everything is.
    """

    href: str
    properties: Mapping[str, Fill]
    by_name_only: frozenset[str] = field(default_factory=frozenset)


def fill_with_text(text: str) -> Fill:
    """Return what fills a property with text."""

    def fill(element: etree._Element) -> None:
        element.text = text

    return fill


def fill_with_addresses(*addresses: str) -> Fill:
    """Return what fills a property with addresses."""

    def fill(element: etree._Element) -> None:
        for address in addresses:
            etree.SubElement(element, name_in_dav("href")).text = address

    return fill


def fill_with_elements(*names: str) -> Fill:
    """Return what fills a property with empty elements."""

    def fill(element: etree._Element) -> None:
        for name in names:
            etree.SubElement(element, name)

    return fill


class Multistatus:
    """Collects the answers about several things."""

    def __init__(self) -> None:
        self.root = etree.Element(name_in_dav("multistatus"), nsmap=PREFIXES)

    def add(self, resource: Resource, wanted: Wanted) -> None:
        """Add what is wanted of a thing; properties that it has not are told apart as missing."""
        names = wanted.names
        if names is None:
            names = tuple(name for name in resource.properties if name not in resource.by_name_only)
        there = [name for name in names if name in resource.properties]
        response = self._response(resource.href)
        if there or not names:
            inside = _add_propstat(response, FOUND)
            for name in there:
                element = etree.SubElement(inside, name)
                if not wanted.names_only:
                    resource.properties[name](element)
        missing = [name for name in names if name not in resource.properties]
        if missing:
            inside = _add_propstat(response, MISSING)
            for name in missing:
                etree.SubElement(inside, name)

    def add_missing(self, href: str) -> None:
        """Say that nothing is, or is any more, at an address."""
        etree.SubElement(self._response(href), name_in_dav("status")).text = MISSING

    def add_cut_off(self, href: str) -> None:
        """Say that more was found than the question wanted (RFC 6352, 8.6.2)."""
        response = self._response(href)
        etree.SubElement(response, name_in_dav("status")).text = CUT_OFF
        error = etree.SubElement(response, name_in_dav("error"))
        etree.SubElement(error, name_in_dav("number-of-matches-within-limits"))

    def add_sync_token(self, token: str) -> None:
        """Say by which token the next question begins."""
        etree.SubElement(self.root, name_in_dav("sync-token")).text = token

    def answer(self) -> HttpResponse:
        """Return the answer."""
        return answer_xml(self.root, MULTISTATUS)

    def _response(self, href: str) -> etree._Element:
        response = etree.SubElement(self.root, name_in_dav("response"))
        etree.SubElement(response, name_in_dav("href")).text = href
        return response


def answer_xml(root: etree._Element, status: int) -> HttpResponse:
    """Return XML as an answer."""
    raw = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return HttpResponse(raw, content_type=XML, status=status)


def answer_error(status: int, conditions: Iterable[str] = ()) -> HttpResponse:
    """Return a refusal that names the conditions which were not kept."""
    root = etree.Element(name_in_dav("error"), nsmap=PREFIXES)
    for name in conditions:
        etree.SubElement(root, name)
    return answer_xml(root, status)


def _add_propstat(response: etree._Element, status: str) -> etree._Element:
    propstat = etree.SubElement(response, name_in_dav("propstat"))
    inside = etree.SubElement(propstat, name_in_dav("prop"))
    etree.SubElement(propstat, name_in_dav("status")).text = status
    return inside
