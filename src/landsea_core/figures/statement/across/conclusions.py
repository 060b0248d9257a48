"""What a sentence concludes from two figures of the sentence before: a share as an amount, a change in words.

"China took 60 percent of the 1.6 million tonnes. That is 1.16 million" does not fit, nor "26 hours to 16. The time was thus
cut by more than half". Only two figures of one unit that stand alone in the sentence before are taken: with a third nobody
knows which are meant.
"""

from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.across.increments import check_increments
from landsea_core.figures.statement.change import WordMultiple
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.flows import list_counted
from landsea_core.figures.statement.growths import check_growth
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.multiples import check_at_most, check_word_multiple
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.shares import compare_share
from landsea_core.text.units.unit import PERCENT

_MOST_WORDS = 60
"""Letters between a share and the amount that it is: "60 percent of it. That is | 1.16 million"."""


def check_conclusions(read: ReadStatement) -> Iterator[Outcome]:
    """Yield the outcome of each conclusion from figures of the sentence before."""
    yield from _check_shares_as_amounts(read)
    yield from _check_words_of_change(read)
    yield from check_increments(read)
    yield from _check_multiples_of_before(read)


def _check_shares_as_amounts(read: ReadStatement) -> Iterator[Outcome]:
    for share, told in zip(read.items, read.items[1:], strict=False):
        if share.unit != PERCENT or share.role not in ("share", "") or told.sentence - share.sentence > 1:
            continue
        gap = read.gap_between(share, told)
        if told.role not in AMOUNT_ROLES or len(gap) > _MOST_WORDS or not read_statement_cues().concludes.search(gap):
            continue
        wholes = [one for one in list_counted(list(read.items)) if _may_be_whole(one, share, told)]
        if len(wholes) == 1:
            yield compare_share(told, wholes[0], share, read)


def _may_be_whole(whole: Item, share: Item, part: Item) -> bool:
    is_before = whole.figure.end <= share.figure.start and share.sentence - whole.sentence <= 1
    return is_before and whole.unit.kind == part.unit.kind and whole.role in AMOUNT_ROLES


def _check_words_of_change(read: ReadStatement) -> Iterator[Outcome]:
    for number in range(1, len(read.sentences)):
        pair = _find_pair(read, number - 1) or _find_pair_of_two(read, number)
        if pair is None:
            continue
        here, text = read.items_of_sentence(number), read.lower_sentence(number)
        if not read_statement_cues().so.search(text) and not read_statement_cues().names_that.search(text):
            continue
        if len(here) == 1 and here[0].unit == PERCENT and here[0].role == "growth" and not here[0].yearly:
            if _goes(here[0].sign, pair) and (outcome := _check_part(pair, here[0], read)):
                yield outcome
        elif not here and (word := _find_multiple(read, number)):
            yield _judge_either_way(pair, word, read)


def _check_multiples_of_before(read: ReadStatement) -> Iterator[Outcome]:
    """ "Five years ago it moved 540,000 TEU. Last year it moved 1.38 million, twice as many": one amount in each sentence."""
    for number in range(1, len(read.sentences)):
        before, here = (
            [one for one in list_counted(read.items_of_sentence(at)) if one.unit.kind != "time"]
            for at in (number - 1, number)
        )
        if len(before) != 1 or len(here) != 1 or before[0].unit.kind != here[0].unit.kind or here[0].per:
            continue
        lead = read.text[read.sentences[number - 1][0] : before[0].figure.start]
        word = _find_multiple(read, number)
        is_told = word and read_statement_cues().times_as_many.search(read.sentence_text(number))
        if word and is_told and read_statement_cues().long_ago.search(lead) and word.start > here[0].figure.end:
            yield check_word_multiple(before[0], here[0], word, read)


def _find_pair(read: ReadStatement, number: int) -> tuple[Item, Item] | None:
    """Return the two amounts of one unit that stand alone in a sentence, the earlier one first."""
    items = read.items_of_sentence(number)
    if len(items) != 2 or items[0].unit.kind != items[1].unit.kind or PERCENT in (items[0].unit, items[1].unit):
        return None
    one, other = items
    if one.role == "result" and other.role == "base" and not (one.period and not other.period):
        return other, one
    return (one, other) if {one.role, other.role} <= set(AMOUNT_ROLES) and other.per in (one.per, "") else None


def _find_pair_of_two(read: ReadStatement, number: int) -> tuple[Item, Item] | None:
    """Return the amounts of the two sentences before, where each has only one, and words tell them apart in time.

    "Before April drivers waited 9 hours; since then they have waited 6."
    """
    both = [read.items_of_sentence(at) for at in (number - 2, number - 1)] if number > 1 else []
    if [len(items) for items in both] != [1, 1] or both[0][0].unit.kind != both[1][0].unit.kind:
        return None
    first, last = both[0][0], both[1][0]
    lead = read.text[read.sentences[number - 2][0] : last.figure.start]
    is_told = read_statement_cues().long_ago.search(lead) and {first.role, last.role} <= set(AMOUNT_ROLES)
    return (first, last) if is_told and first.unit != PERCENT else None


def _goes(sign: int, pair: tuple[Item, Item]) -> bool:
    return (pair[1].figure.value - pair[0].figure.value) * sign > 0


def _find_multiple(read: ReadStatement, number: int) -> WordMultiple | None:
    start, end = read.sentences[number]
    for multiple in read_statement_cues().multiples:
        if found := multiple.words.search(read.text, start, end):
            return WordMultiple(multiple.factor, found.group(), found.start())
    return None


def _check_part(pair: tuple[Item, Item], said: Item, read: ReadStatement) -> Outcome | None:
    """Judge "cut by more than half" as a word: half is 0.5 of what was, with the room that words have."""
    if any(sign.isdigit() for sign in said.figure.text):
        return check_growth(*pair, said, None, read)
    left = 1 + said.sign * said.figure.value / 100
    word = WordMultiple(left, said.figure.text, said.figure.start)
    if said.sign < 0 and read_statement_cues().word_more_than.search(said.before[-12:]):
        return check_at_most(*pair, word, read)
    return check_word_multiple(*pair, word, read)


def _judge_either_way(pair: tuple[Item, Item], word: WordMultiple, read: ReadStatement) -> Outcome:
    """Take the order that fits: "40,000 in 2021 and 120,000 last year" does not say which of both was first."""
    straight, turned = check_word_multiple(*pair, word, read), check_word_multiple(pair[1], pair[0], word, read)
    return turned if turned.fits and not straight.fits else straight
