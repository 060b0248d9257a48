"""Parts told in other words than their whole: staff by trade, stocks that come and go, shares that make a share together.

"320 people: 210 drivers, 90 mechanics and 40 clerks" does not fit, nor "8.6 in stock, 3.2 came, 4.1 went, 9.7 left".
"""

import re
from collections.abc import Iterator, Mapping

from landsea_core.figures.cues.cue_words import Cue
from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import (
    find_clause_before,
    find_clause_behind,
    is_plain_amount,
    list_around,
    make_outcome,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.sums import add_up
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, PLAIN

_OPENS = re.compile(r"^[^\d.;:()]{0,40}:\s*$")
_JOINS = re.compile(r"^[^\d.;:()]{0,40}?(?:,\s*(?:and\s*)?|\sand\s*|、|和|及|，)$", re.IGNORECASE)
_SPANS = {"half-year": 6, "half year": 6, "six-month": 6, "nine-month": 9, "full-year": 12, "annual": 12, "yearly": 12}
_SPAN = re.compile(rf"\b({'|'.join(_SPANS)})\s+(?:figure|total|result|volume|throughput|sum|turnover)\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "两": 2, "三": 3, "四": 4, "五": 5}
_THESE = re.compile(
    r"\b(?:these|those|the|all)\s+(?P<one>two|three|four|five)\b|\b(?P<other>two|three|four|five)\s+\w+\s+these\b|"
    r"(?:这|上述|前)?(?P<han>[两三四五])(?:国|者|地|省|家|大市场|个(?:国家|市场|省份|口岸))",
    re.IGNORECASE,
)
_MOST_PARTS = 8
_A_MONTH = 730.0
_OVER = re.compile(r"\b(?:over|for|in|during|across) (?:the|these|those|all) $|[这头前](?:$)", re.IGNORECASE)
_ACTS = re.compile(
    r"\s*(?:[a-z]+\s+)?(?:were |was |have |had )?(?:been )?(?:[a-z]+ed|came|left|sold|went|sent)\b", re.IGNORECASE
)
_MOVED = 4
"""What was there, what came, what went, and what is there."""


def check_accounts(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether parts, stocks, periods and shares make what is said of them together."""
    yield from _check_parts_of_other_words(read)
    yield from _check_stocks(read)
    yield from _check_spans_in_words(read)
    yield from _check_shares_of_these(read)


def _check_parts_of_other_words(read: ReadStatement) -> Iterator[Outcome]:
    """ "320 people: 210 drivers, 70 mechanics and 40 clerks": each part begins with its number, and nothing is left open."""
    for number in range(len(read.sentences)):
        items = read.items_of_sentence(number)
        for at, whole in enumerate(items[:-2]):
            parts = items[at + 1 :]
            if not whole.unit.kind.startswith("count:") or not is_plain_amount(whole) or len(parts) > _MOST_PARTS:
                continue
            if not _OPENS.match(read.gap_between(whole, parts[0])) or not all(
                _counts_some(one, whole) for one in parts
            ):
                continue
            gaps = (read.gap_between(one, other) for one, other in zip(parts, parts[1:], strict=False))
            rest = read.text[whole.figure.start : read.sentences[number][1]]
            if all(_JOINS.match(gap) for gap in gaps) and not read_sense_cues().open_list.search(rest):
                yield add_up(parts, whole, read, read.sentence_text(number), exact=True)


def _counts_some(part: Item, whole: Item) -> bool:
    """Say whether a part counts things of its own name, fewer than the whole."""
    is_count = part.unit.kind.startswith("count:") and part.unit.kind != whole.unit.kind
    return is_count and is_plain_amount(part) and 0 < part.figure.value < whole.figure.value


def _check_stocks(read: ReadStatement) -> Iterator[Outcome]:
    """ "8.6 tonnes at the beginning of the month, 3.2 came, 4.1 went, 9.7 at its end" does not fit.

    What is there at the end is what was there, and what came, without what went.
    """
    cues = read_sense_cues()
    for number in range(len(read.sentences)):
        near = [one for one in list_around(read, number) if one.unit != PERCENT and not one.per]
        named = {
            "first": cues.stock_first,
            "came": cues.stock_came,
            "went": cues.stock_went,
            "last": cues.stock_last,
        }
        told = {name: [one for one in near if _is_told_so(one, name, named)] for name in named}
        if len(near) == _MOVED and (told["came"] == near[1:2] and told["went"] == near[2:3]):
            told["first"], told["last"] = near[:1], near[3:] if told["last"] or _is_concluded(near[3]) else []
        if any(len(found) != 1 for found in told.values()) or len({found[0].unit.kind for found in told.values()}) > 1:
            continue
        first, came, went, last = (told[name][0] for name in ("first", "came", "went", "last"))
        if last.sentence != number or len({id(one) for one in (first, came, went, last)}) != 4:
            continue
        right = first.figure.value + came.figure.value - went.figure.value
        room = sum(one.figure.make_interval().high - one.figure.high for one in (first, came, went, last))
        words = Sentence(
            "%(before)s and %(came)s make %(right)s, said were %(after)s",
            before=first.figure.print_value(),
            came=f"{came.figure.print_value()} − {went.figure.print_value()}",
            right=first.figure.print_value(right),
            after=last.figure.print_value(),
        )
        fits = abs(right - last.figure.value) <= room + abs(right) / 1e9
        yield make_outcome(fits, "sum", words, read, first, came, went, last)


def _is_concluded(item: Item) -> bool:
    """Say whether words call a figure what is there: "so that stocks were", 库存."""
    return bool(
        read_sense_cues().names_stock.search(find_clause_before(item)) or read_sense_cues().says_so.search(item.before)
    )


def _is_told_so(item: Item, name: str, named: Mapping[str, Cue]) -> bool:
    """Say whether a figure is called so by the words before it; by those behind it only where none stand before."""
    before, behind = find_clause_before(item), find_clause_behind(item)
    if _ACTS.match(behind) and any(cue.search(behind) for cue in named.values()):
        return bool(named[name].search(behind))  # "40,000 tonnes | arrived and 55,000 were sold"
    is_told_before = any(cue.search(before) for cue in named.values())
    return bool(named[name].search(before if is_told_before else behind))


def _check_spans_in_words(read: ReadStatement) -> Iterator[Outcome]:
    """ "3.1 in the first quarter and 3.4 in the second. The half-year figure of 7.5": parts of a span that a word names."""
    for number in range(1, len(read.sentences)):
        length = _find_months(number, read)
        amounts = (one for one in read.items_of_sentence(number) if is_plain_amount(one) and one.unit.kind != "time")
        whole = next(amounts, None)
        if not length or whole is None:
            continue
        parts = [one for one in read.items_of_sentence(number - 1) if is_plain_amount(one)]
        months = [one.period.months for one in parts if one.period]
        is_whole = len(parts) == len(months) > 1 and sum(months) == length
        firsts = {one.period.first for one in parts if one.period}
        kinds = {one.unit.kind for one in parts}
        is_alike = kinds == {whole.unit.kind} or (whole.unit == PLAIN and whole.figure.scale == parts[0].figure.scale)
        if is_whole and len(firsts) == len(parts) and len(kinds) == 1 and is_alike:
            yield add_up(parts, whole, read, read.sentence_text(number), exact=True)


def _find_months(number: int, read: ReadStatement) -> int:
    """Return how long what a sentence speaks of is: "the half-year figure", "over the nine months"; 0 where it says nothing."""
    if match := _SPAN.search(read.sentence_text(number)):
        return _SPANS[match[1].lower()]
    lengths = [
        one for one in read.items_of_sentence(number) if one.unit.kind == "time" and one.figure.scale >= _A_MONTH
    ]
    is_whole = len(lengths) == 1 and _OVER.search(lengths[0].before) and not lengths[0].figure.bound
    return round(lengths[0].figure.value / _A_MONTH) if is_whole else 0


def _check_shares_of_these(read: ReadStatement) -> Iterator[Outcome]:
    """ "China 46 %, the US 9 % and Korea 7 %. These three take 72 %" does not fit."""
    for number in range(1, len(read.sentences)):
        match = _THESE.search(read.sentence_text(number)[:60])
        here = [one for one in read.items_of_sentence(number) if one.unit == PERCENT]
        parts = read.items_of_sentence(number - 1)
        if match is None or len(here) != 1 or here[0].role not in ("share", ""):
            continue
        count = _NUMBERS[(match["one"] or match["other"] or match["han"]).lower()]
        shares = [one for one in parts if one.unit == PERCENT]
        if len(shares) != count or any(one.role not in ("share", "") for one in shares):
            continue
        total = sum(one.figure.value for one in shares)
        room = sum(one.figure.make_interval().high - one.figure.value for one in (*shares, here[0]))
        words = Sentence(
            "%(one)s and %(other)s do not go together",
            one=" + ".join(one.figure.print_value() for one in shares),
            other=here[0].figure.print_value(),
        )
        fits = abs(total - here[0].figure.value) <= room + 0.1 or bool(here[0].figure.bound)
        yield make_outcome(fits, "shares", words, read, *shares, here[0])
