"""With what the form of a watch begins that was opened from a rule's or a place's page: what changes there."""

import re
from collections.abc import Mapping
from typing import Any

from django.http import Http404
from django.utils.translation import get_language

from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea.rules import access
from landsea.rules.rule_translations import choose_words_for_reader

LONGEST_NAME = 120
MOST_CODES = 200
"""Characters of the field for goods; a rule about more of them is watched by its countries and its kind."""


def make_initial_interest(asked: Mapping[str, str]) -> dict[str, Any]:
    """Return the first values of the form's fields; `asked` are the words of its address: the code of a rule, or of a place."""
    first: dict[str, Any] = {"email": ""}
    if code := asked.get("rule", ""):
        return first | _interest_of_rule(code)
    place = directory_access.find_place(asked["place"]) if _is_code(asked.get("place", "")) else None
    name = name_in(place.names, get_language() or "en") if place else ""
    return first | ({"places": join_place_name(name), "name": name[:LONGEST_NAME]} if name else {})


def join_place_name(name: str) -> str:
    """Return a place's name without what parts names in the form's field; it is found by its letters, whatever stands between.

    >>> join_place_name("Pelabuhan Tieshan, Beihai")
    'Pelabuhan Tieshan Beihai'
    """
    return " ".join(re.sub("[,，、;]", " ", name).split())


def _interest_of_rule(code: str) -> dict[str, Any]:
    try:
        rule = access.find_measure(code)
    except Http404:
        return {}
    goods = ", ".join(rule.scope.hs)
    return {
        "hs": goods if len(goods) <= MOST_CODES else "",
        "origins": sorted(rule.scope.origin),
        "destinations": sorted(rule.scope.destination),
        "kinds": [rule.kind],
        "name": choose_words_for_reader(rule.title)[:LONGEST_NAME],
    }


def _is_code(text: str) -> bool:
    return text.isascii() and text.isalnum()
