"""Who is called the largest, the fastest or ahead of whom, against the figures beside their names.

"Viet Nam bought 4.2 bn, Thailand 2.9 bn and Malaysia 1.1 bn. Malaysia was the largest buyer" cannot be.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from landsea_core.figures.cues.cue_words import Cue
from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import get_stretch, is_plain_amount, list_around, make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT

_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*")
_CLAUSE_END = re.compile(r"[,，;；。:]|\.(?=\s|$)")
_AND = re.compile(r"[,，;；]|\band\b|\.(?=\s|$)")
_NO_NAME = frozenset(
    {"The", "In", "On", "At", "It", "Of", "By", "For", "From", "To", "With", "This", "That", "And", "But"}
)
_MONTHS = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)")
_NARROWER = frozenset({"goods", "way", "measure"})
_FARTHEST = 60
"""Characters between a name and what is claimed of it."""


@dataclass(frozen=True)
class _Named:
    name: str
    item: Item


def check_named_order(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether who is called first, last or fastest is so by the figures of the sentence or the one before.

    Silent where a name has two figures, where the figures are of two units or times, or where "one of the largest" is said.
    """
    cues = read_sense_cues()
    for number in range(len(read.sentences)):
        for growths, cue, sign in ((True, cues.fastest, 1), (False, cues.most, 1), (False, cues.least, -1)):
            if not growths and cues.fastest.search(read.sentence_text(number)):
                continue
            if not cue.search(read.sentence_text(number)):
                continue
            named = _list_named(number, read, growths=growths)
            if len(named) > 1:
                yield from _check_claims(cue, sign, named, number, read)
        is_told = cues.ahead_of.search(read.sentence_text(number))
        named = _list_named(number, read, growths=False) if is_told else []
        if len(named) > 1:
            yield from _check_ahead(named, number, read)


def _is_share(item: Item) -> bool:
    """Say whether a percentage tells how much somebody has of something: "Guangxi took | 38 % of the mangosteen"."""
    return item.unit == PERCENT and item.role in ("share", "") and not item.period


def _list_named(number: int, read: ReadStatement, *, growths: bool) -> list[_Named]:
    """Return the figures of a sentence or the one before, each with the one name that stands right before it."""
    for before in (0, 1):
        near = [
            one
            for one in list_around(read, number, before=before)
            if (
                one.unit == PERCENT and one.role == "growth"
                if growths
                else (is_plain_amount(one) or _is_share(one)) and one.role != "base"
            )
        ]
        near = [one for one in near if growths or one.unit.kind != "time"]
        named = [_Named(name, one) for one in near if (name := _find_name(one.before))]
        if len(named) < len(near) or len({one.name for one in named}) < len(near):
            behind = [_Named(name, one) for one in near if (name := _find_name(_AND.split(one.after)[0]))]
            named = behind if len(behind) == len(near) else named
        names = [one.name for one in named]
        kinds = {one.item.unit.kind for one in named}
        periods = {str(one.item.period) for one in named}
        if len(named) > 1 and len(set(names)) == len(names) and len(kinds) == 1 and len(periods) == 1:
            return named if len(named) == sum(one.unit.kind in kinds for one in near) else []
    return []


def _find_name(words: str) -> str:
    """Return the name that stands last in some words: a place that is known, or words with capitals."""
    clause = _CLAUSE_END.split(words)[-1]
    places = find_subject(clause).get("place", frozenset())
    if len(places) == 1:
        return next(iter(places))
    found = [name for name in _NAME.findall(clause) if name not in _NO_NAME and not _MONTHS.match(name)]
    return found[-1] if found and not places else ""


def _check_claims(cue: Cue, sign: int, named: list[_Named], number: int, read: ReadStatement) -> Iterator[Outcome]:
    start, end = read.sentences[number]
    if any(start <= one.start < end for one in read.periods) and named[0].item.sentence != number:
        return
    for clause in _split_clauses(read.text[start:end]):
        match = cue.search(clause)
        if match is None or read_sense_cues().no_claim.search(clause):
            continue
        if _is_of_something_else(clause[match.end() :], read.text[start:end], named, read):
            continue
        claimed = _find_claimed(clause[: match.start()], named)
        if claimed is None or match.start() > _FARTHEST + len(claimed.name):
            continue
        others = [one.item for one in named if one is not claimed]
        best = max(others, key=lambda item: item.signed_value * sign)
        inside, other = claimed.item.figure.make_interval(), best.figure.make_interval()
        if claimed.item.sign < 0 or best.sign < 0:
            continue
        fits = inside.high >= other.low if sign > 0 else inside.low <= other.high
        words = Sentence(
            "%(one)s is called larger than %(other)s",
            one=claimed.item.figure.print_value(),
            other=best.figure.print_value(),
        )
        yield make_outcome(fits, "rank", words, read, claimed.item, best)


def _is_of_something_else(behind: str, sentence: str, named: list[_Named], read: ReadStatement) -> bool:
    """Say whether a claim is about less than the figures are: "the largest buyer of durian", "by sea", "in value"."""
    first, last = named[0].item.sentence, named[-1].item.sentence
    begin, end = get_stretch(read, first, last)
    told, claimed = find_subject(read.text[begin:end]), find_subject(sentence)
    narrower = any(not claimed[part] <= told.get(part, frozenset()) for part in _NARROWER & claimed.keys())
    return narrower or "place" in find_subject(behind) or bool(read_sense_cues().narrows.search(behind))


def _check_ahead(named: list[_Named], number: int, read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether A has more than B where "A ... ahead of B" is said."""
    start, end = read.sentences[number]
    text = read.text[start:end]
    for match in read_sense_cues().ahead_of.finditer(text):
        first = _find_claimed(_CLAUSE_END.split(text[: match.start()].rstrip(" ,，"))[-1], named)
        other = _find_named_first(text[match.end() : match.end() + _FARTHEST // 3], named)
        if first is None or other is None or first is other or read_sense_cues().no_claim.search(text):
            continue
        words = Sentence(
            "%(one)s is called larger than %(other)s",
            one=first.item.figure.print_value(),
            other=other.item.figure.print_value(),
        )
        fits = first.item.figure.make_interval().high >= other.item.figure.make_interval().low
        yield make_outcome(fits, "rank", words, read, first.item, other.item)


def _split_clauses(text: str) -> list[str]:
    return _CLAUSE_END.split(text)


def _find_claimed(words: str, named: list[_Named]) -> _Named | None:
    """Return the only one whose name stands in some words."""
    found = [one for one in named if _has_name(words, one.name)]
    return found[0] if len(found) == 1 else None


def _find_named_first(words: str, named: list[_Named]) -> _Named | None:
    clause = re.split(r"[,，;；。.:\d]", words)[0]
    return _find_claimed(clause, named)


def _has_name(words: str, name: str) -> bool:
    places = find_subject(words).get("place", frozenset())
    return name in places or bool(re.search(rf"\b{re.escape(name)}\b", words))
