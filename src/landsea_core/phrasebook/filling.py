"""Values for the slots of a phrase: read from what was typed in a form, a mail or a call, and kept as plain texts.

A value is kept as one text whatever its kind, in a form that every program reads: days and moments as ISO 8601 (a moment with
its offset), masses as "12.5 t", amounts as "1200 CNY", choices by their codes with spaces between.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from landsea_core.phrasebook.phrases import Ask, Phrasebook, SlotKind
from landsea_core.sentences import Faulty, Sentence

Values = Mapping[str, str]
"""By the name of the slot."""
YEARS = range(1900, 2200)
"""In which a day or a moment may lie: one at the end of what a calendar counts cannot be said on another clock."""
MOST_WORDS = 140
"""Characters of free words or a number in a slot: what a phone shows without turning."""
_SLOT = re.compile(r"\{([a-z_0-9]+)\}")
_ENDS = " :;,.?：；，。？"
_POSITIVE = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,9})?")
_MASS = re.compile(r"([0-9]+(?:\.[0-9]+)?) (kg|t)")
_AMOUNT = re.compile(r"([0-9]+(?:\.[0-9]+)?) ([A-Z]{3})")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_HS = re.compile(r"[0-9]{4}(?:[0-9]{2}){0,3}")


class SlotFault(Faulty):
    """A value that cannot stand in its slot; `slot` is its name, the sentence says what to give."""

    def __init__(self, slot: str, sentence: Sentence):
        super().__init__(sentence)
        self.slot = slot


def find_slots(phrase: str) -> tuple[str, ...]:
    """Return the names of the slots of a phrase, each once, in their order."""
    return tuple(dict.fromkeys(_SLOT.findall(phrase)))


def fill_slots(phrase: str, shown: Values) -> str:
    """Return a phrase with what is shown in each of its slots, all at once: a value that looks like a slot stays as it is."""
    return _SLOT.sub(lambda found: shown[found[1]], phrase)


def leave_slots_out(phrase: str) -> str:
    """Return a phrase without its slots and what stands at its ends around them.

    Example: "Has this paper arrived with you: {paper}?" gives "Has this paper arrived with you".
    """
    return " ".join(_SLOT.sub(" ", phrase).split()).strip(_ENDS)


def read_values(book: Phrasebook, phrase: str, typed: Values, *, answer: str = "", ask: Ask | None = None) -> Values:
    """Return what stands in the slots of an English phrase, read from what was typed; what belongs to no slot is left out.

    `answer` and `ask` say which answer to which ask it is, where it is one. Raises SlotFault for the first that is missing or
    cannot stand there.
    """
    found: dict[str, str] = {}
    for slot in find_slots(phrase):
        said = " ".join(typed.get(slot, "").split())
        if not said:
            raise SlotFault(slot, Sentence("Fill in every part of the sentence; one is empty."))
        options = book.lists.get(book.list_behind(slot, answer, ask), {})
        found[slot] = _read(book.kind_of(slot), slot, said, options)
    return found


def _read(kind: SlotKind, slot: str, said: str, options: Mapping[str, object]) -> str:
    if kind in (SlotKind.CHOICE, SlotKind.CHOICES):
        codes = said.split() if kind is SlotKind.CHOICES else [said]
        if not codes or any(code not in options for code in codes):
            raise SlotFault(slot, Sentence("Choose from the list; %(said)s is not on it.", said=said))
        return " ".join(dict.fromkeys(codes))
    try:
        return _READERS[kind](said)
    except ValueError:
        raise SlotFault(slot, _WANTED[kind]) from None


def _read_day(said: str) -> str:
    return _refuse_far_year(date.fromisoformat(said)).isoformat()


def _read_moment(said: str) -> str:
    found = datetime.fromisoformat(said)
    if found.tzinfo is None:
        raise ValueError(said)
    _refuse_far_year(found)
    return found.isoformat(timespec="minutes")


def _refuse_far_year(on: date) -> date:
    if on.year not in YEARS:
        raise ValueError(on)
    return on


def _read_positive(said: str) -> str:
    if not _POSITIVE.fullmatch(said):  # 1e-999999 would be written with a million noughts
        raise ValueError(said)
    return format(Decimal(said).normalize(), "f")


def _read_whole(said: str) -> str:
    found = _read_positive(said)
    if "." in found:
        raise ValueError(said)
    return found


def _read_measured(pattern: re.Pattern[str], said: str) -> str:
    found = pattern.fullmatch(said)
    if found is None:
        raise ValueError(said)
    return f"{_read_positive(found[1])} {found[2]}"


def _read_matching(pattern: re.Pattern[str], said: str) -> str:
    if not pattern.fullmatch(said):
        raise ValueError(said)
    return said


def _read_words(said: str) -> str:
    if len(said) > MOST_WORDS:
        raise ValueError(said)
    return said


_READERS = {
    SlotKind.DAY: _read_day,
    SlotKind.MOMENT: _read_moment,
    SlotKind.HOURS: _read_positive,
    SlotKind.COUNT: _read_whole,
    SlotKind.MASS: lambda said: _read_measured(_MASS, said),
    SlotKind.AMOUNT: lambda said: _read_measured(_AMOUNT, said),
    SlotKind.PERCENT: _read_positive,
    SlotKind.PLACE: lambda said: _read_matching(_CODE, said),
    SlotKind.COUNTRY: lambda said: _read_matching(re.compile("[A-Z]{2}"), said),
    SlotKind.HS: lambda said: _read_matching(_HS, said.replace(".", "")),
    SlotKind.DESK: lambda said: _read_matching(_CODE, said),
    SlotKind.RULE: lambda said: _read_matching(_CODE, said),
    SlotKind.NUMBER: _read_words,
    SlotKind.WORDS: _read_words,
}
_WANTED = {
    SlotKind.DAY: Sentence("Give the day as 2026-11-28."),
    SlotKind.MOMENT: Sentence("Give day, hour and time zone, as 2026-11-28T14:00+08:00."),
    SlotKind.HOURS: Sentence("Give the hours as a number, such as 6 or 1.5."),
    SlotKind.COUNT: Sentence("Give a whole number, such as 3."),
    SlotKind.MASS: Sentence("Give the weight as 500 kg or 12.5 t."),
    SlotKind.AMOUNT: Sentence("Give the amount with its currency, such as 1200 CNY."),
    SlotKind.PERCENT: Sentence("Give the per cent as a number, such as 5."),
    SlotKind.PLACE: Sentence("Choose a place of the directory."),
    SlotKind.COUNTRY: Sentence("Choose a country from the list."),
    SlotKind.HS: Sentence("Give the HS code with 4 to 10 digits."),
    SlotKind.DESK: Sentence("Choose a desk of the directory."),
    SlotKind.RULE: Sentence("Choose a rule of the book."),
    SlotKind.NUMBER: Sentence("Write at most 140 characters."),
    SlotKind.WORDS: Sentence("Write at most 140 characters."),
}
