"""Who stands in for whom on which days, whether anybody does, and the two ways in which that can go wrong: one person's
leaves that overlap, and people who are all away and point at each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from landsea_core.sentences import Faulty, Sentence

Person = str | int


@dataclass(frozen=True)
class Absence:
    """A person is away from the first to the last of these days; `stand_in` was named for them, or None.

    Raises Faulty, which is a ValueError, when it ends before it begins.
    """

    person: Person
    first_day: date
    last_day: date
    stand_in: Person | None = None

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise Faulty(Sentence("Leave ends on or after the day on which it begins."))

    def overlaps(self, other: "Absence") -> bool:
        """Whether there is a day that is in both."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day


def find_first_overlap(wanted: Absence, others: Iterable[Absence]) -> Absence | None:
    """Return the first of the person's other absences that shares a day with the wanted one, or None."""
    same = [other for other in others if other.person == wanted.person and other.overlaps(wanted)]
    return min(same, key=lambda other: other.first_day, default=None)


def is_covered(absence: Absence, colleagues: Iterable[Person], others: Iterable[Absence]) -> bool:
    """Say whether somebody is there in a person's place on every day of an absence: the named stand-in, or one of the
    colleagues at the same desk, who is not away on any of these days by one of the `others`.

    >>> july = Absence("ana", date(2026, 7, 1), date(2026, 7, 9), stand_in="bo")
    >>> is_covered(july, [], [Absence("bo", date(2026, 7, 9), date(2026, 7, 10))])
    False
    """
    helpers = {*colleagues, absence.stand_in} - {absence.person, None}
    return bool(helpers - {other.person for other in others if other.overlaps(absence)})


def find_first_circle(wanted: Absence, others: Sequence[Absence]) -> tuple[Person, ...]:
    """Return the people of a circle that this absence would close, from the person on: each is away on a day of the one
    before and named the next, the last one named the first. Empty when the stand-ins end with somebody who is there, or
    with nobody. A person who stands in for themselves is a circle of one.
    """

    def search(absence: Absence, path: tuple[Person, ...], first: date, last: date) -> tuple[Person, ...]:
        if absence.stand_in is None:
            return ()
        if absence.stand_in == wanted.person:
            return path
        if absence.stand_in in path:
            return ()  # a circle of others; it is theirs to be refused
        for other in others:
            begins, ends = max(first, other.first_day), min(last, other.last_day)
            if other.person == absence.stand_in and begins <= ends:
                found = search(other, (*path, other.person), begins, ends)
                if found:
                    return found
        return ()

    return search(wanted, (wanted.person,), wanted.first_day, wanted.last_day)
