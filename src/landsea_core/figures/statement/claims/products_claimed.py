"""What so many at so much each are said to come to: "24 motors at $47,500 each ... the invoice adds up to $1.41 million"."""

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

_REACH, _BESIDE = 4, 40
_FARTHEST = 1.7
_WORDS_BESIDE = 14
_NOT_COUNTED = ("plain", "percent", "points", "times", "time")


def check_products_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each amount said in all that is near the only number of things times the only price of one."""
    for claim in find_claims(typed, "worth_of", "sum_of"):
        whole = _find_whole(claim, typed)
        each = _find_each(whole, typed) if whole else None
        count = _find_count(each, typed) if each else None
        if whole is None or each is None or count is None or _may_be_meant(whole, each, count, typed):
            continue
        made = f"{count.item.figure.print_value()} × {each.item.figure.print_value()}"
        yield contradict_claim("product", claim, whole, made, (each, count), typed)


def _find_whole(claim: Claim, typed: TypedStatement) -> TypedFigure | None:
    if has_cue_in_clause(claim, "worth_of_other", typed):
        return None
    own = [one for one in list_figures_of_clause(claim, typed) if one.is_amount]
    whole = pick_only_beside(claim, own, _BESIDE)
    return whole if whole and whole.kind not in _NOT_COUNTED else None


def _find_each(whole: TypedFigure, typed: TypedStatement) -> TypedFigure | None:
    """Return the only other figure of its kind before it, when that is told of one of many."""
    alike = [one for one in typed.figures if one.kind == whole.kind and one.order < whole.order]
    if len(alike) != 1 or whole.sentence - alike[0].sentence > _REACH or alike[0].item.figure.bound:
        return None
    begin, end = typed.find_clause(alike[0].start)
    before = typed.text[max(begin, alike[0].start - _WORDS_BESIDE) : alike[0].start]
    behind = typed.text[alike[0].end : min(end, alike[0].end + _WORDS_BESIDE)]
    return alike[0] if find_cue("for_one").search(f"{before} # {behind}") else None


def _find_count(each: TypedFigure, typed: TypedStatement) -> TypedFigure | None:
    """Return the only count of the sentence of a price, or of the clause right before it."""
    here = [one for one in typed.figures if one.sentence == each.sentence and one is not each and one.kind != each.kind]
    here = [one for one in here if one.order == each.order - 1]
    is_count = here and here[0].is_amount and here[0].kind not in _NOT_COUNTED and not here[0].item.per
    return here[0] if is_count and not here[0].item.figure.bound else None


def _may_be_meant(whole: TypedFigure, each: TypedFigure, count: TypedFigure, typed: TypedStatement) -> bool:
    said = whole.item.figure.make_interval()
    for factor in typed.figures:
        if factor.order >= whole.order or factor is each:
            continue
        one, other = factor.item.figure.make_interval(), each.item.figure.make_interval()
        if one.low * other.low <= said.high * 1.01 and said.low <= one.high * other.high * 1.01:
            return True
    made = count.value * each.value
    return not made / _FARTHEST < whole.value < made * _FARTHEST or bool(find_cue("no_product").search(typed.text))
