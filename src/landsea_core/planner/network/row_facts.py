"""What is asked of every row of the network, whatever it is about: where it comes from, and days that there are.

Also what a fault of a row is. What rows of one kind must hold is in `row_checks`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from landsea_core.sentences import Sentence

Row = dict[str, Any]
Places = Mapping[str, Row]
GRADES = frozenset({"measured", "published", "reported", "claimed", "derived", "assumed"})
_DATED = re.compile(r"\d{4}(-\d\d){0,2}")
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character in UTF-16."""


class Fault(NamedTuple):
    """What is wrong with a row: the key it is about (empty: the row as a whole), and a sentence."""

    key: str
    sentence: Sentence


def place_fault(where: str | Sentence, fault: Sentence) -> Sentence:
    """Return a fault with where it stands: a file and a line, a service, a call."""
    return Sentence("%(where)s: %(fault)s", where=where, fault=fault)


def find_provenance_faults(row: Row) -> Iterator[Fault]:
    """Yield what is wrong with where a row comes from: its grade, source and day of checking."""
    if row.get("grade") not in GRADES:
        known = ", ".join(sorted(GRADES))
        yield Fault("grade", Sentence("the grade '%(said)s' is none of %(known)s.", said=row.get("grade"), known=known))
    if not row.get("source"):
        yield Fault("source", Sentence("say where the row is from (source)."))
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(row.get("checked", ""))):
        yield Fault("checked", Sentence("say on which day it was checked (checked, as 2026-11-25)."))


def is_dated(text: str) -> bool:
    """Say whether a text is a year, a month or a day that there is, as 2026, 2026-11 or 2026-11-25."""
    try:
        date.fromisoformat(text + "2026-01-01"[len(text) :])
    except ValueError:
        return False
    return bool(_DATED.fullmatch(text))


def find_period_faults(row: Row) -> Iterator[Fault]:
    """Yield what is wrong with the period in which a row counts."""
    for key in ("from", "until"):
        if row[key] and not is_dated(row[key]):
            said = Sentence("'%(said)s' in '%(key)s' is no year, month or day.", said=row[key], key=key)
            yield Fault(key, said)
    shared = min(len(row["from"]), len(row["until"]))
    if row["until"][:shared] < row["from"][:shared]:
        yield Fault("until", Sentence("ends before it begins."))


def holds_only_characters(value: Any) -> bool:
    """Say whether files and databases hold the texts within a value of JSON as they are: JSON can name characters that are
    none. Told without recursion, since every row of the network is asked whenever one of them changes.
    """
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            if not one.isascii() and _HALF.search(one) or "\0" in one:
                return False
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return True
