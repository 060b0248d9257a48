"""Whose rank is claimed behind a list: "312 in Halong, 287 in Fuxi, 294 in Yala. Fuxi thus ranked second of the three"."""

import re
from collections.abc import Iterator, Sequence

from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.sentences import Sentence

_LEAST, _MOST = 3, 6
_RANKS = ("rank_first", "rank_second", "rank_third", "rank_last")
_NAME = re.compile(r"\b[A-ZĐ]\w+|[\u4e00-\u9fff]{2}")
_TAIL_END = re.compile(r"[.,;。，；、]|$")
_CLAUSE = re.compile(r"[,;，；。]|\.(?=\s|$)|\b(?:while|whereas)\b")
_PART_OF_WHOLE = 0.97
_NO_AMOUNTS = ("points", "times", "time", "plain")


def check_names_ranked(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each name of a list that has another place in it than is claimed behind the list."""
    for at in range(len(typed.sentences)):
        figures = [one for one in typed.figures if one.sentence == at and one.kind != "time"]
        if not _LEAST <= len(figures) <= _MOST or not _are_a_list(figures):
            continue
        names = _list_names(figures, typed)
        for clause in _list_clauses(figures[-1], typed):
            outcome = _judge(clause, figures, names, typed)
            if outcome is not None:
                yield outcome


def _are_a_list(figures: Sequence[TypedFigure]) -> bool:
    is_plain = all(one.is_amount and not one.item.figure.bound and not one.item.figure.is_range for one in figures)
    values = {one.value for one in figures}
    if 2 * max(values) >= sum(values) * _PART_OF_WHOLE:
        return False  # the largest may be the whole of the others
    return (
        is_plain
        and len({one.kind for one in figures}) == 1
        and len(values) == len(figures)
        and figures[0].kind not in _NO_AMOUNTS
    )


def _list_names(figures: Sequence[TypedFigure], typed: TypedStatement) -> list[frozenset[str]]:
    """Return the names of each figure: those before it, or those behind it where one stands behind the last."""
    begin, end = typed.sentences[figures[0].sentence]
    tail = _TAIL_END.search(typed.text, figures[-1].end, end)
    places = [begin, *(one.end for one in figures), tail.start() if tail else end]
    starts = [*(one.start for one in figures), places[-1]]
    told = [frozenset(_NAME.findall(typed.text[one:other])) for one, other in zip(places, starts, strict=False)]
    names = told[1:] if told[-1] else told[:-1]
    return [own - frozenset().union(*names[:at], *names[at + 1 :]) for at, own in enumerate(names)]


def _list_clauses(last: TypedFigure, typed: TypedStatement) -> list[tuple[int, int]]:
    """Return the clauses behind a list in its sentence, and those of the next one where that concludes and has no amount."""
    end = typed.sentences[last.sentence][1]
    stretches = [(last.end, end)]
    if last.sentence + 1 < len(typed.sentences):
        begin, behind = typed.sentences[last.sentence + 1]
        has_amount = any(one.sentence == last.sentence + 1 and one.kind == last.kind for one in typed.figures)
        if not has_amount and find_cue("rank_concludes").search(typed.text[begin:behind]):
            stretches.append((begin, behind))
    found = []
    for begin, behind in stretches:
        cuts = [begin, *(match.end() for match in _CLAUSE.finditer(typed.text, begin, behind)), behind]
        found += [(one, other) for one, other in zip(cuts, cuts[1:], strict=False) if other > one]
    return found


def _judge(
    clause: tuple[int, int], figures: Sequence[TypedFigure], names: Sequence[frozenset[str]], typed: TypedStatement
) -> Outcome | None:
    words = typed.text[slice(*clause)]
    ranks = [at for at, cue in enumerate(_RANKS) if find_cue(cue).search(words)]
    named = [at for at, own in enumerate(names) if any(name in words for name in own)]
    if len(ranks) != 1 or len(named) != 1 or find_cue("rank_of_other").search(words):
        return None
    in_order = sorted(figures, key=lambda one: -one.value)
    right = in_order[-1 if _RANKS[ranks[0]] == "rank_last" else ranks[0]]
    other = figures[named[0]]
    if right is other:
        return None
    small, large = sorted((right, other), key=lambda one: one.value)
    said = Sentence(
        "%(one)s is called larger than %(other)s",
        one=small.item.figure.print_value(),
        other=large.item.figure.print_value(),
    )
    finding = Finding("rank", typed.read.sentence_text(other.sentence), said)
    return Outcome(False, finding, typed.read.places_of(right.item, other.item))
