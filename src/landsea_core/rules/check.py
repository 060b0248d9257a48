"""Everything wrong with measures, in sentences that say what to do. Changes nothing.

`problems` are faults: a row with one is not published. `conflicts` are remarks for an editor: two measures that can
hardly both hold, or a stop that a more exact admission outweighs.
"""

import difflib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from landsea_core.reference.vocabulary import COUNTRIES, PLACE_COUNTRIES
from landsea_core.rules.book import Book
from landsea_core.rules.match import narrower
from landsea_core.rules.model import DIRECTIONS, GRADES, MODES, Effect, Measure

MAKERS = (*COUNTRIES, "ASEAN", "RCEP", "ACFTA")
"""Who can make a rule: a country of the corridor, or an agreement."""
FAR_AHEAD = date(9999, 12, 31)
LONG_AGO = date(1, 1, 1)


def problems(book: Book, hs_codes: Collection[str] = ()) -> list[tuple[Measure, str]]:
    """Each fault with its measure. `hs_codes`: all codes of HS 2022 at 2, 4 and 6 digits; without them none is looked up."""
    found: list[tuple[Measure, str]] = []
    for measure in book:
        found += [(measure, sentence) for sentence in of_one(measure, hs_codes)]
        found += [(measure, sentence) for sentence in _succession(measure, book)]
    found += list(_overlaps(book))
    return found


def of_one(measure: Measure, hs_codes: Collection[str] = ()) -> list[str]:
    """What is wrong with one measure by itself."""
    return [*_facts(measure), *_scope(measure, hs_codes), *_dates(measure)]


def _facts(measure: Measure) -> Iterator[str]:
    for name in ("code", "title", "legal_act", "authority", "source", "summary"):
        if not getattr(measure, name).strip():
            yield f"'{name}' is empty; every measure says it."
    if measure.country not in MAKERS:
        yield f"'{measure.country}' is no country or agreement of the corridor; use one of {', '.join(MAKERS)}."
    if measure.grade not in GRADES:
        yield f"'{measure.grade}' is no grade; use one of {', '.join(GRADES)}."
    try:
        date.fromisoformat(measure.checked)
    except ValueError:
        yield f"'checked' must be the day of the last look at the source, like 2026-11-25, not '{measure.checked}'."
    if measure.effect is Effect.REQUIRES and not measure.requirements:
        yield "It requires, but says not what; add at least one requirement."
    if measure.complete and measure.effect is not Effect.LIMITS:
        yield "Only a positive list can be held to be complete."


def _scope(measure: Measure, hs_codes: Collection[str]) -> Iterator[str]:
    scope = measure.scope
    for name in ("origin", "destination", "path"):
        for country in sorted(getattr(scope, name) - set(PLACE_COUNTRIES)):
            yield f"{name} names '{country}'; use the two letters of a country of the corridor."
    for mode in sorted(scope.modes - set(MODES)):
        yield f"'{mode}' is no way of carriage; use one of {', '.join(MODES)}."
    if scope.direction not in DIRECTIONS:
        yield f"'{scope.direction}' is no direction; use one of {', '.join(DIRECTIONS)}."
    if scope.modes_only and not scope.modes:
        yield "It says that only some ways are open, but names none; fill 'modes'."
    of_requirements = (prefix for one in measure.requirements for prefix in one.hs)
    for prefix in (*scope.hs, *scope.hs_except, *of_requirements):
        if sentence := wrong_hs(prefix, hs_codes):
            yield sentence
    if measure.effect is Effect.LIMITS and not scope.hs:
        yield "A positive list must name the goods it closes; fill 'hs'."


def wrong_hs(code: str, hs_codes: Collection[str]) -> str:
    """What is wrong with an HS code or prefix, with the nearest ones that exist; "" when nothing is."""
    if not code.isdigit() or not 2 <= len(code) <= 10:
        return f"'{code}' is no HS code; write 2 to 10 digits without dots."
    known = code[:6] if len(code) > 6 else code
    if not hs_codes or known in hs_codes or (len(known) in {3, 5} and any(one.startswith(known) for one in hs_codes)):
        return ""
    same_length = [one for one in hs_codes if len(one) == len(known)]
    near = difflib.get_close_matches(known, same_length, n=3, cutoff=0.5)
    near.sort(key=lambda one: abs(int(one) - int(known)))
    return f"HS {code} does not exist in HS 2022; the nearest are {', '.join(near) or 'not known'}."


def _dates(measure: Measure) -> Iterator[str]:
    life = measure.life
    order = [("announced", life.announced), ("in_force", life.in_force), ("last_day", life.last_day)]
    known = [(name, day) for name, day in order if day.known]
    for (first, one), (second, other) in zip(known, known[1:], strict=False):
        if other.latest < one.earliest and (first, second) != ("announced", "in_force"):
            yield f"{second} {other.text} lies before {first} {one.text}; put the dates in order."
    for suspension in life.suspensions:
        if suspension.last.known and suspension.last.latest < suspension.first.earliest:
            yield f"The suspension ends {suspension.last.text}, before it begins {suspension.first.text}."
        if life.last_day.known and suspension.first.earliest > life.last_day.latest:
            yield f"It is suspended from {suspension.first.text}, after its last day {life.last_day.text}."


def _succession(measure: Measure, book: Book) -> Iterator[str]:
    code = measure.life.replaced_by
    if not code:
        return
    if code == measure.code:
        yield f"{code} is replaced by itself; name the measure that takes its place, or leave it empty."
        return
    if code not in book.by_code:
        yield f"It is replaced by {code}, which is not on file; add that measure first."
        return
    seen, step = [measure.code], code
    while step and step not in seen:
        seen.append(step)
        following = book.by_code.get(step)
        step = following.life.replaced_by if following else ""
    if step == measure.code:
        yield f"{' -> '.join([*seen, step])} is a circle; one of them must be the last."


def _overlaps(book: Book) -> Iterator[tuple[Measure, str]]:
    """Versions of one measure whose times in force overlap."""
    counted = Counter(measure.code for measure in book)
    for code in sorted(code for code, count in counted.items() if count > 1):
        versions = book.versions(code)
        for one, other in zip(versions, versions[1:], strict=False):
            if one.version == other.version:
                yield other, f"Version {other.version} of {code} stands there twice; give each a number of its own."
                continue
            ends = one.life.last_day.latest or FAR_AHEAD
            begins = other.life.in_force.earliest or LONG_AGO
            if begins <= ends:
                yield (
                    other,
                    f"Versions {one.version} and {other.version} of {code} overlap; let version {one.version} "
                    f"end the day before version {other.version} begins.",
                )


def conflicts(book: Book, of: Iterable[Measure] | None = None) -> list[tuple[Measure, Measure, str]]:
    """Pairs of measures that can hardly both hold, of which the first is in `of` (all, when not given)."""
    admitting = [measure for measure in book if measure.effect is Effect.ADMITS and measure.scope.origin]
    found = []
    for stop in of if of is not None else book:
        if stop.effect is not Effect.FORBIDS:
            continue
        for other in admitting:
            prefix = _common_prefix(stop, other)
            if prefix is None or not _same_time(stop, other):
                continue
            if narrower(other.scope, prefix[1], stop.scope, prefix[0]):
                sentence = (
                    f"{other.code} is more exact and would let these goods pass in spite of {stop.code}. If the stop "
                    "is meant for them too, give it the same codes and fields."
                )
                found.append((stop, other, sentence))
    return found


def _common_prefix(one: Measure, other: Measure) -> tuple[str, str] | None:
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


def _same_time(one: Measure, other: Measure) -> bool:
    first = max(one.life.in_force.earliest or LONG_AGO, other.life.in_force.earliest or LONG_AGO)
    last = min(one.life.last_day.latest or FAR_AHEAD, other.life.last_day.latest or FAR_AHEAD)
    return first <= last
