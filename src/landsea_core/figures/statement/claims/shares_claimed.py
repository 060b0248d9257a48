"""What share a part is said to be, three sentences on: "480 stands, 96 of them foreign ... foreign stands made up a third"."""

from collections.abc import Iterator

from landsea_core.figures.statement.claims.bindings import (
    goes_on_about,
    has_cue_in_clause,
    list_figures_of_clause,
)
from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.claims import Claim, contradict_claim, find_claims
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Outcome

_REACH, _PAIR = 4, 2
_FARTHEST = 2.2
_ROOM = 0.006
_NO_WHOLE = ("plain", "percent", "points", "times", "time")


def check_shares_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each share that no two figures of one kind before it make, when there is one such pair."""
    for claim in find_claims(typed, "share_told"):
        share = _find_share(claim, typed)
        if share is None:
            continue
        kinds = {one.kind for one in typed.figures if one.order < share.order} - set(_NO_WHOLE)
        alike = [
            [one for one in typed.figures if one.kind == kind and one.order < share.order] for kind in sorted(kinds)
        ]
        if any(
            _make_share(some, other, share) for each in alike for some in each for other in each if some is not other
        ):
            continue
        pairs = [one for one in alike if _is_part_and_whole(one, share, claim, typed)]
        if len(pairs) != 1:
            continue
        part, whole = sorted(pairs[0], key=lambda one: one.value)
        made = f"{part.item.figure.print_value()} / {whole.item.figure.print_value()}"
        yield contradict_claim("share", claim, share, made, (part, whole), typed)


def _find_share(claim: Claim, typed: TypedStatement) -> TypedFigure | None:
    if has_cue_in_clause(claim, "share_of_other", typed):
        return None
    own = list_figures_of_clause(claim, typed)
    told = [one for one in own if one.kind == "percent" and one.item.role not in ("growth", "delta")]
    return told[0] if len(own) == len(told) == 1 and not told[0].item.figure.bound else None


def _make_share(some: TypedFigure, other: TypedFigure, share: TypedFigure) -> bool:
    """Say whether one figure is this share of the other, or all but this share, or this share of both together."""
    said, inside, around = (one.item.figure.make_loose_interval() for one in (share, some, other))
    if around.low <= 0 or inside.low < 0:
        return True
    room = 100 * _ROOM
    low, high = 100 * inside.low / around.high - room, 100 * inside.high / around.low + room
    least, most = (
        100 * inside.low / (inside.low + around.high) - room,
        100 * inside.high / (inside.high + around.low) + room,
    )
    return (
        (low <= said.high and said.low <= high)
        or (low <= 100 - said.low and 100 - said.high <= high)
        or (least <= said.high and said.low <= most)
    )


def _is_part_and_whole(pair: list[TypedFigure], share: TypedFigure, claim: Claim, typed: TypedStatement) -> bool:
    """Say whether the whole is told first or beside, no other share is theirs, and the claim goes on about them."""
    if len(pair) != _PAIR or share.sentence - pair[0].sentence > _REACH:
        return False
    if any(not one.is_amount or one.item.per or one.item.figure.bound for one in pair):
        return False
    first, second = pair
    is_told_so = first.value > second.value or first.sentence == share.sentence
    others = [one for one in typed.figures if one.kind == "percent" and one is not share]
    if not is_told_so or any(_make_share(*two, one) for one in others for two in ((first, second), (second, first))):
        return False
    between = typed.text[first.end : second.end] + typed.gaps[second.order][1]
    part, whole = sorted(pair, key=lambda one: one.value)
    ratio = 100 * part.value / whole.value
    is_near = share.value / _FARTHEST < ratio < share.value * _FARTHEST
    is_apart = bool(find_cue("no_share").search(between) or typed.list_periods(first.end, second.end))
    return is_near and not is_apart and goes_on_about(claim, part, whole, typed)
