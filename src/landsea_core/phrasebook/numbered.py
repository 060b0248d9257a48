"""Answers by number: the lines under an ask in a mail or on paper, and a reply "2" or "2 2026-12-03" read back.

The numbers are those of the answers of the ask, in their order, then those that fit all, so that the same mail always means the
same. A reply counts as numbered only when its first line is a number of the list, and what follows fits the blanks of that
answer; everything else is somebody's own words, as "2 lorries wait" is.
"""

import re
from dataclasses import dataclass

from landsea_core.phrasebook.filling import SlotFault, Values, find_slots, read_values
from landsea_core.phrasebook.phrases import Answer, Ask, Phrasebook, SlotKind

BETWEEN = re.compile("[;；]")
"""Stands between the values of an answer with several blanks; a Chinese keyboard has the wide one."""
_LINE = re.compile(r"\s*([0-9]{1,2})(?:[.):])?(?:[ \t\u00a0]+(.*?))?\s*")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})\s*[./年-]\s*([0-9]{1,2})\s*[./月-]\s*([0-9]{1,2})\s*日?")
_CLOCK = re.compile(r"(.+?)[ T]+([0-9]{1,2}):([0-9]{2})([+-][0-9]{2}:[0-9]{2})?")
_MOST_FIGURES = 3
"""Of the number of a choice; thousands of figures are no number that Python reads."""
_BUDDHIST = 543
_FIRST_BUDDHIST_YEAR = 2400


@dataclass(frozen=True)
class NumberedReply:
    """What a numbered reply says: the answer, and the values as they were typed, days and choices already in the
    book's form.
    """

    answer: Answer
    typed: Values


class NumberedFault(ValueError):
    """A reply that is plainly numbered and whose value is missing or cannot stand there; `answer` is the one that was meant."""

    def __init__(self, answer: Answer, slot: str):
        super().__init__(slot)
        self.answer, self.slot = answer, slot


def number_answers(book: Phrasebook, ask: Ask) -> list[tuple[int, Answer]]:
    """Return the answers to an ask with the numbers under which a mail lists them, from 1."""
    return list(enumerate(book.answers_to(ask), 1))


def number_choices(book: Phrasebook, slot: str, answer: str, ask: Ask) -> list[tuple[int, str]]:
    """Return the codes of the closed list behind a slot with their numbers, from 1; nothing where anything may stand."""
    return list(enumerate(book.lists.get(book.list_behind(slot, answer, ask), {}), 1))


def read_numbered(book: Phrasebook, ask: Ask, text: str) -> NumberedReply | None:
    """Return what a reply answers by number, None for somebody's own words.

    Example: "2 3.12.2026" to an ask whose second answer is "I will send it by {day}." Raises NumberedFault for a number with
    nothing or only figures after it that do not fit.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    found = _LINE.fullmatch(first)
    answers = dict(number_answers(book, ask))
    if found is None or int(found[1]) not in answers:
        return None
    answer, rest = answers[int(found[1])], found[2] or ""
    slots = find_slots(answer.says["en"])
    if not slots:
        return NumberedReply(answer, {}) if not rest else None
    given = [one.strip() for one in BETWEEN.split(rest)] if len(slots) > 1 else [rest]
    typed = {
        slot: _in_form_of_book(book, slot, said, answer.code, ask) for slot, said in zip(slots, given, strict=False)
    }
    try:
        read_values(book, answer.says["en"], _with_zone(book, typed), answer=answer.code, ask=ask)
    except SlotFault as fault:
        if rest and any(character.isalpha() for character in rest):
            return None
        raise NumberedFault(answer, fault.slot) from None
    return NumberedReply(answer, typed)


def _with_zone(book: Phrasebook, typed: Values) -> Values:
    """Moments for the check alone: on whose clock they are, whoever takes the reply knows."""
    return {
        slot: f"{said}+00:00"
        if book.kind_of(slot) is SlotKind.MOMENT and len(said) == len("2026-12-03T14:00")
        else said
        for slot, said in typed.items()
    }


def _in_form_of_book(book: Phrasebook, slot: str, said: str, answer: str, ask: Ask) -> str:
    kind = book.kind_of(slot)
    if kind is SlotKind.DAY:
        return _read_day(said)
    if kind is SlotKind.MOMENT:
        clock = _CLOCK.fullmatch(said)
        return f"{_read_day(clock[1])}T{int(clock[2]):02}:{clock[3]}{clock[4] or ''}" if clock else said
    choices = dict(number_choices(book, slot, answer, ask))
    if choices:
        return " ".join(
            choices.get(int(one), one) if one.isdecimal() and len(one) <= _MOST_FIGURES else one
            for one in re.split(r"[ ,]+", said)
            if one
        )
    return said


def _read_day(said: str) -> str:
    """Return a day as ISO 8601, from "3.12.2026", "2026/12/3", "2026年12月3日" or with a year of the Buddhist era."""
    found = _DAY_FIRST.fullmatch(said.strip())
    year_first = _YEAR_FIRST.fullmatch(said.strip())
    if found:
        day, month, year = (int(one) for one in found.groups())
    elif year_first:
        year, month, day = (int(one) for one in year_first.groups())
    else:
        return said
    year -= _BUDDHIST if year > _FIRST_BUDDHIST_YEAR else 0
    return f"{year:04}-{month:02}-{day:02}"
