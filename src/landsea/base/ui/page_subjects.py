"""What a page is about, as the form that files a problem takes it: each room says it for its own kinds of pages.

The page's button names the kind and the code ("rule:M001"); the form asks here what that means, so that an address holds no
words of ours, and the words are in the language of whoever reads them: the filer first, later the desk.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

LONGEST = 140
MOST_DIGITS = 9
"""Of a row's number in a code; the database refuses to look for longer ones."""
SHORTEST_CODE = 4
"""Digits of an HS code that name a kind of goods; a chapter names too many."""
_NAMED = re.compile(r"([a-z]{1,20}):([A-Za-z0-9_.-]{1,119})")


@dataclass(frozen=True)
class PageSubject:
    """What a page is about: `words` in the reader's language ("Rule: ..."), `url` the page. The rest is what its form begins
    with, empty where the page does not say it: place and goods as people write them, country as two letters, matter as its
    code. `reads` are further words of the subject, from which the matter can be understood. `look_up` finds fields of the form
    that cost more than the words: it is asked where a form begins, and never where a page is only named.
    """

    words: str
    url: str
    place: str = ""
    country: str = ""
    goods: str = ""
    matter: str = ""
    filer_country: str = ""
    reads: str = ""
    look_up: Callable[[], dict[str, str]] = dict

    def first_values(self) -> dict[str, str]:
        """Return with what the form's fields begin."""
        known = {"place_text": self.place, "country": self.country, "goods": self.goods}
        return known | {"matter": self.matter, "filer_country": self.filer_country} | self.look_up()


Reader = Callable[[str], PageSubject | None]
_READERS: dict[str, Reader] = {}


def page_kind(kind: str) -> Callable[[Reader], Reader]:
    """Register a function as the one that knows this kind of page by its code; it may raise Http404."""

    def register(read: Reader) -> Reader:
        _READERS[kind] = read
        return read

    return register


def find_page_subject(named: str) -> PageSubject | None:
    """Return what the page with this kind and code is about; None for a page that is not there.

    >>> find_page_subject("rule") is None and find_page_subject("no such kind:1") is None
    True
    """
    found = _NAMED.fullmatch(named)
    read = _READERS.get(found[1]) if found else None
    try:
        return read(found[2]) if found and read else None
    except Http404:
        return None


def read_number(code: str) -> int:
    """Return the number of the row that a page shows. Raises Http404 for a code that is none."""
    if not code.isdecimal() or len(code) > MOST_DIGITS:
        raise Http404
    return int(code)


def find_only_goods(codes: Collection[str]) -> str:
    """Return the goods that a page is about, as a code, where they are one kind; of many kinds the filer says which.

    >>> [find_only_goods(codes) for codes in ({"0810"}, {"01", "02"}, {"08"}, {""}, ())]
    ['0810', '', '', '', '']
    """
    first, *others = codes or ("",)
    return first if len(first) >= SHORTEST_CODE and not others else ""


def trouble_url(page: str, **known: str) -> str:
    """Return the address of the form that files a problem, filled with what a page knows: `page` is its kind and code
    ("rule:M001"), `known` are fields of the form, which win.
    """
    asked = {"about_page": page} | {name: value for name, value in known.items() if value}
    return f"{reverse('file_case')}?{urlencode(asked)}"
