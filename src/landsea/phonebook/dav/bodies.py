"""What a program sends: XML read without entities, document types or the network, and what it asks for."""

from dataclasses import dataclass

from lxml import etree

from landsea.phonebook.dav.names import name_in_dav

LONGEST_BODY = 1_000_000
"""Octets. A multiget of a thousand cards has about 100,000."""
MOST_ASKED = 200
"""Properties, lines or parts of a filter that one question may name: each of them is looked at, or answered, for every card."""


class BadBody(Exception):
    """A body that is no XML, is too long, names too much, or brings a document type along."""


@dataclass(frozen=True)
class Wanted:
    """Which properties are asked for: their names; None for all that are usually told. `names_only`: no values."""

    names: tuple[str, ...] | None = None
    names_only: bool = False


def read_body(raw: bytes) -> etree._Element | None:
    """Return the root of what was sent, or None when nothing was. Raises BadBody."""
    if len(raw) > LONGEST_BODY:
        raise BadBody
    if not raw.strip():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadBody from error
    if root.getroottree().docinfo.doctype:
        raise BadBody
    if any(sum(1 for _inside in part.iter()) > MOST_ASKED for part in root if part.tag != name_in_dav("href")):
        raise BadBody
    return root


def read_wanted(root: etree._Element | None) -> Wanted:
    """Return what a PROPFIND, or a report, asks for. Without a body it is all."""
    if root is None:
        return Wanted()
    if root.find(name_in_dav("propname")) is not None:
        return Wanted(names_only=True)
    asked = root.find(name_in_dav("prop"))
    if asked is None:
        return Wanted()
    return Wanted(tuple(dict.fromkeys(one.tag for one in asked if isinstance(one.tag, str))))
