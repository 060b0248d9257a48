"""What stands in a person's private calendar: rooms above put in what they know, each moment with the page that tells more."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from landsea.base.actors import Actor
from landsea.base.contributions import Slot


@dataclass(frozen=True, order=True)
class Moment:
    """An entry: `begins` and `ends` are instants (aware), or days for what holds the whole day (then `ends` is the day after).
    `uid` stays the same while the entry is the same thing, moved or not; `page` is a path of ours; `place` is where people
    meet. `is_busy`: whether it takes the person's time, as a meeting does and a deadline does not.
    """

    uid: str
    begins: datetime | date
    ends: datetime | date
    title: str
    page: str
    place: str = ""
    is_busy: bool = False
    is_tentative: bool = False
    is_cancelled: bool = False


MOMENTS: Slot[Callable[[Actor, datetime], Iterable[Moment]]] = Slot(
    "what stands in a person's private calendar at a moment (aware), in the language in force"
)


def list_moments(actor: Actor, now: datetime) -> list[Moment]:
    """Return everything that stands in this person's calendar, by its beginning."""
    found = [moment for find_moments in MOMENTS for moment in find_moments(actor, now)]
    return sorted(found, key=lambda one: (one.begins.isoformat(), one.uid))
