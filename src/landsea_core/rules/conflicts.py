"""Pairs of measures that can hardly both hold: a stop that a more exact admission outweighs is a remark for an editor, two rows
that say the same are a fault of the files.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from landsea_core.rules.book import Book
from landsea_core.rules.check import FAR_AHEAD, LONG_AGO
from landsea_core.rules.match import is_narrower
from landsea_core.rules.measure_files import read_measure_rows
from landsea_core.rules.measure_kinds import Effect
from landsea_core.rules.model import Measure
from landsea_core.sentences import Sentence


def find_conflicts(book: Book, of: Iterable[Measure] | None = None) -> list[tuple[Measure, Measure, Sentence]]:
    """Pairs of measures that can hardly both hold, of which the first is in `of` (all, when not given)."""
    admitting = [measure for measure in book if measure.effect is Effect.ADMITS and measure.scope.origin]
    found = []
    for stop in of if of is not None else book:
        if stop.effect is not Effect.FORBIDS:
            continue
        for other in admitting:
            prefix = _find_common_prefix(stop, other)
            if prefix is None or not _are_at_same_time(stop, other):
                continue
            if is_narrower(other.scope, prefix[1], stop.scope, prefix[0]):
                said = Sentence(
                    "%(other)s is more exact and would let these goods pass in spite of %(stop)s. If the stop is meant "
                    "for them too, give it the same codes and fields.",
                    other=other.code,
                    stop=stop.code,
                )
                found.append((stop, other, said))
    return found


def find_twin_rows(folder: Path) -> list[tuple[str, int, Sentence]]:
    """File and line of each row of a folder that says the same as another one. Raises ValueError for a row that is none."""
    rows = read_measure_rows(folder)
    where = {measure.code: (file, line) for file, line, measure in rows}
    return [(*where[one.code], said) for one, said in find_twins(Book(measure for _, _, measure in rows))]


def find_twins(book: Book) -> Iterator[tuple[Measure, Sentence]]:
    """Measures that say the same since the same day: kind, effect and scope, by one act (as far as its first semicolon) or,
    for stops, told by one source. A measure that another replaces is no twin of it.
    """
    first: dict[tuple[object, ...], Measure] = {}
    for measure in book:
        alike = (measure.country, measure.kind, measure.effect, measure.scope, measure.life.in_force)
        act = measure.legal_act.partition(";")[0].strip().casefold()
        keys: list[tuple[object, ...]] = [(*alike, act, measure.requirements)]
        if measure.effect is Effect.FORBIDS:
            keys = [(*alike, act), (*alike, measure.source)]
        others = {first.setdefault(key, measure) for key in keys} - {measure}
        for other in others:
            linked = other.life.replaced_by == measure.code or measure.life.replaced_by == other.code
            if other.code != measure.code and not linked:
                yield (
                    measure,
                    Sentence(
                        "It says the same as %(other)s: one act, the same goods and countries. Let one of them replace the "
                        "other.",
                        other=other.code,
                    ),
                )


def _find_common_prefix(one: Measure, other: Measure) -> tuple[str, str] | None:
    """The HS prefixes by which two measures meet (of the first, of the second), when countries meet as well."""
    for field in ("origin", "destination"):
        ours, theirs = getattr(one.scope, field), getattr(other.scope, field)
        if ours and theirs and not ours & theirs:
            return None
    for ours in one.scope.hs or ("",):
        for theirs in other.scope.hs:
            if theirs.startswith(ours) or ours.startswith(theirs):
                return ours, theirs
    return None


def _are_at_same_time(one: Measure, other: Measure) -> bool:
    first = max(one.life.in_force.earliest or LONG_AGO, other.life.in_force.earliest or LONG_AGO)
    last = min(one.life.last_day.latest or FAR_AHEAD, other.life.last_day.latest or FAR_AHEAD)
    return first <= last
