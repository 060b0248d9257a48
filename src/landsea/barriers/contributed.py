"""What rooms above contribute to barriers: promised actions, and what happened in dialogues."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from landsea.barriers.models import Barrier
from landsea.base.contributions import Slot


@dataclass(frozen=True)
class Happened:
    """Something that happened about a barrier, in words, with a page to read on where there is one."""

    at: datetime
    words: str
    url: str = ""


REMEDIES: Slot[Callable[[list[int]], dict[int, list[datetime | None]]]] = Slot("actions that shall end barriers")
"""Each returns, by barrier id, when each agreed action was done, None while it is not."""

HAPPENINGS: Slot[Callable[[Barrier, str], Iterable[Happened]]] = Slot("rows of a barrier's timeline")
"""Each returns what happened about a barrier, in the language given."""


def find_remedies(barrier_ids: Iterable[int]) -> dict[int, list[datetime | None]]:
    """Return, by barrier, when each agreed action that shall end it was done, None while it is not."""
    ids, found = list(barrier_ids), {}
    for read in REMEDIES:
        for barrier, done in read(ids).items():
            found.setdefault(barrier, []).extend(done)
    return found
