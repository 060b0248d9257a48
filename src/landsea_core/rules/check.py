"""Everything wrong with measures, in sentences that say what to do. Changes nothing.

`find_measure_problems` finds faults: a row with one is not published. What can hardly hold together is in `conflicts`.
"""

import difflib
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

from landsea_core.countries import COUNTRIES, PLACE_COUNTRIES
from landsea_core.goods_states import CONDITIONS
from landsea_core.rules.book import Book
from landsea_core.rules.lead_times import find_lead_time_fault
from landsea_core.rules.measure_kinds import Effect
from landsea_core.rules.model import DIRECTIONS, GRADES, MODES, Measure
from landsea_core.sentences import Sentence

MAKERS = (*COUNTRIES, "ASEAN", "RCEP", "ACFTA")
"""Who can make a rule: a country of the corridor, or an agreement."""
FAR_AHEAD = date(9999, 12, 31)
LONG_AGO = date(1, 1, 1)


def find_measure_problems(book: Book, hs_codes: Collection[str] = ()) -> list[tuple[Measure, Sentence]]:
    """Each fault with its measure. `hs_codes`: all codes of HS 2022 at 2, 4 and 6 digits; without them none is looked up."""
    found: list[tuple[Measure, Sentence]] = []
    for measure in book:
        found += [(measure, fault) for fault in check_measure(measure, hs_codes)]
        found += [(measure, fault) for fault in _check_succession(measure, book)]
    found += list(_find_overlaps(book))
    return found


def check_measure(measure: Measure, hs_codes: Collection[str] = ()) -> list[Sentence]:
    """What is wrong with one measure by itself."""
    return [*_check_facts(measure), *_check_scope(measure, hs_codes), *_check_dates(measure)]


def _check_facts(measure: Measure) -> Iterator[Sentence]:
    for name in ("code", "title", "legal_act", "authority", "source", "summary"):
        if not getattr(measure, name).strip():
            yield Sentence("'%(name)s' is empty; every measure says it.", name=name)
    if measure.country not in MAKERS:
        yield Sentence(
            "'%(said)s' is no country or agreement of the corridor; use one of %(known)s.",
            said=measure.country,
            known=", ".join(MAKERS),
        )
    if measure.grade not in GRADES:
        yield Sentence("'%(said)s' is no grade; use one of %(known)s.", said=measure.grade, known=", ".join(GRADES))
    yield from _check_looks(measure)
    if measure.effect is Effect.REQUIRES and not measure.requirements:
        yield Sentence("It requires, but says not what; add at least one requirement.")
    yield from filter(None, map(find_lead_time_fault, measure.requirements))
    if measure.complete and measure.effect is not Effect.LIMITS:
        yield Sentence("Only a positive list can be held to be complete.")


def _check_looks(measure: Measure) -> Iterator[Sentence]:
    """Checked means that somebody opened the source on that day."""
    if measure.is_general_knowledge:
        if measure.checked:
            yield Sentence(
                "What is general knowledge was looked up by nobody: leave 'checked' empty, or name the source that was opened "
                "and its grade."
            )
        return
    if "general knowledge" in measure.note.lower():
        yield Sentence("What of it is general knowledge belongs in 'to_confirm' and not in the remark.")
    try:
        date.fromisoformat(measure.checked)
    except ValueError:
        yield Sentence(
            "'checked' must be the day of the last look at the source, like 2026-11-25, not '%(said)s'.",
            said=measure.checked,
        )


def _check_scope(measure: Measure, hs_codes: Collection[str]) -> Iterator[Sentence]:
    scope = measure.scope
    for name in ("origin", "destination", "path"):
        for country in sorted(getattr(scope, name) - set(PLACE_COUNTRIES)):
            yield Sentence(
                "%(name)s names '%(said)s'; use the two letters of a country of the corridor.", name=name, said=country
            )
    for mode in sorted(scope.modes - set(MODES)):
        yield Sentence("'%(said)s' is no way of carriage; use one of %(known)s.", said=mode, known=", ".join(MODES))
    for condition in sorted(scope.conditions - set(CONDITIONS)):
        yield Sentence(
            "'%(said)s' is no state of goods; use one of %(known)s.", said=condition, known=", ".join(CONDITIONS)
        )
    if scope.conditions and measure.effect in {Effect.ADMITS, Effect.LIMITS}:
        yield Sentence(
            "What opens a market or closes a list cannot hang on the state of the goods; empty 'conditions'."
        )
    if scope.direction not in DIRECTIONS:
        yield Sentence(
            "'%(said)s' is no direction; use one of %(known)s.", said=scope.direction, known=", ".join(DIRECTIONS)
        )
    if scope.exception and not (scope.goods and measure.effect is Effect.FORBIDS):
        yield Sentence("Only a stop that says its goods in words can be an exception among its codes; fill 'goods'.")
    if scope.modes_only and not scope.modes:
        yield Sentence("It says that only some ways are open, but names none; fill 'modes'.")
    of_requirements = (prefix for one in measure.requirements for prefix in one.hs)
    for prefix in (*scope.hs, *scope.hs_except, *of_requirements):
        if fault := check_hs_code(prefix, hs_codes):
            yield fault
    if measure.effect is Effect.LIMITS and not scope.hs:
        yield Sentence("A positive list must name the goods it closes; fill 'hs'.")


def check_hs_code(code: str, hs_codes: Collection[str]) -> Sentence | None:
    """What is wrong with an HS code or prefix, with the nearest ones that exist; None when nothing is."""
    if not code.isdigit() or not 2 <= len(code) <= 10:
        return Sentence("'%(code)s' is no HS code; write 2 to 10 digits without dots.", code=code)
    known = code[:6] if len(code) > 6 else code
    if not hs_codes or known in hs_codes or (len(known) in {3, 5} and any(one.startswith(known) for one in hs_codes)):
        return None
    same_length = [one for one in hs_codes if len(one) == len(known)]
    near = difflib.get_close_matches(known, same_length, n=3, cutoff=0.5)
    near.sort(key=lambda one: abs(int(one) - int(known)))
    if not near:
        return Sentence("HS %(code)s does not exist in HS 2022.", code=code)
    return Sentence("HS %(code)s does not exist in HS 2022; the nearest are %(near)s.", code=code, near=", ".join(near))


def _check_dates(measure: Measure) -> Iterator[Sentence]:
    life = measure.life
    if life.pending and life.in_force.known:
        yield Sentence("It is pending and has a day on which it begins; leave out one of them.")
    order = [("announced", life.announced), ("in_force", life.in_force), ("last_day", life.last_day)]
    known = [(name, day) for name, day in order if day.known]
    for (first, one), (second, other) in zip(known, known[1:], strict=False):
        if other.is_surely_before(one) and (first, second) != ("announced", "in_force"):
            yield Sentence(
                "%(second)s %(later)s lies before %(first)s %(earlier)s; put the dates in order.",
                second=second,
                later=other.text,
                first=first,
                earlier=one.text,
            )
    for suspension in life.suspensions:
        if suspension.last.is_surely_before(suspension.first):
            yield Sentence(
                "The suspension ends %(last)s, before it begins %(first)s.",
                last=suspension.last.text,
                first=suspension.first.text,
            )
        if life.last_day.is_surely_before(suspension.first):
            yield Sentence(
                "It is suspended from %(first)s, after its last day %(last)s.",
                first=suspension.first.text,
                last=life.last_day.text,
            )


def _check_succession(measure: Measure, book: Book) -> Iterator[Sentence]:
    code = measure.life.replaced_by
    if not code:
        return
    if code == measure.code:
        yield Sentence(
            "%(code)s is replaced by itself; name the measure that takes its place, or leave it empty.", code=code
        )
        return
    if code not in book.by_code:
        yield Sentence("It is replaced by %(code)s, which is not on file; add that measure first.", code=code)
        return
    seen, step = [measure.code], code
    while step and step not in seen:
        seen.append(step)
        following = book.by_code.get(step)
        step = following.life.replaced_by if following else ""
    if step == measure.code:
        yield Sentence("%(codes)s is a circle; one of them must be the last.", codes=" -> ".join([*seen, step]))


def _find_overlaps(book: Book) -> Iterator[tuple[Measure, Sentence]]:
    """Versions of one measure whose times in force overlap."""
    counted = Counter(measure.code for measure in book)
    for code in sorted(code for code, count in counted.items() if count > 1):
        versions = book.versions(code)
        for one, other in zip(versions, versions[1:], strict=False):
            if one.version == other.version:
                yield (
                    other,
                    Sentence(
                        "Version %(number)s of %(code)s is there twice; give each a number of its own.",
                        number=other.version,
                        code=code,
                    ),
                )
                continue
            ends = one.life.last_day.latest or FAR_AHEAD
            begins = other.life.in_force.earliest or LONG_AGO
            if begins <= ends:
                yield (
                    other,
                    Sentence(
                        "Versions %(one)s and %(other)s of %(code)s overlap; let version %(one)s end the day before "
                        "version %(other)s begins.",
                        one=one.version,
                        other=other.version,
                        code=code,
                    ),
                )
