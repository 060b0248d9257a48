"""Two directions against the total: southbound and northbound, export and import; as rows, or in the brackets of one row."""

import re
from collections.abc import Iterable, Iterator
from itertools import permutations

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import Contradiction, list_ids
from landsea_core.figures.quantities import Interval, find_quantities
from landsea_core.sentences import Sentence

_NOTE_SLACK = 0.01
"""Notes are rounded once more than the figure before them: so much, as a part of their sum."""


def check_directions(group: Iterable[Claim]) -> Iterator[Contradiction]:
    """Yield two directions of one subject that do not make the total of the same months."""
    group = list(group)
    for one, other in permutations(group, 2):
        if one.kind != other.kind or not _are_opposite(one.label, other.label):
            continue
        if not (one.period and other.period and one.period.is_same(other.period)):
            continue
        for whole in group:
            is_total = whole.kind == one.kind and whole.label - {"total"} == one.label & other.label
            if is_total and whole.period and whole.period.is_same(one.period):
                yield from _add_up(one, other, whole)


def _are_opposite(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(first <= one and second <= other for first, second in read_fact_cues().pairs)


def _add_up(one: Claim, other: Claim, whole: Claim) -> Iterator[Contradiction]:
    spans = one.make_interval(), other.make_interval()
    total = Interval(sum(span.low for span in spans), sum(span.high for span in spans))
    if not total.meets(whole.make_interval()):
        words = Sentence(
            "%(subject)s: %(one)s and %(other)s make %(total)s, not %(whole)s",
            subject=whole.subject,
            one=one.print_value(),
            other=other.print_value(),
            whole=whole.print_value(),
            total=whole.figure.print_value(one.figure.value + other.figure.value),
        )
        yield Contradiction(list_ids(one, other, whole), "sum", words)


def check_notes(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield figures whose brackets divide them in two ("1,900+ (570 export, 1,336 import)") and do not add up."""
    for claim in claims:
        words = frozenset(re.findall(r"[a-z]+", claim.notes.lower()))
        if not _are_opposite(words, words):
            continue
        parts = [one for one in find_quantities(claim.notes, []) if one.unit.kind != "percent"]
        if len(parts) != 2 or not claim.figure.value:
            continue
        total = sum(part.value for part in parts)
        if not claim.make_interval().meets(Interval(total, total), slack=_NOTE_SLACK * total):
            explained = Sentence(
                "%(subject)s: %(notes)s make %(total)s, not %(whole)s",
                subject=claim.subject,
                notes=claim.notes,
                total=f"{total:,.0f}",
                whole=claim.print_value(),
            )
            yield Contradiction(list_ids(claim), "sum", explained)
