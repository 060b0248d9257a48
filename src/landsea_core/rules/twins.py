"""Measures that stand there twice: as one row copied, or as two codes that say the same. Both are faults of the files."""

import re
from collections.abc import Iterator
from pathlib import Path

from landsea_core.rules.book import Book
from landsea_core.rules.measure_files import read_measure_rows
from landsea_core.rules.measure_kinds import Effect
from landsea_core.rules.model import Measure
from landsea_core.sentences import Sentence

_WORD = re.compile(r"\w+")


def find_twin_rows(folder: Path) -> list[tuple[str, int, Sentence]]:
    """File and line of each row of a folder that stands there twice or says the same as another one. Raises ValueError for a
    row that is none.
    """
    found: list[tuple[str, int, Sentence]] = []
    where: dict[tuple[str, int], tuple[str, int]] = {}
    for file, line, measure in (rows := read_measure_rows(folder)):
        version = (measure.code, measure.version)
        if version in where:
            said = Sentence(
                "Version %(number)s of %(code)s is there twice; give each a number of its own.",
                number=measure.version,
                code=measure.code,
            )
            found.append((file, line, said))
        where.setdefault(version, (file, line))
    twins = find_twins(Book(measure for _, _, measure in rows))
    return found + [(*where[one.code, one.version], said) for one, said in twins]


def find_twins(book: Book) -> Iterator[tuple[Measure, Sentence]]:
    """Measures of other codes that say the same: of one kind, effect, country and way, about the same codes, and

    - since the same day, with the same scope, by one act (as far as its first semicolon) or, for stops, told by one source; or
    - for places that meet, under a title of the same words in any order, or by one act about goods of the same words, unless
      each has a first day of its own.

    A measure that another replaces is no twin of it.
    """
    first: dict[tuple[object, ...], Measure] = {}
    alike: dict[tuple[object, ...], list[Measure]] = {}
    for measure in book:
        others = {first.setdefault(key, measure) for key in _list_keys(measure)}
        shelf = alike.setdefault(_lay_out(measure), [])
        others |= {other for other in shelf if _say_alike(measure, other)}
        shelf.append(measure)
        for other in sorted(others - {measure}, key=lambda one: one.code):
            if other.code != measure.code and not _are_linked(measure, other):
                yield (
                    measure,
                    Sentence(
                        "It says the same as %(other)s: one act, the same goods and countries. Let one of them replace the "
                        "other.",
                        other=other.code,
                    ),
                )


def _list_keys(measure: Measure) -> list[tuple[object, ...]]:
    """What no two measures share that are not twins."""
    alike = (measure.country, measure.kind, measure.effect, measure.scope, measure.life.in_force)
    act = measure.legal_act.partition(";")[0].strip().casefold()
    if measure.effect is Effect.FORBIDS:
        return [(*alike, act), (*alike, measure.source)]
    return [(*alike, act, measure.requirements)]


def _lay_out(measure: Measure) -> tuple[object, ...]:
    scope = measure.scope
    return (measure.country, measure.kind, measure.effect, scope.direction, frozenset(scope.hs), scope.conditions)


def _say_alike(one: Measure, other: Measure) -> bool:
    """Whether two measures about the same codes have a title of the same words, or one act about goods of the same words."""
    if not (_meet(one.scope.origin, other.scope.origin) and _meet(one.scope.destination, other.scope.destination)):
        return False
    if _words(one.title) == _words(other.title):
        return True
    days = {measure.life.in_force for measure in (one, other) if measure.life.in_force.known}
    if len(days) > 1 or one.requirements != other.requirements or not one.scope.goods:
        return False
    acts = {_words(measure.legal_act.partition(";")[0]) for measure in (one, other)}
    return len(acts) == 1 and _words(one.scope.goods) == _words(other.scope.goods)


def _are_linked(one: Measure, other: Measure) -> bool:
    return other.life.replaced_by == one.code or one.life.replaced_by == other.code


def _meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return not ours or not theirs or bool(ours & theirs)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
