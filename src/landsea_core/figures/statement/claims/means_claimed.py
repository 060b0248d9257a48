"""What is said to be the mean of figures in one sentence and is not: "640, 710 and 585 ... on average 715"."""

import re
from collections.abc import Iterator

from landsea_core.figures.statement.claims.bindings import (
    has_cue_in_clause,
    list_figures_of_clause,
    pick_only_beside,
)
from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.claims import Claim, contradict_claim, find_claims
from landsea_core.figures.statement.claims.times_told import list_whens
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Outcome

_LEAST, _REACH = 3, 2
_LEAST_OF_ENDS = 2
"""Of "the dearest" and "the cheapest" two are enough."""
_WIDEST = 4.0
"""Figures so far apart are not of one kind, whatever their unit."""
_FARTHEST = 1.6
"""A figure so many times the largest is the mean of something else."""
_BESIDE = 40
_PLAIN = "plain"
_CUT_LIST = re.compile(r"\d\s*[;；]\s*$")
""" "1,1; 1,4 and | 1,7 m": numbers before it belong to the list and were not read."""


def check_means_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each mean outside all figures of its kind told before it, or that is not that of their list.

    Nothing is said where the mean is of another time or of a larger whole, or where other figures of its kind stand around.
    """
    for claim in find_claims(typed, "mean_of"):
        if has_cue_in_clause(claim, "mean_of_other", typed):
            continue
        mean = _find_mean(claim, typed)
        values = _list_values(mean, typed) if mean else []
        if (
            mean is None
            or not _is_whole(values, typed)
            or not (_lies_outside(mean, values) or _is_not_of_list(mean, values, typed))
        ):
            continue
        made = ", ".join(one.item.figure.print_value() for one in values)
        yield contradict_claim("average", claim, mean, made, values, typed)


def _find_mean(claim: Claim, typed: TypedStatement) -> TypedFigure | None:
    """Return the only figure of the clause that is no length of time, right beside the word."""
    own = [one for one in list_figures_of_clause(claim, typed) if one.is_amount]
    own = [one for one in own if one.kind != "time"] or own
    return pick_only_beside(claim, own, _BESIDE)


def _list_values(mean: TypedFigure, typed: TypedStatement) -> list[TypedFigure]:
    """Return the figures of the mean's kind before it when all stand in one sentence near it and none is of another time."""
    alike = [
        one
        for one in typed.figures
        if one.kind == mean.kind != _PLAIN and one.order < mean.order and mean.sentence - one.sentence <= _REACH
    ]
    if alike and alike[0].value == len(alike) - 1:
        alike = alike[1:]  # "four teams scored 9.2, 8.8, 9.0 and 9.4"
    whens = list_whens(typed)
    now = whens[mean.order]
    is_mixed = len({one.sentence for one in alike}) != 1 or any(
        not one.is_amount or one.item.figure.bound or one.item.figure.is_range for one in alike
    )
    pers = {one.item.per for one in alike} - {""}
    is_other_time = now.year and all(now.year != whens[one.order].year for one in alike)
    is_mixed = is_mixed or _holds_total(alike)
    return [] if is_mixed or len(pers | ({mean.item.per} - {""})) > 1 or is_other_time else alike


def _holds_total(values: list[TypedFigure]) -> bool:
    """Say whether one of three figures or more is the sum of the others: "41, 35 and 29, in all 105"."""
    if len(values) < _LEAST:
        return False
    whole = sum(one.value for one in values)
    return any(abs(whole - 2 * one.value) <= sum(some.item.figure.step for some in values) / 2 for one in values)


def _is_whole(values: list[TypedFigure], typed: TypedStatement) -> bool:
    """Say whether these are figures of one kind, none before them was left unread, and there are enough to judge by."""
    if not values or _CUT_LIST.search(typed.text[: values[0].start]):
        return False
    told = [one.value for one in values]
    sentence = typed.text[slice(*typed.sentences[values[0].sentence])]
    are_ends = find_cue("is_highest").search(sentence) and find_cue("is_lowest").search(sentence)
    return len(values) >= (_LEAST_OF_ENDS if are_ends else _LEAST) and 0 < max(told) <= min(told) * _WIDEST


def _lies_outside(mean: TypedFigure, values: list[TypedFigure]) -> bool:
    inside = [one.item.figure.make_interval() for one in values]
    said = mean.item.figure.make_interval()
    least, most = min(one.low for one in inside), max(one.high for one in inside)
    return (said.low > most and said.low < most * _FARTHEST) or (said.high < least and said.high > least / _FARTHEST)


def _is_not_of_list(mean: TypedFigure, values: list[TypedFigure], typed: TypedStatement) -> bool:
    """Say whether it is not the plain mean of a list without other figures or words that would weigh it."""
    sentence = typed.text[slice(*typed.sentences[values[0].sentence])]
    around = typed.text[values[0].end : values[-1].start]
    is_list = len(values) >= _LEAST and values[-1].order - values[0].order == len(values) - 1
    if (
        not is_list
        or mean.kind == "length"
        or any(find_cue(one).search(sentence) for one in ("is_highest", "is_lowest"))
    ):
        return False
    is_weighed = any(values[-1].order < one.order < mean.order and one.kind != "time" for one in typed.figures)
    if is_weighed or find_cue("no_parts").search(around) or find_cue("weighs").search(typed.text):
        return False  # "18, 20 and 22 dollars for lots of 5, 3 and 2 tonnes"
    inside, said = [one.item.figure.make_interval() for one in values], mean.item.figure.make_loose_interval()
    least, most = sum(one.low for one in inside) / len(values), sum(one.high for one in inside) / len(values)
    room = mean.item.figure.step
    is_near = min(one.low for one in inside) / _FARTHEST < mean.value < max(one.high for one in inside) * _FARTHEST
    return is_near and (said.low - room > most or said.high + room < least)
