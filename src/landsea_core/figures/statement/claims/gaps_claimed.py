"""What is said to be left, or to lie between two figures: "the quota is 240,000, 168,000 were drawn ... 92,000 still open"."""

from collections.abc import Iterator

from landsea_core.figures.statement.claims.bindings import (
    has_cue_in_clause,
    list_figures_of_clause,
    pick_only_beside,
)
from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.claims import Claim, contradict_claim, find_claims
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Outcome

_REACH, _BESIDE, _PAIR = 2, 24, 2
_FARTHEST = 2.0
_PLAIN = "plain"


def check_gaps_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each rest or difference that is not the one of the only two figures of its kind before it."""
    for claim in find_claims(typed, "rest_of", "surplus", "deficit"):
        gap = _find_gap(claim, typed)
        pair = _list_pair(gap, claim, typed) if gap else []
        if gap is None or len(pair) != _PAIR or _may_be_meant(gap, pair, typed):
            continue
        made = " − ".join(one.item.figure.print_value() for one in sorted(pair, key=lambda one: -one.value))
        yield contradict_claim("difference", claim, gap, made, pair, typed)


def _find_gap(claim: Claim, typed: TypedStatement) -> TypedFigure | None:
    if has_cue_in_clause(claim, "gap_of_other", typed):
        return None
    own = [one for one in list_figures_of_clause(claim, typed) if one.kind != "time"]
    gap = pick_only_beside(claim, own, _BESIDE)
    return gap if gap and not gap.item.per and gap.kind not in (_PLAIN, "percent", "points", "times") else None


def _list_pair(gap: TypedFigure, claim: Claim, typed: TypedStatement) -> list[TypedFigure]:
    """Return the figures of the gap's kind before it, when there are two that nothing sets apart."""
    alike = [one for one in typed.figures if one.kind == gap.kind and one.order < gap.order]
    if len(alike) != _PAIR or any(gap.sentence - one.sentence > _REACH for one in alike):
        return []
    is_odd = any(one.item.per or one.item.figure.bound or not one.is_amount for one in alike)
    begin = typed.sentences[alike[0].sentence][0]
    told = typed.text[begin : gap.start]
    if any(find_cue(one).search(typed.text[begin : alike[1].start]) for one in ("surplus", "deficit")):
        return []  # "a surplus of 83 with one, of 29 with another"
    if claim.value == "rest_of":
        is_taken = alike[0].value > alike[1].value and find_cue("is_taken").search(told)
    else:
        is_taken = find_cue("goes_out").search(told) and find_cue("goes_in").search(told)
    return alike if is_taken and not is_odd and not find_cue("no_gap").search(told) else []


def _may_be_meant(gap: TypedFigure, pair: list[TypedFigure], typed: TypedStatement) -> bool:
    """Say whether it is their difference, or so far from it that it is something else, or one more figure makes it."""
    one, other = (some.item.figure.make_interval() for some in sorted(pair, key=lambda some: -some.value))
    said, between = gap.item.figure.make_interval(), abs(pair[0].value - pair[1].value)
    if one.low - other.high <= said.high and said.low <= one.high - other.low:
        return True
    more = [some for some in typed.figures if some.kind == gap.kind and some.order > gap.order]
    return not between / _FARTHEST < gap.value < between * _FARTHEST or bool(more)
