"""What is called a surplus, a profit or a net inflow, against what came in and what went out."""

from collections.abc import Iterator

from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.claims import Claim, find_claims
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.sentences import Sentence

_REACH = 2


def check_balances_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each balance that no pair of what came in and what went out bears out."""
    claims = list(find_claims(typed, "surplus", "deficit"))
    if len({claim.value for claim in claims}) != 1:
        return
    claim = claims[-1]
    if find_cue("other_income").search(typed.text):
        return
    pairs = [
        (one, two) for one in _list_called("goes_out", claim, typed) for two in _list_called("goes_in", claim, typed)
    ]
    pairs = [(one, two) for one, two in pairs if one.kind == two.kind and one is not two]
    if pairs and all(_is_against(one, two, claim) for one, two in pairs):
        one, two = pairs[0]
        words = Sentence(
            "%(one)s and %(other)s do not go together",
            one=f"{one.item.figure.print_value()} − {two.item.figure.print_value()}",
            other=claim.words.strip(),
        )
        finding = Finding("balance", typed.read.sentence_text(claim.sentence), words)
        yield Outcome(False, finding, typed.read.places_of(one.item, two.item))


def _list_called(flow: str, claim: Claim, typed: TypedStatement) -> list[TypedFigure]:
    other = "goes_in" if flow == "goes_out" else "goes_out"
    found = []
    for one, (before, behind) in zip(typed.figures, typed.gaps, strict=True):
        if not one.is_amount or not 0 <= claim.sentence - one.sentence <= _REACH:
            continue
        if any(find_cue(value).search(before[-20:]) for value in ("surplus", "deficit")):
            continue
        words = before if find_cue(flow).search(before) or find_cue(other).search(before) else behind
        if find_cue(flow).search(words) and not find_cue(other).search(words):
            found.append(one)
    return found


def _is_against(out: TypedFigure, into: TypedFigure, claim: Claim) -> bool:
    earned, spent = out.item.figure.make_interval(), into.item.figure.make_interval()
    return earned.high < spent.low if claim.value == "surplus" else earned.low > spent.high
