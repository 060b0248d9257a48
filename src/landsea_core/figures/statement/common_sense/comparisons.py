"""Who or what is said to have more, by whatever word both figures are told apart: a month, a gate, a way, goods, a buyer.

"48,300 tonnes in May and 39,900 in June. June was the stronger month" cannot be. A claim is of the figure with which it shares
a word that stands beside no other figure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from landsea_core.figures.cues.cue_words import Cue
from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import get_stretch, is_plain_amount, make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_SEPARATOR = re.compile(r"[,，;；、。]|\b(?:and|while|whereas|but|against)\b|和|而|，")
_CLAUSES = re.compile(r"[,，;；。:：]|\.(?=\s|$)|\b(?:while|whereas|but|so that)\b")
_WORD = re.compile(r"[a-z0-9]{2,}", re.IGNORECASE)
_HAN = re.compile(r"[\u4e00-\u9fff0-9]+")
_STEM = 5
_LEAD = 400
"""Characters before the end of a clause in which its sentence may have said in terms of what it compares."""
_MOST, _MOST_LABEL, _BOTH = 6, 60, 2
_NARROWER = frozenset({"goods", "way", "measure", "flow"})
_LONG = ("time", "length")


@dataclass(frozen=True)
class _Labelled:
    item: Item
    words: frozenset[str]


@dataclass(frozen=True)
class _Claim:
    """Words of a claim: what stands before it and behind it in its clause, whether it says more, and whether most of all."""

    before: str
    behind: str
    is_more: bool
    is_most: bool


def check_comparisons(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether what is called more, or most, is so by the figures of its sentence or of the one before."""
    if len(read.items) < _BOTH:
        return
    for number, (start, end) in enumerate(read.sentences):
        for begin, finish in _split_clauses(read.text, start, end):
            clause = read.text[begin:finish]
            if not clause.strip():
                continue
            told = [one for one in read.items if begin <= one.figure.start < finish]
            inside = [one for one in told if not _is_difference(one)]
            if read_sense_cues().in_terms_of.search(read.text[max(start, finish - _LEAD) : finish]):
                continue
            if read_sense_cues().no_claim.search(clause) or read_statement_cues().of_which.search(clause):
                continue
            if inside:
                yield from _judge_own(clause, inside, number, read)
                continue
            for first, last in ((number, number), (number - 1, number - 1), (number - 2, number - 1)):
                labelled = _label_items(first, last, finish if last == number else None, read)
                if labelled and any(one.unit.kind != labelled[0].item.unit.kind for one in told):
                    break  # "22 million in tolls, 3 million more": no claim about the lorries before
                outcome = _judge(clause, labelled, read) if labelled else None
                if outcome is not None:
                    yield outcome
                    break


def _judge_own(clause: str, inside: list[Item], number: int, read: ReadStatement) -> Iterator[Outcome]:
    """ "Rice was the largest item with 210 million. Rubber came to 265 million" cannot be: goods beside goods, or places."""
    claim = _find_claim(clause, inside[0]) if len(inside) == 1 and is_plain_amount(inside[0]) else None
    if claim is None or not claim.is_most or inside[0].is_total or read_sense_cues().narrows.search(claim.behind):
        return
    own = find_subject(clause)
    for other in read.items:
        is_near = number - 1 <= other.sentence <= number + 1 and other is not inside[0]
        if not is_near or other.unit.kind != inside[0].unit.kind or not is_plain_amount(other) or other.is_total:
            continue
        named = find_subject(_label_of(read.items.index(other), list(read.items), read))
        part = next((kind for kind in ("goods", "place") if own.get(kind) and named.get(kind)), "")
        is_same_kind = part and own.keys() - {"measure"} == named.keys() - {"measure"} and own[part] != named[part]
        if not is_same_kind or str(other.period) != str(inside[0].period) or other.role in ("base", "delta"):
            continue
        most, least = inside[0].figure.make_interval(), other.figure.make_interval()
        fits = most.high >= least.low if claim.is_more else most.low <= least.high
        words = Sentence(
            "%(one)s is called larger than %(other)s",
            one=(inside[0] if claim.is_more else other).figure.print_value(),
            other=(other if claim.is_more else inside[0]).figure.print_value(),
        )
        yield make_outcome(fits, "rank", words, read, inside[0], other)


def _judge(clause: str, labelled: list[_Labelled], read: ReadStatement) -> Outcome | None:
    claim = _find_claim(clause, labelled[0].item)
    if claim is None or _is_of_something_else(claim, clause, labelled, read):
        return None
    claimed = _find_labelled(claim.before, labelled)
    if claimed is None and not (
        _words_of(claim.before) & frozenset(chain.from_iterable(one.words for one in labelled))
    ):
        claimed = _find_labelled(" ".join(claim.behind.split()[:1]), labelled)  # "the slower lorry"
        claim = replace(claim, behind="") if claimed else claim
    other = _find_labelled(claim.behind, labelled)
    if claimed is None and other is not None and len(labelled) == _BOTH and not claim.is_most:
        claimed = next(one for one in labelled if one is not other)  # "the southern way is faster than Shanghai"
    others = [one for one in labelled if one is not claimed]
    if claimed is None or (other is None and not claim.is_most and len(others) != 1) or other is claimed:
        return None
    if other is None and len(others) > 1 and not claim.is_most:
        return None
    sign = 1 if claim.is_more else -1
    against = other.item if other else max((one.item for one in others), key=lambda item: item.figure.value * sign)
    inside, around = claimed.item.figure.make_interval(), against.figure.make_interval()
    fits = inside.high >= around.low if claim.is_more else inside.low <= around.high
    larger, smaller = (claimed.item, against) if claim.is_more else (against, claimed.item)
    words = Sentence(
        "%(one)s is called larger than %(other)s", one=larger.figure.print_value(), other=smaller.figure.print_value()
    )
    return make_outcome(fits, "rank", words, read, claimed.item, against)


def _is_difference(item: Item) -> bool:
    """ "Eight days faster": by how much, and no figure of its own."""
    return item.role == "delta" or bool(read_sense_cues().says_difference_behind.match(item.after))


def _find_claim(clause: str, item: Item) -> _Claim | None:
    """Return the first claim of a clause that speaks of what an item measures: "cheaper" only of money."""
    cues = read_sense_cues()
    kinds: list[tuple[Cue, bool]] = [(cues.says_more, True), (cues.says_less, False)]
    if item.unit.kind in _LONG:
        kinds += [(cues.says_longer, True), (cues.says_shorter, False)]
    if item.unit.kind.isupper():
        kinds += [(cues.says_dearer, True), (cues.says_cheaper, False)]
    found = [(match.start(), match, is_more) for cue, is_more in kinds for match in [cue.search(clause)] if match]
    if not found:
        return None
    _start, match, is_more = min(found, key=lambda one: one[0])
    is_most = bool(cues.superlative.search(match.group()))
    return _Claim(clause[: match.start()], clause[match.end() :], is_more, is_most)


def _label_items(first: int, last: int, until: int | None, read: ReadStatement) -> list[_Labelled]:
    """Return the amounts of some sentences with the words that stand beside no other of them; none of two kinds."""
    if first < 0:
        return []
    items = [one for one in read.items if first <= one.sentence <= last]
    items = [one for one in items if until is None or one.figure.end <= until]
    items = [one for one in items if one.unit not in (PERCENT, POINTS, TIMES)]
    if not 2 <= len(items) <= _MOST or len({(one.unit.kind, one.per) for one in items}) != 1:
        return []
    if read_statement_cues().of_all.search(items[0].before):
        return []  # "of the 240 firms 168 expect more": a whole and its parts
    if any(_is_whole(one, items) or one.role in ("delta", "same") or one.figure.is_range for one in items):
        return []
    if not all(is_plain_amount(one) or one.per for one in items):
        return []
    words = [_words_of(_label_of(at, items, read)) for at in range(len(items))]
    shared = [frozenset(chain.from_iterable(words[:at] + words[at + 1 :])) for at in range(len(items))]
    labelled = [_Labelled(item, own - others) for item, own, others in zip(items, words, shared, strict=True)]
    return labelled if all(one.words for one in labelled) else []


def _is_whole(item: Item, items: list[Item]) -> bool:
    """Say whether a figure is the total of the others, which nobody compares with its parts."""
    return (
        len(items) > 2
        and item.is_total
        and item.figure.value >= sum(one.figure.value for one in items if one is not item) * 0.99
    )


def _label_of(at: int, items: list[Item], read: ReadStatement) -> str:
    """Return the words beside a figure, up to what joins it to the figures beside it."""
    start, end = read.sentences[items[at].sentence]
    before = read.text[max(start, items[at - 1].figure.end if at else start) : items[at].figure.start]
    behind = read.text[items[at].figure.end : min(end, items[at + 1].figure.start if at + 1 < len(items) else end)]
    own = before if not at else _SEPARATOR.split(before, maxsplit=1)[-1] if _SEPARATOR.search(before) else before
    return own[-_MOST_LABEL:] + " " + _SEPARATOR.split(behind, maxsplit=1)[0][:_MOST_LABEL]


def _words_of(text: str) -> frozenset[str]:
    """Return the words of a text by their stems; of Chinese each two signs that stand together."""
    latin = {word.lower()[:_STEM] for word in _WORD.findall(text)}
    han = {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}
    return frozenset(latin | han) - read_sense_cues().no_label


def _find_labelled(words: str, labelled: list[_Labelled]) -> _Labelled | None:
    """Return the only figure whose own words stand in some words."""
    said = _words_of(words)
    found = [one for one in labelled if one.words & said]
    return found[0] if len(found) == 1 else None


def _is_of_something_else(claim: _Claim, clause: str, labelled: list[_Labelled], read: ReadStatement) -> bool:
    """Say whether a claim is about less than the figures are: "the largest buyer of durian", "by sea", "in value"."""
    first, last = labelled[0].item.sentence, labelled[-1].item.sentence
    begin, end = get_stretch(read, first, last)
    told, claimed = find_subject(read.text[begin:end]), find_subject(clause)
    kind = labelled[0].item.unit.kind
    natural = frozenset({"value"} if kind.isupper() else {"volume"})
    claimed = {**claimed, "measure": claimed.get("measure", frozenset()) - natural}
    narrower = any(not claimed[part] <= told.get(part, frozenset()) for part in _NARROWER & claimed.keys())
    return narrower or bool(read_sense_cues().narrows.search(claim.behind))


def _split_clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _CLAUSES.finditer(text, start, end):
        yield begin, match.start()
        begin = match.end()
    if begin < end:
        yield begin, end
