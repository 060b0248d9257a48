"""Rows that cannot be computed, as rooms tell of them to the operators' page: what each is called, what is wrong with it in one
sentence, and how it is mended: by an act, or on a page. Such a row holds up no other; that is each room's own business.

Nothing here tells whose a row is, or a word of what it says: operators see neither.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from landsea.base.actors import Actor
from landsea.base.contributions import Slot

MOST_SHOWN = 20


@dataclass(frozen=True)
class ImpossibleRow:
    """One row. `key`: what `mend` is called with; `name`: what people call it; `why`: what is wrong, in a sentence; `address`:
    of the page where it is mended, empty where an act does it; `next_try` (aware): when it is tried again by itself.
    """

    key: str
    name: str
    why: str
    address: str = ""
    tries: int = 0
    next_try: datetime | None = None


@dataclass(frozen=True)
class KindOfRow:
    """What one room tells: the heading for so many rows, what becomes of them meanwhile, the first rows with how many there
    are, and the act that mends one, with the words of its button. `mend` gets who presses, the row's key and the time
    (aware), does it in a transaction of its own with an audit entry, and returns False when there is nothing to mend any more.
    """

    code: str
    heading: Callable[[int], str]
    meanwhile: Any
    find: Callable[[], tuple[list[ImpossibleRow], int]]
    mend: Callable[[Actor, str, datetime], bool] | None = None
    button: Any = ""


def find_number_of_row(key: str) -> int | None:
    """Return the number of the row that a key is of; None for what no row's number can be.

    >>> find_number_of_row("17"), find_number_of_row("1" * 19), find_number_of_row("x")
    (17, None, None)
    """
    return int(key) if key.isascii() and key.isdecimal() and len(key) < 19 else None


IMPOSSIBLE_ROWS: Slot[KindOfRow] = Slot("kinds of rows that cannot be computed, for the operators' page")
