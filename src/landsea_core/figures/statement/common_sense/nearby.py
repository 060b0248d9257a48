"""What stands beside a figure: the figures and the words of its sentence and of the sentences around it."""

import re
from collections.abc import Iterable

from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_CLAUSE_END = re.compile(r"[,，;；。:]|\.(?=\s|$)|\b(?:while|whereas|but)\b")
_RELATIONS = (PERCENT, POINTS, TIMES)


def make_outcome(fits: bool, rule: str, words: Sentence, read: ReadStatement, *items: Item) -> Outcome:
    """Return an outcome about some figures, quoted with the sentence of the last of them."""
    last = max(items, key=lambda item: item.figure.start)
    return Outcome(fits, Finding(rule, read.sentence_text(last.sentence), words), read.places_of(*items))


def list_around(read: ReadStatement, number: int, *, before: int = 1, behind: int = 0) -> list[Item]:
    """Return the items of a sentence, of so many before it and of so many behind it."""
    return [item for at in range(number - before, number + behind + 1) for item in read.items_of_sentence(at)]


def get_stretch(read: ReadStatement, first: int, last: int) -> tuple[int, int]:
    """Return where the sentences from one to another begin and end, the ends of the text left out."""
    first, last = max(0, first), min(len(read.sentences) - 1, last)
    return read.sentences[first][0], read.sentences[last][1]


def clause_before(item: Item) -> str:
    """Return the words before a figure in its own clause."""
    return _CLAUSE_END.split(item.before)[-1]


def clause_behind(item: Item) -> str:
    """Return the words behind a figure in its own clause."""
    return _CLAUSE_END.split(item.after)[0]


def is_plain_amount(item: Item) -> bool:
    """Say whether a figure is an amount that stands by itself: no percentage, no multiple, no rate, no difference."""
    return item.unit not in _RELATIONS and item.role in AMOUNT_ROLES and not item.per


def find_only(items: Iterable[Item]) -> Item | None:
    """Return the item when there is exactly one."""
    found = list(items)
    return found[0] if len(found) == 1 else None
