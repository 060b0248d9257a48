"""A million where a billion is meant, by a share beside it: "3.2 billion ... 1.6 million, or half"; "6 km, that is 600 m"."""

import math
from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.sentences import Sentence

_PAIR, _REACH, _BESIDE = 2, 1, 30
_LEAST_POWER = 2
_ROOM, _ROOM_OF_HALF = 0.02, 0.06
"""In powers of ten: 5 % for a percentage, 15 % for "about half"."""
_HALF = 50.0
_RELATIONS = ("percent", "points", "times", "time", "plain")


def check_magnitudes_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each pair of figures that fit but for their noughts."""
    for one, other in (*_list_said_the_same(typed), *_list_shares(typed)):
        small, large = sorted((one, other), key=lambda some: some.value)
        words = Sentence(
            "%(one)s and %(other)s are %(times)s times apart: look at the unit of both",
            one=one.item.figure.print_value(),
            other=other.item.figure.print_value(),
            times=f"{large.value / small.value:,.0f}",
        )
        finding = Finding("magnitude", typed.read.sentence_text(other.sentence), words)
        yield Outcome(False, finding, typed.read.places_of(one.item, other.item))


def _list_said_the_same(typed: TypedStatement) -> Iterator[tuple[TypedFigure, TypedFigure]]:
    """Yield figures joined by "that is" with the same digits and other noughts."""
    for one, other in pairwise(typed.figures):
        gap = typed.text[one.end : other.start]
        if one.kind != other.kind or one.sentence != other.sentence or not _are_plain(one, other):
            continue
        lead = (some for some in typed.figures[: one.order] if some.sentence == one.sentence)
        if any(some.kind in ("percent", "times") for some in lead):
            continue  # "0.1 percent of 2.4 million dollars, that is 2,400 dollars"
        before = typed.text[typed.sentences[one.sentence][0] : one.start]
        if find_cue("for_each").search(before):
            continue  # "ten groups, each with 32 ha, that is 320 ha"
        if find_cue("is_the_same").fullmatch(gap) and _find_power(other.value / one.value, 0.001):
            yield one, other


def _list_shares(typed: TypedStatement) -> Iterator[tuple[TypedFigure, TypedFigure]]:
    """Yield a whole and its part where both are told alone and a share beside the part gives it but for its noughts."""
    shares = [one for one in typed.figures if one.kind == "percent"]
    amounts = [one for one in typed.figures if one.kind not in _RELATIONS]
    is_pair = len(amounts) == _PAIR and amounts[0].kind == amounts[1].kind and _are_plain(*amounts)
    if not is_pair or amounts[1].sentence - amounts[0].sentence > _REACH:
        return
    whole, part = amounts
    end = typed.sentences[part.sentence][1]
    if shares:
        is_beside = len(shares) == 1 and 0 <= shares[0].start - part.end <= _BESIDE
        is_share = is_beside and shares[0].item.role in ("", "share", "attained") and shares[0].start < end
        told = shares[0].value if is_share else 0.0
        room = _ROOM_OF_HALF if told == _HALF else _ROOM
    else:
        told = _HALF if find_cue("is_half").search(typed.text[part.end : end]) else 0.0
        room = _ROOM_OF_HALF
    if not told or _is_near(whole.value / part.value, told / 100, room):  # "only 320 of 3,200 boxes, or 10 %"
        return
    if abs(_find_power(part.value / (whole.value * told / 100), room)) >= _LEAST_POWER:
        yield whole, part


def _are_plain(*figures: TypedFigure) -> bool:
    return all(one.value > 0 and one.is_amount and not one.item.per and not one.item.figure.is_range for one in figures)


def _is_near(ratio: float, told: float, room: float) -> bool:
    return abs(math.log10(ratio / told)) <= room


def _find_power(ratio: float, room: float) -> int:
    """Return the power of ten that a ratio is near, 0 for none and for one."""
    power = math.log10(ratio)
    return round(power) if abs(power - round(power)) <= room else 0
