"""Who is called second or third in words, where the amounts were told before: "92, 61 and 74, so mango came second"."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.told.wordings import find_words
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PLAIN, POINTS, TIMES

_LEAST, _MOST = 3, 6
_NO_AMOUNTS = (POINTS, TIMES, PLAIN)
_NAME = re.compile(r"[A-Za-z]{3,}|[\u4e00-\u9fff]{2}")


def check_ranks_named(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether the one whose name a rank is told of has as many larger ones before it as its rank says."""
    for number in range(len(read.sentences)):
        amounts = [one for one in read.items_of_sentence(number) if _is_amount(one)]
        kinds = {one.unit.kind for one in read.items_of_sentence(number)}
        if (
            not _LEAST <= len(amounts) <= _MOST
            or len(kinds) != 1
            or len(amounts) != len(read.items_of_sentence(number))
        ):
            continue
        claim = _find_claim(number, amounts[-1], read)
        rank = read_statement_cues().ranks.find_number(claim)
        named = _find_named(claim, amounts, read) if rank > 1 else None
        if named is None or rank > len(amounts) or find_words("OTHER_ORDER").search(claim):
            continue
        in_order = sorted(amounts, key=lambda one: -one.figure.value)
        right = in_order[rank - 1]
        if right.figure.value == named.figure.value:
            continue
        first, last = sorted((right, named), key=lambda one: one.figure.value)
        words = Sentence(
            "%(one)s is called larger than %(other)s", one=first.figure.print_value(), other=last.figure.print_value()
        )
        yield make_outcome(False, "rank", words, read, right, named)


def _is_amount(item: Item) -> bool:
    is_plain = item.role in AMOUNT_ROLES or item.role == "share"
    return is_plain and item.unit not in _NO_AMOUNTS and not item.figure.bound and not item.is_total


def _find_claim(number: int, last: Item, read: ReadStatement) -> str:
    """Return the words behind the last amount of a sentence, and the next sentence where it has no figures."""
    rest = read.text[last.figure.end : read.sentences[number][1]]
    if read_statement_cues().ranks.find_number(rest) or number + 1 == len(read.sentences):
        return rest.partition(",")[2]
    return "" if read.items_of_sentence(number + 1) else read.sentence_text(number + 1)


def _find_named(claim: str, amounts: list[Item], read: ReadStatement) -> Item | None:
    """Return the amount whose own words hold the name that a claim begins with; None where several or none do."""
    start = read.sentences[amounts[0].sentence][0]
    places = [start, *(one.figure.end for one in amounts)]
    told = [
        read.text[begin : one.figure.start].lower().rsplit(";", 1)[-1]
        for begin, one in zip(places, amounts, strict=False)
    ]
    for name in _NAME.findall(claim.split(",", maxsplit=1)[0]):
        holding = [one for one, words in zip(amounts, told, strict=True) if name.lower() in words]
        if len(holding) == 1:
            return holding[0]
    return None
