"""Travel times and distances between the same ends by the same mode, and times at one place.

Ends are compared by the economic region around them: Hanoi and Haiphong are one end of a corridor, 100 km apart. Towns
that are not listed stand for themselves. Distances: any road map; regions are our own grouping.
"""

import re
from collections.abc import Iterator
from itertools import permutations

from landsea_core.figures.cues.fact_cues import fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import Contradiction, ids_of
from landsea_core.figures.quantities import Quantity, find_quantities, normalize_statement
from landsea_core.sentences import Sentence

TIME_APART, LENGTH_APART, PROMISE_APART, PLACE_APART = 1.5, 1.05, 1.25, 5.0
MODES = ("road", "sea", "air", "rail", "river")
"""Ways to travel, in the order in which their words are looked for."""


def times_between_ends(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield, for each pair of ends and mode, the two figures that lie furthest apart, when they cannot both be typical."""
    routes: dict[tuple, list[Claim]] = {}
    for claim in claims:
        ends = ends_of(claim.subject)
        if (
            ends
            and claim.kind in ("time", "length")
            and not fact_cues().only_part_of_way.search(f"{claim.metric} {claim.text}")
            and claim.order == 0
        ):
            if fact_cues().other_scope.search(claim.metric):
                continue
            routes.setdefault((ends, claim.kind, _mode(claim)), []).append(claim)
    for (ends, kind, mode), group in routes.items():
        apart = TIME_APART if kind == "time" else LENGTH_APART
        pairs = [
            (_ratio(one, other), one, other)
            for one, other in permutations(group, 2)
            if one.fact.id != other.fact.id and _ratio(one, other) >= apart and not _same_way_dates(one, other)
        ]
        if pairs:
            _, one, other = max(pairs, key=lambda pair: pair[0])
            words = Sentence(
                "between %(ends)s by %(mode)s both %(one)s (%(first)s) and %(other)s (%(second)s) are given",
                ends=" and ".join(sorted(ends)),
                mode=mode,
                one=one.print_value(),
                first=one.subject,
                other=other.print_value(),
                second=other.subject,
            )
            yield Contradiction(ids_of(one, other), "route", words)


def ends_of(subject: str) -> frozenset[str] | None:
    """Return the two ends of a way "A - X - B" as regions, or None when the subject is no way."""
    parts = re.split(r"\s+(?:-|–|—|->)\s+", normalize_statement(re.sub(r"\([^()]*\)", " ", subject)))
    if len(parts) < 2:
        return None
    ends = [_region(part) for part in (parts[0], parts[-1])]
    return frozenset(ends) if ends[0] and ends[1] and ends[0] != ends[1] else None


def _region(words: str) -> str:
    low = words.lower()
    named = [(low.find(name), region) for name, region in fact_cues().regions.items() if name in low]
    if named:
        return min(named)[1]
    bare = re.sub(r"[^a-z ]", " ", low.split(",")[0]).split()
    return " ".join(bare[:2]).title()


def _mode(claim: Claim) -> str:
    for text in (claim.metric, claim.text, claim.subject):
        for mode in MODES:
            if fact_cues().modes[mode].search(text):
                return mode
    return claim.fact.group.partition("-")[0] or "any mode"


def _ratio(one: Claim, other: Claim) -> float:
    """How many times the longer figure (its lower end) is the shorter one (its upper end); at least 0."""
    low, high = one.make_interval(), other.make_interval()
    return high.low / low.high if low.high > 0 else 0.0


def _same_way_dates(one: Claim, other: Claim) -> bool:
    return bool(one.period and other.period and one.dated and other.dated and one.fact.id == other.fact.id)


def promise_and_fact(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows that give a time claimed and the time it took."""
    rows: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.kind == "time":
            rows.setdefault(claim.fact.id, []).append(claim)
    for row in rows.values():
        for said, took in permutations(row, 2):
            if (
                fact_cues().claimed.search(said.metric)
                and fact_cues().actual.search(took.metric)
                and _ratio(said, took) >= PROMISE_APART
            ):
                words = Sentence(
                    "%(subject)s: %(said)s was claimed, %(took)s was what it took",
                    subject=said.subject,
                    said=said.print_value(),
                    took=took.print_value(),
                )
                yield Contradiction(ids_of(said, took), "promise", words)


def times_at_a_place(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield clearance times of a place against a trace of a real trip that stood there far longer."""
    traces = list(_traces(claims))
    for claim in claims:
        if claim.kind != "time" or not fact_cues().clearance.search(f"{claim.subject} {claim.metric}"):
            continue
        for place, words, stood, trace in traces:
            longer = stood.make_interval().low / max(claim.make_interval().high, 1e-9)
            if place.lower() in claim.subject.lower() and trace.fact.id != claim.fact.id and longer >= PLACE_APART:
                explained = Sentence(
                    "%(place)s: clearance of %(said)s stands beside a traced trip that spent %(stood)s there (“%(words)s”)",
                    place=place,
                    said=claim.print_value(),
                    stood=stood.print_value(),
                    words=words,
                )
                yield Contradiction(ids_of(claim, trace), "best_case", explained)
                return


def _traces(claims: list[Claim]) -> Iterator[tuple[str, str, Quantity, Claim]]:
    """Yield (place, words, time, claim) for each stop that the metric of a traced trip names."""
    for claim in claims:
        if claim.slot or claim.order or not fact_cues().actual.search(claim.fact.metric):
            continue
        for piece in re.split(r"[:,;]", normalize_statement(claim.fact.metric)):
            times = [one for one in find_quantities(piece, []) if one.unit.kind == "time"]
            place = re.match(r"\s*([A-Z][\w-]+)", piece)
            if times and place and fact_cues().clearance.search(piece):
                yield place.group(1), piece.strip(), times[0], claim
