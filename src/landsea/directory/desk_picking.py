"""Naming a desk in a form: by words of its name in any script, by its code, or by the address of its page.

Words name no desk by themselves: what they find is offered, and the person picks one. So nobody hands a case to a desk
that merely sounds like the right one.
"""

import re
from dataclasses import dataclass

from landsea.base.ui.countries import name_country
from landsea.directory import access
from landsea.directory.display_names import name_desk
from landsea.directory.name_search import find_by_name

MOST_OFFERED = 8
DESK_PAGE = re.compile(r"/who/desks/([\w.-]+)")
"""The address of a desk's page, as it is copied from the browser."""


@dataclass(frozen=True)
class Offered:
    """A desk that can be picked: its code, its name and office, its country."""

    code: str
    name: str
    country: str


def find_code(typed: str) -> str:
    """Return the code that was typed, or that stands in the address of a desk's page; words come back as they are."""
    page = DESK_PAGE.search(typed)
    return page.group(1) if page else typed.strip()


def find_desk_meant(typed: str, picked: str) -> str:
    """Return the code of the desk that was picked, or the code or page's address that was typed. Where both came and the words
    do not lead to what was picked, they were written over since: they come back, and name no desk.
    """
    words = find_code(typed)
    if not picked or not words or words == picked:
        return picked or words
    return picked if picked in {desk.code for desk in find_by_name(words).desks} else words


def find_desks_called(typed: str, language: str) -> list[Offered]:
    """Return at most `MOST_OFFERED` desks in service that what was typed may name, best first."""
    exact = access.find_desk(find_code(typed))
    found = [exact] if exact else find_by_name(typed).desks[:MOST_OFFERED]
    offered = []
    for desk in found:
        own, office = name_desk(desk, language)
        name = own if own == office else f"{own}, {office}"
        offered.append(Offered(desk.code, name, name_country(desk.office.country, language)))
    return offered
