"""What is said to pass a limit or a plan, or to stay below: "may carry 49 tonnes ... 53.6 ... within the limit"."""

from collections.abc import Iterator, Mapping, Sequence

from landsea_core.figures.statement.claims.bindings import list_figures_of_clause
from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.claims import Claim, find_claims
from landsea_core.figures.statement.claims.times_told import list_whens
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.sentences import Sentence

_FARTHEST = 2.0
_RIGHT_BEHIND = 6
_PLAIN = "plain"
_BESIDE_IT = {"above_it": 1, "below_it": -1}
_LEVELS: Mapping[str, tuple[str, Mapping[str, int], str]] = {
    "most_allowed": ("limit", {"complies": -1, "breaks": 1, **_BESIDE_IT}, "least_allowed"),
    "least_allowed": ("limit", {"complies": 1, "breaks": -1, **_BESIDE_IT}, "most_allowed"),
    "plan": ("limit", {"kept": 1, "missed": -1, **_BESIDE_IT}, ""),
}
"""For each kind of level its rule, the side on which a figure has to be for each claim, and the kind that it may not be too."""


def check_levels_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each claim about a level when all figures beside the level are on its other side."""
    if find_cue("below_zero").search(typed.text):
        return
    for level, (rule, sides, other_level) in _LEVELS.items():
        levels = [one for one in typed.figures if _is_called(level, one, typed)]
        if other_level and any(_is_called(other_level, one, typed) for one in typed.figures):
            continue
        if len({one.value for one in levels}) != 1 or levels[0].kind == _PLAIN:
            continue
        if level == "plan" and _is_to_be_less(levels[0], typed):
            continue
        claims = [one for one in find_claims(typed, *sides) if not _is_of_percent(one, typed)]
        if len({sides[claim.value] for claim in claims}) != 1:
            continue
        claim = claims[0]
        own = list_figures_of_clause(claim, typed)
        pairs = [(one, two) for one in levels for two in _list_measured(one, levels, claim, typed)]
        if own and not any(one in own or two in own for one, two in pairs):
            continue  # "11 of 300 lorries were overloaded" has figures of its own
        if pairs and all(_is_against(one, two, sides[claim.value]) for one, two in pairs):
            yield _accuse(rule, claim, *pairs[0], typed)


def _accuse(rule: str, claim: Claim, level: TypedFigure, measured: TypedFigure, typed: TypedStatement) -> Outcome:
    words = Sentence(
        "%(one)s and %(other)s do not go together",
        one=claim.words.strip(),
        other=f"{measured.item.figure.print_value()}, {level.item.figure.print_value()}",
    )
    finding = Finding(rule, typed.read.sentence_text(claim.sentence), words)
    return Outcome(False, finding, typed.read.places_of(level.item, measured.item))


def _is_called(level: str, one: TypedFigure, typed: TypedStatement) -> bool:
    before, behind = typed.gaps[one.order]
    words = f"{before}{typed.text[one.start : one.end]} # {behind}"
    return _may_be_meant(one) and bool(find_cue(level).search(words))


def _may_be_meant(one: TypedFigure) -> bool:
    return one.is_amount or (one.kind == "percent" and one.item.role != "growth")


def _is_of_percent(claim: Claim, typed: TypedStatement) -> bool:
    """Say whether a percentage follows right behind, of which alone something is claimed: "fulfilled | 45 percent"."""
    return any(one.kind == "percent" and 0 <= one.start - claim.end <= _RIGHT_BEHIND for one in typed.figures)


def _is_to_be_less(level: TypedFigure, typed: TypedStatement) -> bool:
    """Say whether a plan is to stay below a figure, or to cut something to it."""
    begin, end = typed.sentences[level.sentence]
    return bool(find_cue("to_be_less").search(typed.text, begin, end))


def _list_measured(
    level: TypedFigure, levels: Sequence[TypedFigure], claim: Claim, typed: TypedStatement
) -> list[TypedFigure]:
    whens = list_whens(typed)
    return [
        one
        for one, when in zip(typed.figures, whens, strict=True)
        if one not in levels
        and not (when.now or 0) < 0
        and _may_be_meant(one)
        and one.kind in (level.kind, _PLAIN)
        and abs(one.sentence - level.sentence) <= 2
        and 0 <= claim.sentence - min(one.sentence, level.sentence) <= 2
        and level.value > 0
        and 1 / _FARTHEST < one.value / level.value < _FARTHEST
    ]


def _is_against(level: TypedFigure, measured: TypedFigure, side: int) -> bool:
    inside, around = measured.item.figure.make_interval(), level.item.figure.make_interval()
    return inside.high < around.low if side > 0 else inside.low > around.high
