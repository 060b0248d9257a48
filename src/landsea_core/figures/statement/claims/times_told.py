"""Which of two figures is the earlier one: by periods, days and turns, and by "last year", "now", "from ... to"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement

_PART = re.compile(
    r"\b(?P<turn>first|second|third|fourth)\b(?= (?:week|month|year|hour|day|season))"
    r"|\bin the (?P<bare>first|second|third|fourth)\b(?=[\s,.;]|$)(?! \w)"
    r"|(?P<week>周[一二三四五六日])|\b(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
"""Parts of time that are no periods of the calendar."""
_TURNS = ("first", "second", "third", "fourth")
_WEEK = "一二三四五六日"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FROM_AHEAD = re.compile(r"(?:\bfrom|từ|由|从|自)\W*(?:\w{1,14}\W+){0,3}$|(?:由|从|自)[^，,。;；]{0,14}$", re.I)
_TO = re.compile(
    r"^[^.;。；]{0,24}?(?:\bto\b|至|到|为|成|lên|xuống|còn|thành|sang|đến)[^.;。；,，]{0,12}$", re.IGNORECASE
)
_THEN_FROM = re.compile(
    r"^[^.;。；]{0,30}?(?:\b(?:up |down )?from|as against|against|compared (?:with|to)|versus|instead of|after|than the)"
    r"(?: the)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class When:
    """A year, what relates to now (-1 for the time before, 0 for now, None for neither), a part of a year with its kind."""

    year: int | None = None
    now: int | None = None
    part: tuple[str, int] | None = None


def order_figures(one: TypedFigure, other: TypedFigure, whens: Sequence[When], typed: TypedStatement) -> int:
    """Return 1 where the other figure is the later one, -1 where it is the earlier one, 0 where nothing tells.

    `one` stands before `other`; `whens` are those of all figures (`list_whens`).
    """
    gap = typed.text[one.end : other.start]
    if one.sentence == other.sentence and other.order == one.order + 1:
        lead = typed.text[typed.sentences[one.sentence][0] : one.start]
        if _FROM_AHEAD.search(lead) and _TO.match(gap):
            return 1
        if _THEN_FROM.match(gap):
            return -1
    return _compare(whens[one.order], whens[other.order])


def list_whens(typed: TypedStatement) -> Sequence[When]:
    """Return of what time each figure is told: by its own words, or those that go on from the figure before it."""
    found: list[When] = []
    for at, (before, behind) in enumerate(typed.own_spans):
        own = _read_when(before, typed, last=True)
        own = own if own != When() else _read_when(behind, typed, last=False)
        if at and typed.figures[at - 1].sentence == typed.figures[at].sentence:
            own = _fill(own, found[-1])
        found.append(own)
    return _share_years(found, typed)


def _share_years(whens: list[When], typed: TypedStatement) -> list[When]:
    """ "In 2021, 2022 and 2023 it caught 41, 37 and 32 tonnes": as many years before the first as there are figures."""
    for number in range(len(typed.sentences)):
        places = [at for at, one in enumerate(typed.figures) if one.sentence == number]
        span = typed.own_spans[places[0]][0] if places else (0, 0)
        lead = typed.text[slice(*span)]
        years = [one.year for one in typed.list_periods(*span) if one.is_full_year and one.year and not one.earlier]
        kinds = [typed.figures[at].kind for at in places]
        alike = [at for at in places if typed.figures[at].kind == max(kinds, key=kinds.count)]
        if len(years) == len(alike) > 1 and not any(
            one.year for at in alike[1:] for one in typed.list_periods(*typed.own_spans[at][0])
        ):
            for at, year in zip(alike, years, strict=True):
                whens[at] = When(year)
        elif len(alike) > 1 and find_cue("in_turn").search(lead) and _are_listed(alike, typed):
            for turn, at in enumerate(alike):
                whens[at] = When(part=("turn", turn))
    return whens


def _fill(own: When, carried: When) -> When:
    if own == When():
        return carried
    if own.part and own.year is None and own.now is None:
        return When(carried.year, carried.now, own.part)
    return own


def _read_when(span: tuple[int, int], typed: TypedStatement, *, last: bool) -> When:
    at = -1 if last else 0
    words = typed.text[slice(*span)]
    periods = [one for one in typed.list_periods(*span) if not one.earlier]
    years = [one.year for one in periods if one.year]
    nows = [(match.start(), -1) for match in find_cue("time_before").finditer(words)]
    nows += [(match.start(), -2) for match in find_cue("time_long_before").finditer(words)]
    nows += [(match.start(), 0) for match in find_cue("time_now").finditer(words)]
    parts = [(f"{one.months} months", one.month) for one in periods if not one.is_full_year]
    parts += [_read_part(match) for match in _PART.finditer(words)]
    return When(
        years[at] if years else None,
        sorted(nows)[at][1] if nows else None,
        parts[at] if parts else None,
    )


def _read_part(match: re.Match[str]) -> tuple[str, int]:
    name = match.lastgroup or ""
    if name == "week":
        return "day", _WEEK.index(match[name][-1]) + 1
    return ("day", _DAYS.index(match[name]) + 1) if name == "day" else ("turn", _TURNS.index(match[name]) + 1)


_BARE_LIST = re.compile(r"^[\s,，、;；%％]*(?:and|và|和|rồi|then|再)?\s*$", re.IGNORECASE)
_A_YEAR_ROUND = 9


def _are_listed(places: Sequence[int], typed: TypedStatement) -> bool:
    """Say whether nothing but commas stands between some figures."""
    figures = [typed.figures[at] for at in places]
    return all(
        _BARE_LIST.match(typed.text[one.end : other.start]) for one, other in zip(figures, figures[1:], strict=False)
    )


def _compare(one: When, other: When) -> int:
    """Return 1 where the other is later, -1 where it is earlier, 0 where nothing tells."""
    if one.year and other.year and one.year != other.year:
        return _tell(one.year, other.year)
    if (one.year is None) != (other.year is None):
        dated, undated = (one, other) if one.year else (other, one)
        return (1 if dated is one else -1) if undated.now == 0 and dated.now is None else 0
    first, last = one.now or 0, other.now or 0
    return _tell(first, last) if first != last else _compare_parts(one.part, other.part)


def _compare_parts(one: tuple[str, int] | None, other: tuple[str, int] | None) -> int:
    if not one or not other or one[0] != other[0]:
        return 0
    is_around_new_year = one[0] == "1 months" and abs(other[1] - one[1]) >= _A_YEAR_ROUND
    return 0 if is_around_new_year else _tell(one[1], other[1])


def _tell(first: int, last: int) -> int:
    return (first < last) - (first > last)
