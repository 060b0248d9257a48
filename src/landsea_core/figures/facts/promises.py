"""What was claimed against what was measured: times promised for a way, clearance times at a place."""

import re
from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import Contradiction, group_by_row, list_ids
from landsea_core.figures.facts.routes import find_ratio
from landsea_core.figures.quantities import Quantity, find_quantities, normalize_statement
from landsea_core.sentences import Sentence

PROMISE_APART, PLACE_APART = 1.25, 5.0
"""How many times the claimed figure the measured one may be."""
_PLACE = re.compile(r"\s*([A-Z][\w-]+)")
_PIECE = re.compile(r"[:,;]")
_TINY = 1e-9


def check_promises(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows that give a time claimed and the time it took."""
    for row in group_by_row(claim for claim in claims if claim.kind == "time"):
        for said, took in permutations(row, 2):
            is_pair = read_fact_cues().claimed.search(said.metric) and read_fact_cues().actual.search(took.metric)
            if is_pair and find_ratio(said, took) >= PROMISE_APART:
                words = Sentence(
                    "%(subject)s: %(said)s was claimed, %(took)s was what it took",
                    subject=said.subject,
                    said=said.print_value(),
                    took=took.print_value(),
                )
                yield Contradiction(list_ids(said, took), "promise", words)


class _Stop(NamedTuple):
    """A stop of a traced trip: where, in which words, how long."""

    place: str
    words: str
    stood: Quantity
    claim: Claim


def check_clearances(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield the first clearance time of a place against a trace of a real trip that stood there far longer."""
    stops = list(_list_stops(claims))
    for claim in claims:
        if claim.kind != "time" or not read_fact_cues().clearance.search(f"{claim.subject} {claim.metric}"):
            continue
        for stop in stops:
            if _stood_longer(stop, claim):
                words = Sentence(
                    "%(place)s: clearance of %(said)s is said, while a traced trip spent %(stood)s there (“%(words)s”)",
                    place=stop.place,
                    said=claim.print_value(),
                    stood=stop.stood.print_value(),
                    words=stop.words,
                )
                yield Contradiction(list_ids(claim, stop.claim), "best_case", words)
                return


def _stood_longer(stop: _Stop, claim: Claim) -> bool:
    is_there = stop.place.lower() in claim.subject.lower() and stop.claim.fact.id != claim.fact.id
    return is_there and stop.stood.make_interval().low / max(claim.make_interval().high, _TINY) >= PLACE_APART


def _list_stops(claims: list[Claim]) -> Iterator[_Stop]:
    """Yield each stop that the metric of a traced trip names."""
    for claim in claims:
        if claim.slot or claim.order or not read_fact_cues().actual.search(claim.fact.metric):
            continue
        for piece in _PIECE.split(normalize_statement(claim.fact.metric)):
            times = [one for one in find_quantities(piece, []) if one.unit.kind == "time"]
            place = _PLACE.match(piece)
            if times and place and read_fact_cues().clearance.search(piece):
                yield _Stop(place.group(1), piece.strip(), times[0], claim)
