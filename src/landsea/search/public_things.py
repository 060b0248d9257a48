"""What everybody may find: an index for each kind, kept in this process until its texts change, asked with one question.

What an index finds is asked of its room again before it is shown; the index itself opens nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from landsea.base.findable import FINDABLE, FindableKind, FoundLine
from landsea.base.kept import Kept
from landsea.search.answers import EXPERIENCE_KIND
from landsea.search.kept_indexes import index_texts
from landsea.search.measures import MEASURE_KIND, MOST_UNITS, make_index_of_measures, order_measures
from landsea.search.named_things import DESK_KIND, OFFICE_KIND, PLACE_KIND
from landsea.search.senses import find_senses
from landsea_core.finding import Question, Unit, WordIndex, read_question

MEASURES = MEASURE_KIND.code
OWN_KINDS = (MEASURE_KIND, EXPERIENCE_KIND, DESK_KIND, OFFICE_KIND, PLACE_KIND)
MOST_FIRST = 5
ASKED_EVERY_SECONDS = 0.5
"""How long an answer is believed to whether texts of a kind changed; what is public no more is left out at once."""


@dataclass(frozen=True)
class Hits:
    """What answers a question among one kind, best first: keys, and how well each answers. `is_near`: nothing answers, and
    these are nearest to it.
    """

    keys: tuple[str, ...]
    scores: Mapping[str, float]
    is_near: bool = False


def list_kinds() -> tuple[FindableKind, ...]:
    """Return the kinds of public things, in the order in which a page lists them."""
    return (*OWN_KINDS, *FINDABLE)


def read_typed(text: str) -> Question:
    """Return what was typed as a question."""
    return read_question(text, find_senses(), MOST_UNITS)


def find_public(question: Question, text: str, codes: Collection[str], country: str = "") -> dict[str, Hits]:
    """Return what answers a question, by the code of its kind; a kind of which nothing does is left out."""
    indexes = {kind.code: _index_of(kind) for kind in list_kinds() if kind.code in codes}
    known = _known_units(question, indexes.values()) if question else frozenset()
    found: dict[str, Hits] = {}
    for code, index in indexes.items():
        scores = {one.key: one.score for one in index.find(question, known)} if question else {}
        keys: Sequence[str] = tuple(scores)
        is_near = False
        if code == MEASURES:
            answers = [
                one.code for one in order_measures(scores, text, country)
            ]  # those of a line of business with them
            is_near = bool(question) and not answers
            scores |= {one.key: one.score for one in index.find_or_nearest(question, known) if one.key not in scores}
            keys = tuple(dict.fromkeys([*answers, *(one.code for one in order_measures(scores, text, country))]))
        if keys:
            found[code] = Hits(tuple(keys), scores, is_near)
    return found


def make_indexes() -> None:
    """Make what this process has not made yet to find things by, so that its first search need not wait for it."""
    find_senses()
    for kind in list_kinds():
        _index_of(kind)


def show_hits(code: str, keys: Sequence[str], now: datetime) -> list[FoundLine]:
    """Return the lines of these keys of a kind, in their order, as they stand at `now` (aware); what is public no more is left
    out.
    """
    lines = {line.key: line for line in _kind_with(code).show(list(keys), now)}
    return [lines[key] for key in keys if key in lines]


def order_first(found: Mapping[str, Hits], most: int = MOST_FIRST) -> list[tuple[str, str]]:
    """Return the best of all kinds, (kind, key), the best first."""
    scored = [(hits.scores[key], code, key) for code, hits in found.items() for key in hits.keys if key in hits.scores]
    return [(code, key) for _score, code, key in sorted(scored, key=lambda one: (-one[0], one[1:]))[:most]]


def list_asked_words(question: Question) -> list[str]:
    """Return all words of a question in every language, to be marked where they stand; the last typed one last, for it may be
    unfinished.
    """
    typed = [word for unit in question.units for word in unit.typed]
    others = {word for unit in question.units for phrase in unit.others for word in phrase if len(word) > 1}
    return [*sorted(others - set(typed)), *typed]


def _known_units(question: Question, indexes: Collection[WordIndex]) -> frozenset[Unit]:
    return frozenset(unit for unit in question.units if any(index.knows(unit, question) for index in indexes))


def _index_of(kind: FindableKind) -> WordIndex:
    if kind.code == MEASURES:
        return make_index_of_measures()
    return _kept_for(kind).get("index", lambda: index_texts(kind.code, kind.read_texts()))


@cache
def _kept_for(kind: FindableKind) -> Kept:
    return Kept(kind.read_mark, asked_every=ASKED_EVERY_SECONDS)


def _kind_with(code: str) -> FindableKind:
    return next(kind for kind in list_kinds() if kind.code == code)
