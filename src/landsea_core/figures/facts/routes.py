"""Travel times and distances between the same ends by the same mode.

Ends are compared by the economic region around them: Hanoi and Haiphong are one end of a corridor, 100 km apart. Towns
that are not listed stand for themselves. Distances: any road map; regions are our own grouping
(`data/lexicon/fact_cues.jsonl`, kind "economic_region").
"""

import re
from collections.abc import Iterator
from itertools import permutations

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import Contradiction, list_ids
from landsea_core.figures.facts.dividing import drop_brackets
from landsea_core.figures.quantities import normalize_statement
from landsea_core.sentences import Sentence

APART = {"time": 1.5, "length": 1.05}
"""How many times the shorter figure the longer one may be."""
MODES = ("road", "sea", "air", "rail", "river")
"""Ways to travel, in the order in which their words are looked for."""
_WAY = re.compile(r"\s+(?:-|–|—|->)\s+")
_NO_LETTER = re.compile(r"[^a-z ]")


def check_routes(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield, for each pair of ends and mode, the two figures that lie furthest apart, when they cannot both be typical."""
    routes: dict[tuple[frozenset[str], str, str], list[Claim]] = {}
    for claim in claims:
        ends = find_ends(claim.subject)
        if ends and _is_of_whole_way(claim):
            routes.setdefault((ends, claim.kind, _find_mode(claim)), []).append(claim)
    for (ends, kind, mode), group in routes.items():
        pairs = [
            (ratio, one, other)
            for one, other in permutations(group, 2)
            if one.fact.id != other.fact.id and (ratio := find_ratio(one, other)) >= APART[kind]
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
            yield Contradiction(list_ids(one, other), "route", words)


def find_ends(subject: str) -> frozenset[str] | None:
    """Return the two ends of a way "A - X - B" as regions, or None when the subject is no way."""
    parts = _WAY.split(normalize_statement(drop_brackets(subject)))
    if len(parts) < 2:
        return None
    first, last = _find_region(parts[0]), _find_region(parts[-1])
    return frozenset({first, last}) if first and last and first != last else None


def find_ratio(one: Claim, other: Claim) -> float:
    """Return how many times the longer figure (its lower end) is the shorter one (its upper end); at least 0."""
    low, high = one.make_interval(), other.make_interval()
    return high.low / low.high if low.high > 0 else 0.0


def _is_of_whole_way(claim: Claim) -> bool:
    """Say whether a time or distance is of the whole way, and not of a wait, a saving or a way from door to door."""
    if claim.kind not in APART or claim.order:
        return False
    is_part = read_fact_cues().only_part_of_way.search(f"{claim.metric} {claim.text}")
    return not is_part and not read_fact_cues().other_scope.search(claim.metric)


def _find_region(words: str) -> str:
    low = words.lower()
    named = [(low.find(name), region) for name, region in read_fact_cues().regions.items() if name in low]
    if named:
        return min(named)[1]
    bare = _NO_LETTER.sub(" ", low.split(",")[0]).split()
    return " ".join(bare[:2]).title()


def _find_mode(claim: Claim) -> str:
    for text in (claim.metric, claim.text, claim.subject):
        for mode in MODES:
            if read_fact_cues().modes[mode].search(text):
                return mode
    return claim.fact.group.partition("-")[0] or "any mode"
