"""Multiples and ratios of the only two amounts of a unit before them: "9,000 and 36,000, six times as many" is wrong."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.change import WordMultiple
from landsea_core.figures.statement.common_sense.nearby import list_around, make_outcome, names_again
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.multiples import WORD_SLACK, check_word_multiple
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import may_be_of_one_thing
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_OPEN_COUNTS = frozenset({"count:units", "count:things"})
_RATIO = re.compile(r"(?P<one>\d+(?:\.\d+)?|[a-z]+)\s*(?:\bto\b|:|比)\s*(?P<other>\d+(?:\.\d+)?|[a-z]+)", re.IGNORECASE)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROOM = 0.5


def check_multiples_said(operands: Operands, read: ReadStatement) -> Outcome | None:
    """Return whether a multiple lies between the only two amounts of one unit before it, either of them the larger one."""
    said = operands.said
    if said.unit != TIMES or said.role != "multiple":
        return None
    pair = _find_two(list(operands.near), said.sentence, read)
    if pair is None or (pair[0].sentence == pair[1].sentence != said.sentence):
        return None
    first, last = (one.figure.make_interval() for one in pair)
    if first.low <= 0 or last.low <= 0 or not may_be_of_one_thing(*pair, read):
        return None
    inside = said.figure.make_interval()
    low, high = inside.low * (1 - WORD_SLACK), inside.high * (1 + WORD_SLACK)
    readings = [Interval(low, high), Interval(low + 1, high + 1)]
    factors = [
        Interval(last.low / first.high, last.high / first.low),
        Interval(first.low / last.high, first.high / last.low),
    ]
    fits = any(one.meets(factor) for one in readings for factor in factors)
    return make_outcome(fits, "multiple", _say(*pair, said.figure.text), read, *pair, said)


def check_words_of_multiples(read: ReadStatement, judged: frozenset[int]) -> Iterator[Outcome]:
    """Yield whether "halved to 16 hours" fits the only amount of its unit in the sentence before, told of the same thing."""
    for multiple in read_statement_cues().multiples:
        for match in multiple.words.finditer(read.text):
            number = next((at for at, (start, end) in enumerate(read.sentences) if start <= match.start() < end), 0)
            here = [one for one in read.items_of_sentence(number) if _is_amount(one)]
            before = [one for one in read.items_of_sentence(number - 1) if _is_amount(one)] if number else []
            if len(here) != 1 or len(before) != 1 or read.places_of(*here, *before) & judged:
                continue
            is_told = read_statement_cues().to_before.search(here[0].before) and match.end() <= here[0].figure.start
            if not is_told or not _are_alike(here[0], before[0]) or not names_again(number, number - 1, read):
                continue
            if may_be_of_one_thing(before[0], here[0], read):
                word = WordMultiple(multiple.factor, match.group(), match.start())
                outcome = check_word_multiple(before[0], here[0], word, read)
                yield Outcome(outcome.fits, outcome.finding, read.places_of(before[0], here[0]))


def check_ratios(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether a ratio fits the two amounts before it: "90 diesel and 30 electric lorries, a ratio of 4 to 1" does not."""
    for cue in read_sense_cues().says_ratio.finditer(read.text):
        match = _RATIO.search(read.text, cue.end(), cue.end() + 24)
        number = next((at for at, (start, end) in enumerate(read.sentences) if start <= cue.start() < end), 0)
        near = [one for one in list_around(read, number) if one.figure.end <= cue.start()]
        pair = _find_two(near, number, read)
        if match is None or pair is None:
            continue
        one, other = (_read_number(match[name]) for name in ("one", "other"))
        if not one or not other:
            continue
        larger, lesser = sorted((item.figure.value for item in pair), reverse=True)
        factor, said = larger / lesser if lesser else 0, max(one, other) / min(one, other)
        fits = abs(factor - said) <= (_ROOM if min(one, other) == 1 else _ROOM / 2)
        yield make_outcome(fits, "multiple", _say(*pair, match.group().strip()), read, *pair)


def _read_number(written: str) -> float:
    if written.lower() in _NUMBERS:
        return float(_NUMBERS.index(written.lower()) + 1)
    return float(written) if written[0].isdigit() else 0.0


def _find_two(near: list[Item], number: int, read: ReadStatement) -> tuple[Item, Item] | None:
    """Return the only two amounts of one unit before a relation: of its sentence, or of it and the sentence before."""
    amounts = [one for one in near if _is_amount(one)]
    for some in ([one for one in amounts if one.sentence == number], amounts):
        if len(some) == 2 and _are_alike(*some):
            return some[0], some[1]
    return None


def _is_amount(item: Item) -> bool:
    return item.unit not in (PERCENT, POINTS, TIMES, PLAIN) and item.role in AMOUNT_ROLES and not item.figure.is_range


def _are_alike(one: Item, other: Item) -> bool:
    kinds = {one.unit.kind, other.unit.kind}
    return len(kinds) == 1 or (bool(kinds & _OPEN_COUNTS) and all(kind.startswith("count:") for kind in kinds))


def _say(base: Item, result: Item, said: str) -> Sentence:
    return Sentence(
        "%(result)s is %(right)s times %(base)s, said was %(said)s",
        base=base.figure.print_value(),
        result=result.figure.print_value(),
        right=f"{result.figure.value / base.figure.value if base.figure.value else 0:.2f}",
        said=said,
    )
