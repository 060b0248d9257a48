"""Asks, answers and closed lists of choices, and the book that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Says = Mapping[str, str]
"""A phrase by language ("en", "zh", "lo"), as names are."""


MOST_OFFERED = 3
"""How many asks are offered to somebody who wrote in their own words."""


class SlotKind(StrEnum):
    """What may stand in a slot, and so how it is typed, checked and said."""

    CHOICE = "choice"
    CHOICES = "choices"
    DAY = "day"
    MOMENT = "moment"
    HOURS = "hours"
    COUNT = "count"
    MASS = "mass"
    AMOUNT = "amount"
    PERCENT = "percent"
    PLACE = "place"
    COUNTRY = "country"
    HS = "hs"
    DESK = "desk"
    RULE = "rule"
    NUMBER = "number"
    WORDS = "words"


KIND_OF_SLOT: Mapping[str, SlotKind] = {
    "day": SlotKind.DAY,
    "moment": SlotKind.MOMENT,
    "moment_2": SlotKind.MOMENT,
    "hours": SlotKind.HOURS,
    "count": SlotKind.COUNT,
    "mass": SlotKind.MASS,
    "amount": SlotKind.AMOUNT,
    "percent": SlotKind.PERCENT,
    "place": SlotKind.PLACE,
    "country": SlotKind.COUNTRY,
    "hs": SlotKind.HS,
    "desk": SlotKind.DESK,
    "rule": SlotKind.RULE,
    "number": SlotKind.NUMBER,
    "number_2": SlotKind.NUMBER,
    "papers": SlotKind.CHOICES,
    "places": SlotKind.WORDS,
    "words": SlotKind.WORDS,
    "goods": SlotKind.WORDS,
    "office": SlotKind.WORDS,
    "service": SlotKind.WORDS,
    "language": SlotKind.WORDS,
    "currency": SlotKind.WORDS,
    "old": SlotKind.WORDS,
    "new": SlotKind.WORDS,
}
"""The kind of a slot by its name; a name that stands for a closed list is a choice from it."""
LIST_OF_SLOT: Mapping[str, str] = {"paper": "papers"}
"""The closed list of a slot that is not called like it."""


@dataclass(frozen=True)
class Choice:
    """One entry of a closed list."""

    code: str
    says: Says


@dataclass(frozen=True)
class Answer:
    """A whole sentence, perhaps with slots. `fits_all`: it may be given to any ask."""

    code: str
    version: int
    says: Says
    fits_all: bool = False


@dataclass(frozen=True)
class Ask:
    """A sentence by which somebody asks somebody. `topic` is empty where it fits all; `answers` are the codes of what may be
    said back, most usual first; `lists` names the closed list behind a slot of an answer, by the answer's code.
    """

    code: str
    version: int
    topic: str
    asker: str
    answerer: str
    marker: str
    says: Says
    answers: tuple[str, ...]
    lists: Mapping[str, str]


@dataclass(frozen=True)
class Phrasebook:
    """All phrases, by code; `lists` are the closed lists of choices, by name and code, in their order."""

    asks: Mapping[str, Ask]
    answers: Mapping[str, Answer]
    lists: Mapping[str, Mapping[str, Choice]]

    def answers_to(self, ask: Ask) -> list[Answer]:
        """Return what may be said back: the answers of the ask in their order, then those that fit all."""
        own = [self.answers[code] for code in ask.answers]
        return own + [answer for answer in self.answers.values() if answer.fits_all]

    def list_behind(self, slot: str, answer: str = "", ask: Ask | None = None) -> str:
        """Return the name of the closed list behind a slot, empty where anything of its kind may stand: the list that the ask
        names for this answer, else the list called like the slot.
        """
        if ask and slot not in KIND_OF_SLOT and answer in ask.lists:
            return ask.lists[answer]
        name = LIST_OF_SLOT.get(slot, slot)
        return name if name in self.lists else ""

    def kind_of(self, slot: str) -> SlotKind:
        """Return the kind of a slot by its name."""
        return KIND_OF_SLOT.get(slot, SlotKind.CHOICE)
