"""What is said to be the sum of three figures or more that one sentence lists: "48, 31 and 12 ... altogether 102"."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from landsea_core.figures.statement.claims.bindings import (
    has_cue_in_clause,
    list_figures_of_clause,
    pick_only_beside,
)
from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.claims import Claim, contradict_claim, find_claims
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Outcome

_LEAST, _PAIR, _MOST, _REACH = 3, 2, 7, 3
_FARTHEST = 1.5
_BESIDE = 40
_PLAIN = "plain"


def check_totals_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each total that the only list of its kind does not make, nor any part of that list."""
    for claim in find_claims(typed, "sum_of"):
        total = _find_total(claim, typed)
        parts = _list_parts(total, typed) if total else []
        if (
            total is None
            or not (_LEAST <= len(parts) <= _MOST or _are_two(parts, total, typed))
            or _may_be_meant(total, parts, typed)
        ):
            continue
        made = " + ".join(one.item.figure.print_value() for one in parts)
        yield contradict_claim("sum", claim, total, made, parts, typed)


def _find_total(claim: Claim, typed: TypedStatement) -> TypedFigure | None:
    if has_cue_in_clause(claim, "sum_of_other", typed):
        return None
    own = [one for one in list_figures_of_clause(claim, typed) if one.is_amount and one.kind != "time"]
    total = pick_only_beside(claim, own, _BESIDE)
    return total if total and not total.item.per else None


def _list_parts(total: TypedFigure, typed: TypedStatement) -> list[TypedFigure]:
    """Return all figures of the total's kind told before it, when they are a list in one sentence."""
    alike = [one for one in typed.figures if one.kind == total.kind != _PLAIN and one.order < total.order]
    if len({one.sentence for one in alike}) != 1 or total.sentence - alike[0].sentence > _REACH:
        return []
    first, last = alike[0], alike[-1]
    around = typed.text[typed.sentences[first.sentence][0] : last.end] + " # " + typed.gaps[last.order][1]
    is_odd = any(not one.is_amount or one.item.per or one.item.figure.bound for one in alike)
    return [] if is_odd or find_cue("no_parts").search(around) else alike


def _are_two(parts: Sequence[TypedFigure], total: TypedFigure, typed: TypedStatement) -> bool:
    """Say whether words count two figures that alone stand in their sentence: "in both halves together"."""
    if len(parts) != _PAIR:
        return False
    at = parts[0].sentence
    told = typed.text[typed.sentences[at][0] : total.end] + " # " + typed.gaps[total.order][1]
    here = [one for one in typed.figures if one.sentence == at and one is not total and one.kind != "time"]
    return len(here) == _PAIR and bool(find_cue("two_of_them").search(told))


def _may_be_meant(total: TypedFigure, parts: Sequence[TypedFigure], typed: TypedStatement) -> bool:
    """Say whether some of the parts make the total, or all with one told later, one is the sum of others, or all is far off."""
    low, high = _span(total)
    whole = sum(one.value for one in parts)
    if not whole / _FARTHEST < total.value < whole * _FARTHEST or total.value <= max(one.value for one in parts):
        return True
    least, most = sum(_span(one)[0] for one in parts), sum(_span(one)[1] for one in parts)
    for other in typed.figures[total.order + 1 :]:
        if other.kind == total.kind and least + _span(other)[0] <= high and low <= most + _span(other)[1]:
            return True
    for count in range(2, len(parts) + 1):
        for some in combinations(parts, count):
            least, most = sum(_span(one)[0] for one in some), sum(_span(one)[1] for one in some)
            if least <= high and low <= most:
                return True
            if any(one not in some and least <= _span(one)[1] and _span(one)[0] <= most for one in parts):
                return True
    return False


def _span(one: TypedFigure) -> tuple[float, float]:
    inside = one.item.figure.make_interval()
    return inside.low, inside.high
