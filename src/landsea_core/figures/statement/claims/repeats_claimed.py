"""A figure told again with its digits changed about: "has 86 companies. Of the 68 companies, half make shoes"."""

import re
from collections.abc import Iterator

from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.sentences import Sentence

_REACH, _LEAST_DIGITS = 2, 2
_LEAD, _BEHIND = 14, 24
_NOUN = re.compile(r"[^\W\d_][^\W\d]*(?: [^\W\d]+){0,2}")
_LEAST_NOUN, _LEAST_HAN = 14, 4
_LEAST_POWER = 10.0
_NO_COUNTS = ("time", "percent", "points", "times", "plain")


def check_repeats_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each figure pointed back to ("these 3,210") that has the digits of the only one before it."""
    for again in typed.figures:
        first = _find_first(again, typed)
        if first is None or not _are_changed_about(first, again, typed):
            continue
        if not (_is_pointed_back(again, typed) or _is_of_same_noun(first, again, typed)):
            continue
        words = Sentence(
            "for the same thing both %(one)s and %(other)s are said",
            one=first.item.figure.print_value(),
            other=again.item.figure.print_value(),
        )
        finding = Finding("said_twice", typed.read.sentence_text(again.sentence), words)
        yield Outcome(False, finding, typed.read.places_of(first.item, again.item))


def _find_first(again: TypedFigure, typed: TypedStatement) -> TypedFigure | None:
    """Return the only figure of its kind before it, when that stands in a sentence before."""
    if again.kind in _NO_COUNTS:
        return None
    alike = [one for one in typed.figures if one.kind == again.kind and one.order < again.order]
    if len(alike) != 1 or not 0 < again.sentence - alike[0].sentence <= _REACH:
        return None
    is_odd = any(one.item.figure.bound or one.item.figure.is_range or not one.is_amount for one in (*alike, again))
    return None if is_odd or alike[0].item.per != again.item.per else alike[0]


def _is_pointed_back(again: TypedFigure, typed: TypedStatement) -> bool:
    begin, end = typed.sentences[again.sentence]
    lead = typed.text[max(begin, again.start - _LEAD) : again.start]
    behind = typed.text[again.end : min(end, again.end + _BEHIND)]
    return bool(find_cue("points_back").search(lead) or find_cue("points_back_behind").match(behind))


def _is_of_same_noun(first: TypedFigure, again: TypedFigure, typed: TypedStatement) -> bool:
    """Say whether both count what has the same long name, and nothing tells them apart: "127 countries and regions"."""
    begin, end = typed.sentences[again.sentence]
    if find_cue("no_repeat").search(typed.text[begin:end]) or typed.list_periods(begin, end):
        return False
    one, other = (_NOUN.search(typed.text, some.start) for some in (first, again))
    if one is None or other is None or one.group() != other.group():
        return False
    return len(one.group()) >= (_LEAST_NOUN if one.group().isascii() else _LEAST_HAN)


def _are_changed_about(first: TypedFigure, again: TypedFigure, typed: TypedStatement) -> bool:
    """Say whether two figures have the same digits in another order, or in the same with other noughts in their words."""
    one, other = ([sign for sign in typed.text[some.start : some.end] if sign.isdigit()] for some in (first, again))
    is_of_size = first.item.figure.scale == again.item.figure.scale and first.item.figure.step == again.item.figure.step
    if one == other:
        small, large = sorted((first.item.figure.scale, again.item.figure.scale))
        return large >= _LEAST_POWER * small
    return len(one) >= _LEAST_DIGITS and sorted(one) == sorted(other) and is_of_size
