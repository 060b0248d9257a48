"""Words that say what a figure beside them says too: "up 80 percent, more than doubling", "most of them, 300 of 900"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval, widen_percentage
from landsea_core.figures.statement.common_sense.nearby import is_plain_amount, list_around, make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.multiples import WORD_SLACK
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject
from landsea_core.figures.statement.sums import find_last_clause
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT

_BESIDE = re.compile(
    r"^[\s,，(—–-]*(?:(?:or|that is|i\.e\.|thus|so|and|it|has|have|and thus|即|也就是|实现|基本)\s*)*$", re.IGNORECASE
)
_OUT_OF = re.compile(r"\s*(?:out )?of(?: the| its| all)?\s*$", re.IGNORECASE)
_AROUND, _LEAD = 30, 14
_MORE, _NEARLY = 0.97, 0.75
_WHOLE = 60
_POINTS = 2.5
"""By how many points value may differ from volume times price: each is rounded, and prices are means."""


def check_words_and_signs(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether words and figures that say the same agree."""
    yield from _check_growths_in_words(read)
    yield from _check_majorities(read)
    yield from _check_signs_of_balances(read)
    yield from _check_value_of_volume_and_price(read)


def _check_growths_in_words(read: ReadStatement) -> Iterator[Outcome]:
    """ "Up 80 percent, more than doubling" cannot be; up 110 it can."""
    for item in read.items:
        if item.unit != PERCENT or item.role != "growth" or item.figure.is_range:
            continue
        end = read.sentences[item.sentence][1]
        rest = read.text[item.figure.end : min(end, item.figure.end + _AROUND)]
        for multiple in read_statement_cues().multiples:
            found = multiple.words.search(rest)
            if found is None or any(sign.isdigit() for sign in rest[: found.start()]):
                continue
            lead = rest[: found.start()]
            is_more, is_nearly = (
                read_statement_cues().word_more_than.search(lead),
                read_statement_cues().word_nearly.search(lead),
            )
            for cue in (read_statement_cues().word_more_than, read_statement_cues().word_nearly):
                lead = cue.sub("", lead)
            behind = re.split(r"[,，;；。]", rest[found.end() :])[0]
            if not _BESIDE.match(lead) or find_subject(behind):
                continue
            factor = widen_percentage(item.figure, item.sign)
            said = Interval(1 + factor.low / 100, 1 + factor.high / 100)
            low = multiple.factor * (_MORE if is_more else _NEARLY if is_nearly else 1 - WORD_SLACK)
            high = multiple.factor * (2 if is_more else 1.02 if is_nearly else 1 + WORD_SLACK)
            words = Sentence(
                "%(one)s and %(other)s do not go together",
                one=item.figure.print_value(),
                other=found.group(),
            )
            yield make_outcome(said.meets(Interval(low, high)), "multiple", words, read, item)


def _check_majorities(read: ReadStatement) -> Iterator[Outcome]:
    """ "Of 900 lorries most, 300, carried fruit" cannot be."""
    for one, other in pairwise([one for one in read.items if is_plain_amount(one)]):
        is_turned = _OUT_OF.match(read.gap_between(one, other))
        whole, part = (other, one) if is_turned else (one, other)
        same = whole.unit.kind == part.unit.kind and part.sentence - whole.sentence <= 1
        if not same or part.figure.value >= whole.figure.value or whole.role == "base" or part.period != whole.period:
            continue
        start, end = read.sentences[part.sentence]
        text = read.text[max(start, part.figure.start - _WHOLE) : min(end, part.figure.end + _WHOLE)]
        is_most, is_few = read_sense_cues().most_of_them.search(text), read_sense_cues().few_of_them.search(text)
        is_part = read_statement_cues().of_them.match(part.after) or read_statement_cues().of_which.search(
            read.gap_between(whole, part)
        )
        is_part = (
            is_part
            or is_turned
            or read_statement_cues().of_all.search(whole.before)
            or read_statement_cues().of_these.search(text)
        )
        if bool(is_most) == bool(is_few) or not is_part or len(list_around(read, part.sentence)) > 2:
            continue
        half = part.figure.value * 2 / whole.figure.value
        words = Sentence(
            "%(part)s of %(whole)s is %(right)s, said was %(said)s",
            part=part.figure.print_value(),
            whole=whole.figure.print_value(),
            right=f"{half * 50:.0f} %",
            said=(is_most or is_few or text)[0],
        )
        yield make_outcome(half > 1 if is_most else half < 1, "share", words, read, whole, part)


def _check_signs_of_balances(read: ReadStatement) -> Iterator[Outcome]:
    """ "Exports were 15 bn, imports 19 bn, a surplus of 4 bn" cannot be: it is a deficit."""
    cues = read_sense_cues()
    plain = [one for one in read.items if is_plain_amount(one)]
    flows = {id(one): find_subject(find_last_clause(one)).get("flow", frozenset()) for one in plain}
    for item in read.items:
        clause = find_last_clause(item)
        is_surplus, is_deficit = cues.surplus.search(clause), cues.deficit.search(clause)
        if bool(is_surplus) == bool(is_deficit) or not is_plain_amount(item) or _names_other_place(item, clause, read):
            continue
        near = [one for one in list_around(read, item.sentence) if one.figure.start < item.figure.start]
        near = [one for one in near if is_plain_amount(one) and one.unit.kind == item.unit.kind and one.role != "base"]
        sold = [one for one in near if flows[id(one)] == {"export"}]
        bought = [one for one in near if flows[id(one)] == {"import"}]
        if len(sold) != 1 or len(bought) != 1 or not _are_of_one_time(sold[0], bought[0], item):
            continue
        out, into = sold[0].figure.make_interval(), bought[0].figure.make_interval()
        fits = out.high >= into.low if is_surplus else out.low <= into.high
        words = Sentence(
            "%(one)s and %(other)s do not go together",
            one=f"{sold[0].figure.print_value()} − {bought[0].figure.print_value()}",
            other=(is_surplus or is_deficit or clause)[0],
        )
        yield make_outcome(fits, "balance", words, read, sold[0], bought[0], item)


def _names_other_place(item: Item, clause: str, read: ReadStatement) -> bool:
    """Say whether a balance is one with a country that the sentence before does not name."""
    told = (
        find_subject(read.sentence_text(item.sentence - 1)).get("place", frozenset()) if item.sentence else frozenset()
    )
    return not find_subject(clause).get("place", frozenset()) <= told


def _are_of_one_time(*items: Item) -> bool:
    return len({str(one.period) for one in items}) == 1


def _check_value_of_volume_and_price(read: ReadStatement) -> Iterator[Outcome]:
    """ "Volume rose 10 percent and the mean price 5 percent, so that value fell 3 percent" cannot be."""
    cues = read_sense_cues()
    for number in range(len(read.sentences)):
        growths = [one for one in read.items_of_sentence(number) if one.unit == PERCENT and one.role == "growth"]
        named = {
            name: [
                one
                for one in growths
                if cue.search(find_last_clause(one))
                and not any(
                    other.search(find_last_clause(one))
                    for other in (cues.in_value, cues.in_volume, cues.in_price)
                    if other is not cue
                )
            ]
            for name, cue in (("value", cues.in_value), ("volume", cues.in_volume), ("price", cues.in_price))
        }
        if len(growths) != 3 or any(len(found) != 1 for found in named.values()):
            continue
        value, volume, price = (named[name][0] for name in ("value", "volume", "price"))
        right = ((1 + volume.signed_value / 100) * (1 + price.signed_value / 100) - 1) * 100
        words = Sentence(
            "%(one)s and %(other)s do not go together",
            one=f"{volume.signed_value:+g} %, {price.signed_value:+g} %",
            other=f"{value.signed_value:+g} %",
        )
        fits = abs(right - value.signed_value) <= _POINTS + abs(right) / 10
        yield make_outcome(fits, "value", words, read, value, volume, price)
