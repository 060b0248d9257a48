"""What every adapter gives and needs: items, pages as text, plain words, and the day that stands beside a title. No network.

Pages come in every state: a wrong or missing charset, days in words of ten languages and in the Buddhist calendar.
"""

import re
from dataclasses import dataclass
from datetime import date

from landsea_core.text.default_reader import get_reader_of_files

MOST_ITEMS = 100
SHORTEST_TITLE = 8
LONGEST_PASSAGE = 600
CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)""", re.IGNORECASE)
FALLBACKS = ("utf-8", "gb18030")
DAY = re.compile(r"(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](20\d\d)")
_LONG_AGO = date(2000, 1, 1)
_EARLIEST_YEAR = 2010
"""No list of news holds what is older; what reads as older is no day of a publication."""


class PageTrouble(Exception):
    """A page cannot be read; the message is a sentence for the operator."""


@dataclass(frozen=True)
class Item:
    """One piece of news: its title, absolute link, a passage of its words, and its day (ISO) when one stands there.

    `country`: the two letters of who made it, where a source tells of several countries; "" for the source's own.
    """

    title: str
    link: str
    passage: str = ""
    day: str = ""
    country: str = ""


def decode_page(page: bytes, declared: str = "") -> str:
    """Return the text of a page: by the charset it declares if that is true, else by one that fits. Raises PageTrouble."""
    inside = CHARSET.search(page[:2048])
    named = [declared, *((group or b"").decode() for group in (inside.groups() if inside else ()))]
    for charset in (*filter(None, named), *FALLBACKS):
        try:
            return page.decode(charset).lstrip("\ufeff")
        except (UnicodeDecodeError, LookupError):
            continue
    raise PageTrouble("The page is in no charset that we know; look at it by hand.")


def strip_tags(text: str, most: int = LONGEST_PASSAGE) -> str:
    """Return words without tags and double spaces, at most so many letters; halves of letters (JSON has them) fall out."""
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())[:most].encode("utf-8", "ignore").decode("utf-8")


def find_day(text: str) -> str:
    """Return the first whole day that a text names, ISO; "" when none is: "2026-11-29", "29/11/2026", "11 ธันวาคม 2568"."""
    if found := DAY.search(text):
        year, month, day, other_day, other_month, other_year = found.groups()
        parts = (year, month, day) if year else (other_year, other_month, other_day)
        return f"{parts[0]}-{int(parts[1]):02d}-{int(parts[2]):02d}"
    for one in get_reader_of_files().read_days(text[:LONGEST_PASSAGE], _LONG_AGO):
        if one.first == one.last and one.first.year >= _EARLIEST_YEAR:
            return one.first.isoformat()
    return ""
