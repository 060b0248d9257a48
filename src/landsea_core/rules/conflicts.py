"""Pairs of measures that can hardly both hold: a stop that a more exact admission outweighs is a remark for an editor."""

from collections.abc import Iterable

from landsea_core.rules.book import Book
from landsea_core.rules.check import FAR_AHEAD, LONG_AGO
from landsea_core.rules.match import is_narrower
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
