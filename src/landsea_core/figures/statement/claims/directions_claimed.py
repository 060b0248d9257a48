"""What is said to have become more or less, against each series near it: "31 hours in June, 22 in May ... the shorter wait"."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from landsea_core.figures.statement.claims.bindings import goes_on_about, list_figures_of_clause, tells_difference
from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.claims import Claim, find_claims
from landsea_core.figures.statement.claims.times_told import When, list_whens, order_figures
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.sentences import Sentence

_WAYS = {"up": 1, "down": -1, "dearer": 1, "cheaper": -1, "longer": 1, "shorter": -1, "quickened": 1, "slowed": -1}
_PRICE, _TIME, _RATES = ("dearer", "cheaper"), ("longer", "shorter"), ("quickened", "slowed")
_REACH = 3
_BESIDE = 14
_FAMILY = "time"
_FARTHEST = 4.0
"""What is so many times as much is told of something else."""


_Step = tuple[TypedFigure, TypedFigure, int]
"""The earlier and the later figure of a step, with 1 for more, -1 for less, 0 for neither."""


def check_directions_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each claim of more or less that no series near it bears out."""
    claims = [_as_rate(claim, typed) for claim in find_claims(typed, *_PRICE, *_TIME, *_RATES, "up", "down")]
    whens = list_whens(typed)
    for claim in claims:
        if _is_contrasted(claim, claims, typed):
            continue
        steps = _list_steps(claim, whens, typed)
        if steps and all(step[2] * _WAYS[claim.value] < 0 for step in steps):
            one, other, _way = steps[0]
            words = Sentence(
                "%(one)s and %(other)s do not go together",
                one=claim.words.strip(),
                other=f"{one.item.figure.print_value()}, {other.item.figure.print_value()}",
            )
            finding = Finding("direction", typed.read.sentence_text(claim.sentence), words)
            yield Outcome(False, finding, typed.read.places_of(one.item, other.item))


def _as_rate(claim: Claim, typed: TypedStatement) -> Claim:
    """Return a claim of time as one of a pace where its clause names a rate: 涨势加快 is no shorter time."""
    if claim.value not in _TIME or not _names_rate(claim, typed):
        return claim
    return replace(claim, value="quickened" if claim.value == "shorter" else "slowed")


def _is_contrasted(claim: Claim, claims: Sequence[Claim], typed: TypedStatement) -> bool:
    """Say whether a claim stands beside one of the other way, or only names what has a rate: "the pace of the increases"."""
    begin, end = typed.sentences[claim.sentence]
    if find_cue("contrasts").search(typed.text, begin, end):
        return True
    if _names_rate(claim, typed) and claim.value in ("up", "down") and find_cue("names_growth").fullmatch(claim.words):
        return True
    return any(
        one.sentence == claim.sentence and _WAYS[one.value] != _WAYS[claim.value] and _is_said(one, typed)
        for one in claims
    )


def _is_said(claim: Claim, typed: TypedStatement) -> bool:
    return not (_names_rate(claim, typed) and find_cue("names_growth").fullmatch(claim.words))


def _list_steps(claim: Claim, whens: Sequence[When], typed: TypedStatement) -> list[_Step]:
    """Return the steps that a claim may be of, those of the nearest sentences; none where the order of one is unclear."""
    begin, end = typed.find_clause(claim.start)
    if claim.value in _PRICE and find_cue("of_time").search(typed.text[begin:end]):
        return []
    for first in range(claim.sentence, max(claim.sentence - _REACH, 0) - 1, -1):
        groups = _group_figures(claim, first, typed)
        steps = [_order(*pair, whens, typed) for group in groups for pair in combinations(group, 2)]
        known = [step for step in steps if step is not None and step[2]]
        kinds = {figure.kind for step in known for figure in step[:2]} | {"percent", "plain"}
        own = [one for one in list_figures_of_clause(claim, typed) if one.kind in kinds or _is_object(claim, one)]
        if own:
            known = [step for step in known if tells_difference(claim, own, step[0], step[1], typed)]
        elif not all(steps) or not _goes_on(claim, known, first, typed):
            continue
        if known:
            return known
    return []


def _group_figures(claim: Claim, first: int, typed: TypedStatement) -> Sequence[Sequence[TypedFigure]]:
    near = [one for one in typed.figures if first <= one.sentence <= claim.sentence]
    names_rate = _names_rate(claim, typed)
    groups: dict[str, list[TypedFigure]] = defaultdict(list)
    for one in near:
        if one.kind == "percent" if names_rate else _may_be_meant(claim, one):
            groups[one.kind].append(one)
    if claim.value in _RATES:
        groups = {kind: some for kind, some in groups.items() if kind == "percent" or any(one.item.per for one in some)}
    named = _find_named_kind(claim, groups, typed)
    return [group for kind, group in groups.items() if len(group) > 1 and (not named or named(kind))]


def _may_be_meant(claim: Claim, one: TypedFigure) -> bool:
    if claim.value in _RATES:
        return one.kind == "percent" or one.is_amount
    if claim.value in _PRICE and not one.kind.isupper():
        return False
    if claim.value in _TIME and one.kind != _FAMILY:
        return False
    return one.is_amount or (one.kind == "percent" and one.item.role != "growth")


def _names_rate(claim: Claim, typed: TypedStatement) -> bool:
    begin, end = typed.find_clause(claim.start)
    return bool(find_cue("of_rate").search(typed.text, begin, end))


def _find_named_kind(
    claim: Claim, groups: Mapping[str, Sequence[TypedFigure]], typed: TypedStatement
) -> Callable[[str], bool] | None:
    """Return what tells the kinds that a claim names by the words beside it: time or money; None where it names neither."""
    begin, end = typed.find_clause(claim.start)
    around = typed.text[max(begin, claim.start - _BESIDE) : min(end, claim.end + _BESIDE)]
    if find_cue("of_time").search(around) and len(groups.get(_FAMILY, ())) > 1:
        return _FAMILY.__eq__
    if find_cue("of_price").search(around) and any(kind.isupper() and len(some) > 1 for kind, some in groups.items()):
        return str.isupper
    return None


def _is_object(claim: Claim, one: TypedFigure) -> bool:
    """Say whether a figure stands so near behind a claim that it is claimed of that: "climbed | to 1,480 yuan"."""
    return 0 <= one.start - claim.end <= _BESIDE


def _goes_on(claim: Claim, known: Sequence[_Step], first: int, typed: TypedStatement) -> bool:
    """Say whether a claim is of one of these steps; that of a pace is where it follows right behind."""
    return (claim.value in _RATES and claim.sentence - first <= 1) or any(
        _is_bound(claim, step, typed) for step in known
    )


def _is_bound(claim: Claim, step: _Step, typed: TypedStatement) -> bool:
    """Say whether a claim names what two figures measure, or goes on about them."""
    if claim.value in (*_PRICE, *_TIME) or goes_on_about(claim, step[0], step[1], typed):
        return True
    lead = typed.text[typed.sentences[claim.sentence][0] : claim.start]
    return max(step[0].sentence, step[1].sentence) < claim.sentence and bool(
        find_cue("refers_right_before").search(lead)
    )


def _order(one: TypedFigure, other: TypedFigure, whens: Sequence[When], typed: TypedStatement) -> _Step | None:
    way = order_figures(one, other, whens, typed)
    if not one.value or not other.value or not 1 / _FARTHEST < one.value / other.value < _FARTHEST:
        return one, other, 0
    if not way:
        return None
    first, last = (one, other) if way > 0 else (other, one)
    inside, around = first.item.figure.make_interval(), last.item.figure.make_interval()
    if inside.high < around.low:
        return first, last, 1
    return first, last, -1 if around.high < inside.low else 0
