"""What stands beside a figure: the figures and the words of its sentence and of the sentences around it."""

import re
from collections.abc import Iterable

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_CLAUSE_END = re.compile(r"[,，;；。:]|\.(?=\s|$)|\b(?:while|whereas|but)\b")
_AND = re.compile(r"\band\b|和|及|并")
_NOUN = re.compile(r"[A-Za-z]{4,}")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_STEM = 5
_RELATIONS = (PERCENT, POINTS, TIMES)


def make_outcome(fits: bool, rule: str, words: Sentence, read: ReadStatement, *items: Item) -> Outcome:
    """Return an outcome about some figures, quoted with the sentence of the last of them, or with all where there are none."""
    last = max(items, key=lambda item: item.figure.start, default=None)
    quoted = read.sentence_text(last.sentence) if last else read.text.strip()
    return Outcome(fits, Finding(rule, quoted, words), read.places_of(*items))


def list_around(read: ReadStatement, number: int, *, before: int = 1, behind: int = 0) -> list[Item]:
    """Return the items of a sentence, of so many before it and of so many behind it."""
    return [item for at in range(number - before, number + behind + 1) for item in read.items_of_sentence(at)]


def get_stretch(read: ReadStatement, first: int, last: int) -> tuple[int, int]:
    """Return where the sentences from one to another begin and end, the ends of the text left out."""
    first, last = max(0, first), min(len(read.sentences) - 1, last)
    return read.sentences[first][0], read.sentences[last][1]


def find_clause_before(item: Item) -> str:
    """Return the words before a figure in its own clause."""
    return _CLAUSE_END.split(item.before)[-1]


def find_clause_behind(item: Item) -> str:
    """Return the words behind a figure in its own clause."""
    return _CLAUSE_END.split(item.after)[0]


def read_stock_sign(item: Item) -> int:
    """Return 1 for what is said to have come, -1 for what went, 0 where the words right beside say neither.

    The words behind a figure count first: "40 | joined and 15 | left", then those before it: 退出 | 15家.
    """
    cues = read_sense_cues()
    for words in (_AND.split(find_clause_behind(item))[0], find_clause_before(item)):
        came, went = bool(cues.stock_came.search(words)), bool(cues.stock_went.search(words))
        if came != went:
            return 1 if came else -1
    return 0


def is_plain_amount(item: Item) -> bool:
    """Say whether a figure is an amount that stands by itself: no percentage, no multiple, no rate, no difference."""
    return item.unit not in _RELATIONS and item.role in AMOUNT_ROLES and not item.per


def names_again(number: int, before: int, read: ReadStatement) -> bool:
    """Say whether a sentence goes on about what another one tells: "it", "this", or a noun that stands in both."""
    text, told = read.sentence_text(number), read.sentence_text(before)
    if read_statement_cues().refers_back.search(text) or read_sense_cues().goes_on_now.match(text):
        return True
    first, last = _list_nouns(text), _list_nouns(told)
    return not first.isdisjoint(last)


def _list_nouns(text: str) -> frozenset[str]:
    """Return the first letters of the nouns of a text, and all pairs of Chinese characters."""
    cues = read_statement_cues()
    stems = {word.lower()[:_STEM] for word in _NOUN.findall(text)} - cues.not_telling - cues.of_change
    pairs = {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}
    return frozenset(stems | pairs)


def find_only(items: Iterable[Item]) -> Item | None:
    """Return the item when there is exactly one."""
    found = list(items)
    return found[0] if len(found) == 1 else None
