"""Multiples: "three times the", "doubled", 增长两倍, against the two figures they join."""

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.change import WordMultiple
from landsea_core.figures.statement.explanations import explain_multiple
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

WORD_SLACK = 0.06
"""How far "doubled" may be off."""
_UP_BEFORE, _LEAD = 14, 12
"""Characters before a multiple in which is said that it adds, or "more than"."""
_MORE, _MUCH_MORE, _NEARLY = 0.995, 1.5, 0.85
"""What "more than doubled" and "nearly doubled" may be, as a part of the double: our assumption."""
_TIMES_IN_CHINESE = "倍"


def check_multiple(base: Item, result: Item, said: Item, read: ReadStatement) -> Outcome | None:
    """Return whether a multiple fits; None where the beginning may be nothing.

    增长两倍 adds two to the one, 增长到三倍 is three; "rose three times" is said for both, "three times faster" too.
    """
    first, last = base.figure.make_interval(), result.figure.make_interval()
    if first.low <= 0:
        return None
    factor = Interval(last.low / first.high, last.high / first.low)
    readings = _list_readings(said)
    if read_statement_cues().quicker.search(said.after) and last.low > 0 and last.high < first.low:  # 3 days after 12
        factor = Interval(first.low / last.high, first.high / last.low)
        inside = said.figure.make_interval()
        readings = [inside, _add_one(inside)]
    words = Sentence(
        "%(result)s is %(right)s times %(base)s, said was %(said)s",
        base=base.figure.print_value(),
        result=result.figure.print_value(),
        right=f"{result.figure.value / base.figure.value:.2f}",
        said=said.figure.text,
    )
    fits = any(factor.meets(_widen(one, said)) for one in readings)
    return Outcome(fits, Finding("multiple", read.sentence_text(said.sentence), words))


def check_word_multiple(base: Item, result: Item, word: WordMultiple, read: ReadStatement) -> Outcome:
    """Return whether "doubled", 翻番, "halved" fits, with "more than" or "nearly" before it."""
    lead = read.text[max(0, word.start - _LEAD) : word.start].lower()
    low, high = word.factor * (1 - WORD_SLACK), word.factor * (1 + WORD_SLACK)
    if read_statement_cues().word_more_than.search(lead):
        low, high = word.factor * _MORE, word.factor * _MUCH_MORE
    if read_statement_cues().word_nearly.search(lead):
        low = word.factor * _NEARLY
    first, last = base.figure.make_interval(), result.figure.make_interval()
    actual = Interval(last.low / first.high, last.high / first.low) if first.low > 0 else Interval(0, 0)
    words = explain_multiple(base, result, word.words)
    return Outcome(actual.meets(Interval(low, high)), Finding("multiple", read.sentence_text(result.sentence), words))


def check_at_most(base: Item, result: Item, word: WordMultiple, read: ReadStatement) -> Outcome:
    """Return whether "cut by more than half" fits: no more than the half is left, with the room that words have."""
    said = check_word_multiple(base, result, word, read)
    is_less = base.figure.low > 0 and result.figure.low / base.figure.low <= word.factor * (1 + WORD_SLACK)
    return Outcome(is_less, said.finding, said.items)


def _list_readings(said: Item) -> list[Interval]:
    """Return what a multiple may mean: so many times as much, or so many times more."""
    inside = said.figure.make_interval()
    before = read_statement_cues().as_it_was.sub("", said.before)
    adds = read_statement_cues().up.search(said.before[-_UP_BEFORE:]) and not read_statement_cues().grown_to.search(
        before
    )
    if not adds:
        return [inside]
    return [_add_one(inside)] if _TIMES_IN_CHINESE in said.figure.text else [inside, _add_one(inside)]


def _add_one(inside: Interval) -> Interval:
    return Interval(inside.low + 1, inside.high + 1)


def _widen(reading: Interval, said: Item) -> Interval:
    """Return a reading with the room that a multiple said in whole numbers has."""
    if said.figure.step < 1:
        return reading
    slack = WORD_SLACK * said.figure.value
    return Interval(reading.low + said.figure.step / 2 - slack, reading.high - said.figure.step / 2 + slack)
