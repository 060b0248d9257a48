"""Two lengths of one way: "422 kilometres from Boten to Vientiane ... the 520 kilometres between Boten and Vientiane"."""

from collections.abc import Iterator
from itertools import combinations

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import is_plain_amount, make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject
from landsea_core.sentences import Sentence

_ROOM = 0.05
"""How far two lengths of one way may be apart: both are told roughly."""
_MOST = 8


def check_same_ways(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether the whole lengths of a way in two sentences are one: of the same two places, or of "the whole line"."""
    lengths = [one for one in read.items if one.unit.kind == "length" and is_plain_amount(one) and one.role != "base"]
    for one, other in combinations(lengths[:_MOST], 2):
        if one.sentence == other.sentence or not _are_of_one_way(one, other, read):
            continue
        inside, around = one.figure.make_interval(), other.figure.make_interval()
        words = Sentence(
            "for the same thing both %(one)s and %(other)s are said",
            one=one.figure.print_value(),
            other=other.figure.print_value(),
        )
        fits = inside.high * (1 + _ROOM) >= around.low and inside.low <= around.high * (1 + _ROOM)
        yield make_outcome(fits, "said_twice", words, read, one, other)


def _are_of_one_way(one: Item, other: Item, read: ReadStatement) -> bool:
    cues = read_sense_cues()
    first, last = read.sentence_text(one.sentence), read.sentence_text(other.sentence)
    if cues.part_of_line.search(first) or cues.part_of_line.search(last):
        return False
    if cues.whole_line.search(_around(one)) and cues.whole_line.search(_around(other)):
        return find_subject(first).get("way") == find_subject(last).get("way") or not find_subject(last).get("way")
    told, again = find_subject(first), find_subject(last)
    if not again.get("way", frozenset()) <= told.get("way", frozenset()):
        return False  # "the railway from Boten ... the road from Boten"
    places = [told.get("place", frozenset()), again.get("place", frozenset())]
    is_between = all(cues.between_two.search(text) for text in (first, last))
    return bool(is_between and len(places[0]) == 2 and places[0] == places[1])


def _around(item: Item) -> str:
    return item.before[-12:] + " # " + item.after[:12]
