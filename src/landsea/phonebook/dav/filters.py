"""Which cards a query asks for (RFC 6352, 10.5): by whether a line is there and what stands in it."""

import unicodedata

from lxml import etree

from landsea.phonebook.dav.names import name_in_carddav
from landsea_core.contacts.cards import Card, write_card_lines

COLLATIONS = frozenset({"", "default", "i;unicode-casemap", "i;ascii-casemap", "i;octet"})
WAYS = {
    "equals": lambda text, wanted: text == wanted,
    "contains": lambda text, wanted: wanted in text,
    "starts-with": lambda text, wanted: text.startswith(wanted),
    "ends-with": lambda text, wanted: text.endswith(wanted),
}


class UnknownFilter(Exception):
    """A filter that is not understood; `condition` is what the standard calls it."""

    def __init__(self, condition: str):
        super().__init__(condition)
        self.condition = condition


def passes_filter(card: Card, wanted: etree._Element | None) -> bool:
    """Say whether a card passes the filter of a query; without one, or with an empty one, it does. Raises UnknownFilter."""
    if wanted is None:
        return True
    parts = [one for one in wanted if one.tag == name_in_carddav("prop-filter")]
    return _joined(wanted, [_passes_part(card, one) for one in parts])


def _passes_part(card: Card, part: etree._Element) -> bool:
    name = part.get("name", "").rpartition(".")[2].upper()
    values = [line.value for line in write_card_lines(card) if line.name == name]
    if part.find(name_in_carddav("is-not-defined")) is not None:
        return not values
    if part.find(name_in_carddav("param-filter")) is not None:
        raise UnknownFilter("supported-filter")
    matches = [one for one in part if one.tag == name_in_carddav("text-match")]
    return bool(values) and _joined(part, [any(_matches(value, one) for value in values) for one in matches])


def _joined(element: etree._Element, results: list[bool]) -> bool:
    if not results:
        return True
    return all(results) if element.get("test", "anyof") == "allof" else any(results)


def _matches(value: str, match: etree._Element) -> bool:
    collation = match.get("collation", "")
    if collation not in COLLATIONS:
        raise UnknownFilter("supported-collation")
    way = WAYS.get(match.get("match-type", "contains"))
    if way is None:
        raise UnknownFilter("supported-filter")
    fold = (lambda text: text) if collation == "i;octet" else _without_case
    found = way(fold(value), fold(match.text or ""))
    return found != (match.get("negate-condition", "no") == "yes")


def _without_case(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
