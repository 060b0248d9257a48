"""A question in words as a question about codes: which goods are meant, and whether it matters which."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import get_language

from landsea.rules.hs_in_words import say_code
from landsea.rules.meant_goods import name_apart, read_meant_goods
from landsea_core.rules import Book, Checklist, Purpose, Shipment, make_checklist
from landsea_core.text import Guess
from landsea_core.text.default_reader import find_name_of_goods


@dataclass(frozen=True)
class Goods:
    """One reading of what was typed: an HS code, its name, and the words that led to it."""

    hs: str
    name: str
    words: str = ""


def list_readings(typed: str) -> list[Goods]:
    """Return the goods that may be meant, best first; a code is taken as it is, in the digits of any script. Empty when nothing
    was recognised.
    """
    guesses = read_meant_goods(typed)
    names = name_apart(guesses, _name_of_guess, say_code)
    return [Goods(one.value, name, ", ".join(one.words)) for one, name in zip(guesses, names, strict=True)]


def _name_of_guess(guess: Guess) -> str:
    """Return what was recognised in the language of now: the goods that were called so, else what the code is called."""
    language = get_language() or "en"
    if language == "en":
        return guess.detail or say_code(guess.value)
    ours = find_name_of_goods(guess.value, guess.words[0], language) if guess.words else ""
    return ours or say_code(guess.value)


def list_answers(book: Book, goods: list[Goods], shipment: Shipment, day: date, purpose: Purpose) -> list[Checklist]:
    """Return the checklist of each reading, but only the first when all of them ask the same: then nobody need choose."""
    lists = [make_checklist(book, replace(shipment, hs=one.hs), day, purpose) for one in goods]
    return lists if len({_gist_of_checklist(one) for one in lists}) > 1 else lists[:1]


def _gist_of_checklist(found: Checklist) -> tuple:
    answer = found.verdict.answer if found.verdict else None
    return answer, tuple(step.measure.code for step in found.entries)
